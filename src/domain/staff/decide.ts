/** What people may record of those who work here, and why not. Pure: today, the policy and the people are told. */

import { scopeOf } from '../access/scope.ts';
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import type { PersonFacts } from '../complaint/deciding.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';
import type { Policy } from '../policy/policy.ts';
import { trainingOf } from '../policy/training.ts';
import { type Absence, awayOn, sayAway } from './absence.ts';
import type { AbsenceKind, StaffEvent } from './events.ts';
import type { StaffRecord } from './record.ts';
import { expiryOf } from './training.ts';
import { whyNotAbout, whyNotTrain } from './who.ts';

export type StaffCommand =
  | {
      type: 'RecordAbsence';
      absenceId: string;
      kind: AbsenceKind;
      from: LocalDate;
      to: LocalDate | null;
      coverId: PersonId | null;
    }
  | { type: 'ChangeAbsence'; absenceId: string; to: LocalDate | null; coverId: PersonId | null }
  | { type: 'EndAbsence'; absenceId: string; backOn: LocalDate }
  | { type: 'RecordTraining'; trainingId: string; on: LocalDate; expiresOn: LocalDate | null; evidence: TextRef }
  | { type: 'ConfirmPolicy' };

export type StaffDeciding = {
  policy: Policy;
  code: Policy;
  packHash: string;
  today: LocalDate;
  actor: PersonFacts;
  /** Whom it is about. */
  person: PersonFacts;
  people: Readonly<Record<PersonId, PersonFacts>>;
};

type Decided = { event: StaffEvent } | { refused: string };

/** A new fact, or the sentence why there is none. */
export function decideOnStaff(command: StaffCommand, record: StaffRecord, deciding: StaffDeciding): Decided {
  switch (command.type) {
    case 'RecordAbsence':
      return recordAbsence(command, record, deciding);
    case 'ChangeAbsence':
      return changeAbsence(command, record, deciding);
    case 'EndAbsence':
      return endAbsence(command, record, deciding);
    case 'RecordTraining':
      return recordTraining(command, deciding);
    case 'ConfirmPolicy':
      return confirmPolicy(record, deciding);
  }
}

type Of<T extends StaffCommand['type']> = Extract<StaffCommand, { type: T }>;

function recordAbsence(
  { type: _type, ...absence }: Of<'RecordAbsence'>,
  record: StaffRecord,
  of: StaffDeciding,
): Decided {
  const other = record.absences.find(one => overlap(one, absence));
  const refused =
    whyNotAbout(of.actor, of.person, of.policy) ??
    wrongDays(absence) ??
    (other === undefined
      ? null
      : `${of.person.name} is recorded as ${sayAway(other, of.today)} already. Change that absence, or choose other days.`) ??
    whyNotCover(absence, of);
  if (refused !== null) return { refused };
  return { event: fact('AbsenceRecorded', of.today, { ...absence, by: of.actor.personId }) };
}

function changeAbsence(
  { absenceId, to, coverId }: Of<'ChangeAbsence'>,
  record: StaffRecord,
  of: StaffDeciding,
): Decided {
  const absence = record.absences.find(one => one.absenceId === absenceId);
  if (absence === undefined) return { refused: 'There is no such absence.' };
  const changed = { ...absence, to, coverId };
  const other = record.absences.find(one => one.absenceId !== absenceId && overlap(one, changed));
  const refused =
    whyNotAbout(of.actor, of.person, of.policy) ??
    wrongDays(changed) ??
    (other === undefined ? null : `${of.person.name} is recorded as ${sayAway(other, of.today)} already.`) ??
    (to === absence.to && coverId === absence.coverId ? 'That is what is recorded already.' : null) ??
    whyNotCover(changed, of);
  if (refused !== null) return { refused };
  return { event: fact('AbsenceChanged', of.today, { absenceId, to, coverId, by: of.actor.personId }) };
}

function endAbsence({ absenceId, backOn }: Of<'EndAbsence'>, record: StaffRecord, of: StaffDeciding): Decided {
  const absence = record.absences.find(one => one.absenceId === absenceId);
  if (absence === undefined) return { refused: 'There is no such absence.' };
  const refused =
    whyNotAbout(of.actor, of.person, of.policy) ??
    (backOn > of.today ? `${sayDate(backOn)} has not come yet. Change the last day of the absence instead.` : null) ??
    (absence.to !== null && absence.to < backOn ? `That absence ended on ${sayDate(absence.to)}.` : null);
  if (refused !== null) return { refused };
  return { event: fact('AbsenceEnded', backOn, { absenceId, by: of.actor.personId }) };
}

function recordTraining({ trainingId, on, expiresOn, evidence }: Of<'RecordTraining'>, of: StaffDeciding): Decided {
  const kind = trainingOf(of).find(one => one.id === trainingId);
  const refused =
    whyNotTrain(of.actor, of.person, of.policy) ??
    (kind === undefined ? 'The policy knows no such training.' : null) ??
    (on > of.today ? `${sayDate(on)} has not come yet. Record training on its last day, or after.` : null) ??
    (expiresOn !== null && expiresOn <= on ? 'It cannot run out before it was done.' : null);
  if (refused !== null || kind === undefined) return { refused: refused ?? '' };
  const until = expiresOn ?? expiryOf(kind, on);
  return {
    event: fact('TrainingRecorded', of.today, { trainingId, on, expiresOn: until, evidence, by: of.actor.personId }),
  };
}

function confirmPolicy(record: StaffRecord, { policy, packHash, today, actor, person }: StaffDeciding): Decided {
  const { version } = policy.version;
  if (actor.personId !== person.personId) return { refused: 'Everybody confirms for themselves.' };
  if (record.confirmed.some(one => one.policyId === policy.id && one.version === version))
    return { refused: 'You have confirmed this version already.' };
  return { event: fact('PolicyConfirmed', today, { policyId: policy.id, version, packHash }) };
}

function wrongDays({ from, to }: Pick<Absence, 'from' | 'to'>): string | null {
  return to !== null && to < from ? `The last day cannot be before the first, ${sayDate(from)}.` : null;
}

function overlap(a: Pick<Absence, 'from' | 'to'>, b: Pick<Absence, 'from' | 'to'>): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}

/** A cover is somebody else who is here then and may see what they cover for. */
function whyNotCover({ coverId, from }: Pick<Absence, 'coverId' | 'from'>, of: StaffDeciding): string | null {
  if (coverId === null) return null;
  const cover = of.people[coverId];
  if (cover === undefined || !cover.active) return 'Choose somebody who works here as cover.';
  if (coverId === of.person.personId) return 'Nobody covers for themselves.';
  const away = awayOn(cover, from > of.today ? from : of.today);
  if (away !== null) return `${cover.name} cannot cover: they are ${sayAway(away, of.today)} themselves.`;
  return scopeOf(cover, of.policy).kind === 'all'
    ? null
    : `${cover.name} sees only complaints of their own, and so could not see to these. Choose somebody who handles complaints, or have the work handed over.`;
}

function fact<T extends StaffEvent['type']>(
  type: T,
  occurredOn: LocalDate,
  body: Extract<StaffEvent, { type: T }>['body'],
): StaffEvent {
  return { type, schema: 1, occurredOn, body } as object as StaffEvent;
}
