/**
 * What somebody needs when they are reached, and whether it was done: the one place for it (MAG-06, Code 5.10). What is not followed
 * is refused until it is said why, and the reason is kept. Way and time are judged here; what only whoever was there can know, such
 * as two people having gone, is asked of them.
 */
import type { Departure, HandedOver, NeedInCase, NeedKind, PersonId, SentFormat, TextRef } from './events.ts';
import { formatsFor } from './formats.ts';
import type { Letter } from './letter-state.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { ContactWay } from './resident-events.ts';
import { sayNeed } from './say-need.ts';
import type { CaseState } from './state.ts';

/** How the resident was reached. `kept`: needs that whoever was there says were done; `despite`: why the rest were not. */
export type Reaching = { way?: ContactWay; at?: string; kept?: readonly NeedKind[]; despite?: TextRef };

const spoken: readonly ContactWay[] = ['call', 'visit'];

/** The ways in which each need has to be thought of. Needs that are not here are shown, and judged by whoever acts. */
const matters: Partial<Record<NeedKind, readonly ContactWay[]>> = {
  contact: ['call', 'voicemail', 'text', 'email', 'post', 'by-hand', 'visit'],
  'contact-times': ['call', 'visit'],
  'two-people': ['visit'],
  accompanied: ['visit'],
  interpreter: spoken,
  'sign-language': ['visit'],
};

/** The needs that whoever was there is asked about, because nothing recorded tells. */
export const ASKED_ABOUT = [
  'two-people',
  'accompanied',
  'interpreter',
  'sign-language',
] as const satisfies readonly NeedKind[];

/** Somebody's needs in a case. */
export function needsOf(state: CaseState, personId: PersonId | null): CaseState['needs'] {
  return state.needs.filter(one => one.personId === personId);
}

/** The needs that a way of reaching somebody touches: with hours or ways only where those are said. */
export function touched(needs: readonly NeedInCase[], way: ContactWay): NeedInCase[] {
  return needs.filter(one => matters[one.kind]?.includes(way) === true && isJudged(one));
}

/** Whether the way of a contact has to be said, because something they need depends on it. */
export function wayMatters(needs: readonly NeedInCase[]): boolean {
  return needs.some(one => matters[one.kind] !== undefined && isJudged(one));
}

/** The hours in which somebody can be reached; null where any hour will do. */
export function hoursOf(needs: readonly NeedInCase[]): NeedInCase['hours'] | null {
  return needs.find(one => one.kind === 'contact-times')?.hours ?? null;
}

/** Recorded before ways and hours were asked for: shown, and not judged. */
function isJudged({ kind, ways, hours }: NeedInCase): boolean {
  if (kind === 'contact') return ways !== undefined;
  return kind !== 'contact-times' || hours !== undefined;
}

/** What of their needs was not done. */
export function notFollowed(needs: readonly NeedInCase[], { way, at, kept = [] }: Reaching): NeedKind[] {
  if (way === undefined) return [];
  const missed = touched(needs, way).filter(one => !isFollowed(one, way, at, kept));
  return [...new Set(missed.map(one => one.kind))];
}

function isFollowed(
  { kind, ways, hours }: NeedInCase,
  way: ContactWay,
  at: string | undefined,
  kept: readonly NeedKind[],
) {
  if (kind === 'contact') return ways?.includes(way) ?? true;
  if (kind === 'contact-times') return hours === undefined || (at !== undefined && at >= hours.from && at <= hours.to);
  return kept.includes(kind);
}

/** Why a contact cannot be recorded as it is; null where it was as they need it, or it is said why not. */
export function unmetNeed(state: CaseState, reaching: Reaching): Refusal | null {
  const needs = needsOf(state, state.complainantId);
  const { way, at, despite } = reaching;
  if (way === undefined) return wayMatters(needs) ? refuse('way-of-contact-needed', {}) : null;
  if (hoursOf(touched(needs, way)) != null && at === undefined) return refuse('time-of-contact-needed', {});
  return despite === undefined ? saidUnmet(notFollowed(needs, reaching)) : null;
}

/** How they were reached, as the event keeps it. */
export function reachedAs(state: CaseState, reaching: Reaching) {
  const { way, at, despite } = reaching;
  const missed = notFollowed(needsOf(state, state.complainantId), reaching);
  return {
    ...(way === undefined ? {} : { way }),
    ...(at === undefined ? {} : { at }),
    ...departure(missed, despite),
  };
}

/** What of its reader's needs a letter does not follow: the way it goes, and a response that goes in plain print. */
export function letterNeedsMissed(
  state: CaseState,
  letter: Pick<Letter, 'kind' | 'to'>,
  how: HandedOver,
  format: SentFormat | undefined,
): NeedKind[] {
  const byWay = notFollowed(
    needsOf(state, letter.to).filter(one => one.kind === 'contact'),
    { way: how },
  );
  const plain = letter.kind === 'response' && format?.as === 'plain' ? formatsFor(state, letter.to) : [];
  return [...byWay, ...plain];
}

/** Why a letter may not go like that; null where it goes as its reader needs it, or it is said why not. */
export function unmetByLetter(missed: readonly NeedKind[], despite: TextRef | undefined): Refusal | null {
  return despite === undefined ? saidUnmet(missed) : null;
}

/** The reason as an event keeps it, where anything was missed. */
export function departure(missed: readonly NeedKind[], why: TextRef | undefined): { departure?: Departure } {
  return missed.length === 0 || why === undefined ? {} : { departure: { needs: [...missed], why } };
}

function saidUnmet(missed: readonly NeedKind[]): Refusal | null {
  return missed.length === 0 ? null : refuse('need-not-followed', { needs: missed.map(kind => sayNeed(kind)) });
}
