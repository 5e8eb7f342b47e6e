/** What every command and query is given: the outside world, opened once when the process starts. */
import type { Instant, LocalDate } from '../domain/calendar/dates.ts';
import { isInstant, londonDateOf } from '../domain/calendar/dates.ts';
import type { LetterDocument } from '../domain/letters/document.ts';
import type { Proving } from '../outside/proving/proving.ts';
import type { Providers } from '../outside/sign-in/providers.ts';
import type { Uploads } from '../outside/uploads/uploads.ts';
import type { AccessLog } from '../storage/access-log.ts';
import type { Database } from '../storage/pools.ts';
import type { CalendarLibrary } from './calendar-library.ts';
import type { LandlordLibrary } from './landlord-library.ts';
import type { PackLibrary } from './pack-library.ts';

export type LetterSize = 'standard' | 'large';
export type Rendered = {
  bytes: Uint8Array;
  sha256: string;
  renderer: string;
  /** Signs without words in them that no font has, like emoji, and that were left out. */
  leftOut: readonly string[];
};

export type Application = {
  database: Database;
  clock: { now(): string };
  packs: PackLibrary;
  calendars: CalendarLibrary;
  landlords: LandlordLibrary;
  accessLog: AccessLog;
  /** Passwords, codes and sealed secrets. */
  proving: Proving;
  /** Sign-in providers of landlords, asked over the network. */
  providers: Providers;
  /** Files that come in. */
  uploads: Uploads;
  /** Renders a letter as PDF/UA-1; rejects with a `CannotRender`, whose message is a sentence, when it cannot. */
  renderLetter(document: LetterDocument, size: LetterSize): Promise<Rendered>;
};

/** Somebody signed in, as commands and queries know them. */
export type Viewer = { landlordId: string; personId: string; name: string; roles: readonly string[] };

/** The instant, checked once, and its London day: everybody below is told, nobody asks again. */
export function timeNow(app: Pick<Application, 'clock'>): { now: Instant; today: LocalDate } {
  const now = app.clock.now();
  if (!isInstant(now)) throw new Error(`The clock said ${now}, which is no instant.`);
  return { now, today: londonDateOf(now) };
}
