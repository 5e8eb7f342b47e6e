/** What somebody has typed and not sent: saved as they type, there again after a closed browser. */
import { londonTimeOf } from '../domain/calendar/dates.ts';
import * as stored from '../storage/drafts.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import type { Reading } from './reading.ts';

export type DraftPlace = { form: string; caseId: string | null };
export type SavedDraft = {
  draftId: string;
  savedAt: string;
  fields: Readonly<Record<string, string | readonly string[]>>;
};

/** Saves a draft and says when, in London's time; null where the id is another person's. */
export async function saveDraft(
  app: Application,
  who: Viewer,
  draftId: string,
  place: DraftPlace,
  fields: Readonly<Record<string, readonly string[]>>,
): Promise<string | null> {
  const { now } = timeNow(app);
  const draft = {
    draftId,
    personId: who.personId,
    form: place.form,
    caseId: place.caseId,
    versionSeen: null,
    fields,
    updatedAt: now,
  };
  const saved = await inLandlord(app.database, who.landlordId, tx => stored.saveDraft(tx, who.landlordId, draft));
  return saved ? londonTimeOf(now) : null;
}

/** This person's latest draft of a form. */
export async function latestDraft(tx: Reading, who: Viewer, place: DraftPlace): Promise<SavedDraft | null> {
  const [latest] = await stored.listDrafts(tx, who.landlordId, who.personId, place);
  if (latest === undefined) return null;
  const fields = Object.entries(latest.fields).flatMap(([name, value]) =>
    isTexts(value) ? [[name, value] as const] : [],
  );
  return { draftId: latest.draftId, savedAt: londonTimeOf(latest.updatedAt), fields: Object.fromEntries(fields) };
}

/** Throws this person's drafts of a form away: it was sent. */
export async function forgetDrafts(app: Application, who: Viewer, place: DraftPlace): Promise<void> {
  await inLandlord(app.database, who.landlordId, tx => stored.discardDrafts(tx, who.landlordId, who.personId, place));
}

function isTexts(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every(one => typeof one === 'string'));
}
