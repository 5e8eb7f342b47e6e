import { appendViews, type View } from './access-chain.ts';
import { inLandlord } from './landlord-transaction.ts';
import type { Database } from './pools.ts';

export interface AccessLog {
  /** Takes note of a view; it is stored within a second. */
  note(landlordId: string, view: View): void;
  /** For restricted cases: resolves when the view is stored, so that the page is shown only afterwards. */
  record(landlordId: string, view: View): Promise<void>;
  /** Stores what is waiting and stops. */
  close(): Promise<void>;
}

/**
 * Collects views for up to a second and stores them together, because one row for each page shown would cost more than
 * the page. What could not be stored waits for the next try, and `onError` is told.
 */
export function createAccessLog(
  database: Database,
  options: { readonly onError: (error: unknown) => void; readonly everyMs?: number },
): AccessLog {
  const everyMs = options.everyMs ?? 1000;
  const waiting = new Map<string, View[]>();
  let timer: NodeJS.Timeout | undefined;
  let storing = Promise.resolve();

  const note = (landlordId: string, view: View): void => {
    const views = waiting.get(landlordId) ?? [];
    views.push(view);
    waiting.set(landlordId, views);
    timer ??= setTimeout(() => void flush(), everyMs);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    storing = storing.then(storeAll);
    return storing;
  };
  const storeAll = async (): Promise<void> => {
    const batch = [...waiting];
    waiting.clear();
    for (const [landlordId, views] of batch) {
      try {
        await inLandlord(database, landlordId, tx => appendViews(tx, landlordId, views));
      } catch (error) {
        options.onError(error);
        waiting.set(landlordId, [...views, ...(waiting.get(landlordId) ?? [])]);
        timer ??= setTimeout(() => void flush(), everyMs);
      }
    }
  };
  const record = (landlordId: string, view: View): Promise<void> =>
    inLandlord(database, landlordId, tx => appendViews(tx, landlordId, [view]));
  const close = async (): Promise<void> => {
    await flush();
    clearTimeout(timer);
  };
  return { note, record, close };
}
