/** What people who work here owe besides complaints: training before it runs out, and reading the policy. Derived; done by what shows it. */
import { addMonths, type LocalDate, sayDate } from '../calendar/dates.ts';
import { addWorkingDays, type Calendar, covers } from '../calendar/working-days.ts';
import { saySpan } from '../complaint/clock-rules.ts';
import type { PersonFacts } from '../complaint/deciding.ts';
import { dutyTime } from '../policy/duty-times.ts';
import type { Policy } from '../policy/policy.ts';
import type { ClauseId, Span } from '../policy/spans.ts';
import { trainingNeeded } from './training.ts';

export type StaffDuty = {
  kind: 'train' | 'renew-training' | 'read-policy';
  personId: string;
  /** The last day; null where there is none, because nothing says since when it is lacking. */
  dueOn: LocalDate | null;
  what: string;
  rule: string;
  clause: ClauseId;
};

type Packs = { policy: Policy; code: Policy };

/** Training that somebody lacks, or that runs out soon: theirs and their manager's to see to (MAG-08). */
export function trainingDuties(person: PersonFacts, packs: Packs, today: LocalDate): StaffDuty[] {
  const { personId } = person;
  return trainingNeeded(person, packs).flatMap(({ id, label, renewFrom, clause }) => {
    const held = person.training?.find(one => one.trainingId === id);
    if (held === undefined)
      return {
        kind: 'train',
        personId,
        dueOn: null,
        what: label,
        rule: 'none is recorded, and what they do needs it',
        clause,
      };
    const { expiresOn } = held;
    if (expiresOn === null || today < addMonths(expiresOn, -months(renewFrom))) return [];
    const rule = `what was done on ${sayDate(held.on)} counts until ${sayDate(expiresOn)}`;
    return { kind: 'renew-training', personId, dueOn: expiresOn, what: label, rule, clause };
  });
}

/** What is known of somebody and a version: since when it has been asked of them, and when they confirmed it. */
export type PolicyAsked = { askedOn: LocalDate; confirmedOn: LocalDate | null };

/** Reading the present version, for everybody with a part in the policy (MGL-37); null once it is confirmed. */
export function readingDuty(
  person: Pick<PersonFacts, 'personId' | 'roles'>,
  packs: Packs,
  calendar: Calendar,
  { askedOn, confirmedOn }: PolicyAsked,
): StaffDuty | null {
  if (confirmedOn !== null || !isConcerned(person, packs.policy)) return null;
  const time = dutyTime('read-policy', packs);
  const dueOn = covers(calendar, askedOn) ? addWorkingDays(calendar, askedOn, workingDays(time)) : null;
  return {
    kind: 'read-policy',
    personId: person.personId,
    dueOn,
    what: `version ${packs.policy.version.version}`,
    rule: `read and confirmed within ${saySpan(time)} of ${sayDate(askedOn)}`,
    clause: time.clause,
  };
}

/** Whoever has a role in the policy is asked to read it. */
export function isConcerned({ roles }: Pick<PersonFacts, 'roles'>, policy: Policy): boolean {
  return policy.roles.some(role => roles.includes(role.id));
}

function months({ value, unit }: Span): number {
  if (unit !== 'months') throw new RangeError(`Renewing training is counted in months, not in ${unit}.`);
  return value;
}

function workingDays({ value, unit }: Span): number {
  if (unit !== 'working-days') throw new RangeError(`Reading the policy is counted in working days, not in ${unit}.`);
  return value;
}
