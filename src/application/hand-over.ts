/** What becomes of an issued letter: handed over, or come back (R7, R66). */
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { HandedOver, SentFormat } from '../domain/complaint/events.ts';
import { type Ask, act, type Outcome } from './act.ts';
import type { Application, Viewer } from './application.ts';

export type Handing = {
  letterId: string;
  how: HandedOver;
  /** Null: now, by the system's own clock. An earlier day is somebody's statement, and needs what shows it (R7). */
  on: LocalDate | null;
  evidence: string;
  /** What it went in, where its reader needs an agreed format. */
  format?: SentFormat;
  /** Why it went in a way or form that its reader did not ask for; empty where it did. */
  despite?: string;
};

/** Records that a letter is on its way. Only this discharges the duty to write, from the day it says. */
export function handOver(app: Application, who: Viewer, ask: Ask, handing: Handing): Promise<Outcome> {
  const { letterId, how, on, evidence, format, despite = '' } = handing;
  return act(app, who, ask, ({ keep, deciding }) => ({
    type: 'SendLetter',
    letterId,
    how,
    on: on ?? deciding.today,
    dateProof: on === null || on === deciding.today ? 'system' : 'stated',
    evidence: evidence === '' ? null : keep(evidence, 'evidence'),
    ...(format === undefined ? {} : { format }),
    ...(despite === '' ? {} : { despite: keep(despite, 'need') }),
  }));
}

export type Returning = {
  letterId: string;
  on: LocalDate;
  why: 'bounced' | 'wrong-address' | 'not-posted';
  note: string;
};

/** Records that a letter did not arrive: what it was to discharge is owed again from its first date. */
export function cameBack(app: Application, who: Viewer, ask: Ask, { note, ...returning }: Returning): Promise<Outcome> {
  return act(app, who, ask, ({ keep }) => ({ type: 'ReturnLetter', ...returning, note: keep(note, 'note') }));
}

/** Records that an issued letter is not to go after all. Its file stays, and what it was to discharge stays owed. */
export function cancelLetter(
  app: Application,
  who: Viewer,
  ask: Ask,
  { letterId, reason }: { letterId: string; reason: string },
): Promise<Outcome> {
  return act(app, who, ask, ({ keep }) => ({ type: 'CancelLetter', letterId, reason: keep(reason, 'note') }));
}
