/** What the landlord keeps in streams of their own because it is no complaint's case. Each kind is told by its first event. */
import { FIRST_OF_BUILDING } from './building/events.ts';
import { FIRST_OF_CONTACT } from './contact/events.ts';
import { FIRST_OF_DISSATISFACTION } from './dissatisfaction/events.ts';
import { FIRST_OF_NEEDS } from './needs/events.ts';
import { FIRST_OF_REFERRAL } from './referral/events.ts';
import { FIRST_OF_REQUEST } from './service-request/events.ts';

/** The kinds that lists of mixed work show. */
export type ListedRecord = 'contact' | 'dissatisfaction' | 'needs' | 'service-request';
/** All kinds: a restricted referral is one, and stands in no such list (R61). */
export type RecordKind = ListedRecord | 'referral' | 'building';

/** The type of the first event of each kind. */
export const firstEventOf: Readonly<Record<RecordKind, string>> = {
  contact: FIRST_OF_CONTACT,
  dissatisfaction: FIRST_OF_DISSATISFACTION,
  needs: FIRST_OF_NEEDS,
  referral: FIRST_OF_REFERRAL,
  building: FIRST_OF_BUILDING,
  'service-request': FIRST_OF_REQUEST,
};

/** Which kind a stream is by the type of its first event; null: a complaint's case. */
export function recordKindOf(firstEvent: string): RecordKind | null {
  const kinds = Object.keys(firstEventOf) as RecordKind[];
  return kinds.find(kind => firstEventOf[kind] === firstEvent) ?? null;
}
