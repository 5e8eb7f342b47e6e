/** What people may record of a restricted referral, and why not. Pure: today and the people are told. */
import { type Instant, type LocalDate, londonDateOf } from '../calendar/dates.ts';
import type { PersonFacts } from '../complaint/deciding.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';
import { type Refusal, refuse } from '../complaint/refusals.ts';
import { safeguardingRoles } from '../policy/duty-times.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReferralEvent, ReferralOutcome, Sign, ToldTo } from './events.ts';
import type { Referral } from './referral.ts';
import { type Around, maySeeReferral, onDuty, tooNear } from './who.ts';

export type ReferralCommand =
  | { type: 'MakeReferral'; caseId: string; sign: Sign; at: Instant; words: TextRef; dutyPersonId: PersonId }
  | { type: 'HandOverReferral'; dutyPersonId: PersonId; reason: TextRef }
  | { type: 'PassOnReferral'; to: ToldTo; at: Instant; words: TextRef }
  | { type: 'CloseReferral'; outcome: ReferralOutcome; at: Instant; note: TextRef };

export type ReferralDeciding = {
  policy: Policy;
  now: Instant;
  actor: PersonFacts;
  people: Readonly<Record<PersonId, PersonFacts>>;
  /** The complaint in which it was noticed. */
  around: Around;
};
type Decided = { events: ReferralEvent[] } | { refusal: Refusal };

/** New facts, or a refusal in words. Whatever became of the complaint, a referral may be made and is seen through. */
export function decideReferral(
  command: ReferralCommand,
  referral: Referral | null,
  deciding: ReferralDeciding,
): Decided {
  const refusal =
    notNow(command, referral, deciding) ??
    notThem(command, referral, deciding) ??
    wrongTime(command, referral, deciding);
  return refusal === null ? { events: [factOf(command, deciding)] } : { refusal };
}

function notNow(command: ReferralCommand, referral: Referral | null, deciding: ReferralDeciding): Refusal | null {
  if (command.type === 'MakeReferral') return null;
  const { actor, around, policy } = deciding;
  if (referral === null || !maySeeReferral(actor, referral, around, policy)) return refuse('no-such-referral', {});
  return referral.closed === null ? null : refuse('referral-closed', { on: londonDateOf(referral.closed.at) });
}

/** Who can be named: somebody here who is on duty for it, and whom the complaint is not about. */
export function canBeOnDuty(person: PersonFacts, around: Around, policy: Policy): boolean {
  return person.active && onDuty(person, policy) && !tooNear(person, around);
}

function notThem(command: ReferralCommand, referral: Referral | null, deciding: ReferralDeciding): Refusal | null {
  if (command.type !== 'MakeReferral' && command.type !== 'HandOverReferral') return null;
  const { policy, around, people } = deciding;
  const named = people[command.dutyPersonId];
  if (named === undefined || !canBeOnDuty(named, around, policy)) {
    const titles = safeguardingRoles(policy).map(id => policy.roles.find(role => role.id === id)?.title ?? id);
    return refuse('not-on-duty', { who: titles.join(' or ') });
  }
  return named.personId === referral?.dutyPersonId
    ? refuse('nothing-changes', { what: 'They are the person on duty already' })
    : null;
}

function wrongTime(command: ReferralCommand, referral: Referral | null, { now }: ReferralDeciding): Refusal | null {
  if (!('at' in command)) return null;
  if (Date.parse(command.at) > Date.parse(now)) return refuse('time-in-future', {});
  return referral !== null && Date.parse(command.at) < Date.parse(referral.at) ? refuse('before-referral', {}) : null;
}

function factOf(command: ReferralCommand, { actor, now }: ReferralDeciding): ReferralEvent {
  const by = actor.personId;
  const on = (at: Instant): { schema: 1; occurredOn: LocalDate } => ({ schema: 1, occurredOn: londonDateOf(at) });
  switch (command.type) {
    case 'MakeReferral': {
      const { caseId, sign, at, words, dutyPersonId } = command;
      return { type: 'ReferralMade', ...on(at), body: { caseId, sign, at, words, dutyPersonId, by } };
    }
    case 'HandOverReferral': {
      const { dutyPersonId, reason } = command;
      return { type: 'ReferralHandedOver', ...on(now), body: { dutyPersonId, reason, by } };
    }
    case 'PassOnReferral': {
      const { to, at, words } = command;
      return { type: 'ReferralPassedOn', ...on(at), body: { to, at, words, by } };
    }
    case 'CloseReferral': {
      const { outcome, at, note } = command;
      return { type: 'ReferralClosed', ...on(at), body: { outcome, at, note, by } };
    }
  }
}
