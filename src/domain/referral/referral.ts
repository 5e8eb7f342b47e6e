/** What a restricted referral is, built from its events. */
import type { Instant } from '../calendar/dates.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';
import type { ReferralEvent, ReferralOutcome, Sign, ToldTo } from './events.ts';

export type PassedOn = { to: ToldTo; at: Instant; words: TextRef; by: PersonId };

export type Referral = {
  version: number;
  caseId: string;
  sign: Sign;
  at: Instant;
  words: TextRef;
  madeBy: PersonId;
  dutyPersonId: PersonId;
  /** Who was on duty before, with the reason for each change. */
  handedOver: readonly { from: PersonId; to: PersonId; reason: TextRef; by: PersonId }[];
  passedOn: readonly PassedOn[];
  closed: { outcome: ReferralOutcome; at: Instant; note: TextRef; by: PersonId } | null;
};

/** The referral after one more event; the first one makes it. */
export function evolveReferral(referral: Referral | null, event: ReferralEvent): Referral {
  if (event.type === 'ReferralMade') {
    const { by: madeBy, ...made } = event.body;
    return { ...made, version: 1, madeBy, handedOver: [], passedOn: [], closed: null };
  }
  if (referral === null) throw new Error(`A referral cannot begin with ${event.type}.`);
  return { ...referral, ...changeBy(referral, event), version: referral.version + 1 };
}

/** The referral that the events make; null where there are none. */
export function replayReferral(events: readonly ReferralEvent[]): Referral | null {
  return events.reduce<Referral | null>(evolveReferral, null);
}

function changeBy(referral: Referral, event: Exclude<ReferralEvent, { type: 'ReferralMade' }>): Partial<Referral> {
  switch (event.type) {
    case 'ReferralHandedOver': {
      const { dutyPersonId, reason, by } = event.body;
      const change = { from: referral.dutyPersonId, to: dutyPersonId, reason, by };
      return { dutyPersonId, handedOver: [...referral.handedOver, change] };
    }
    case 'ReferralPassedOn':
      return { passedOn: [...referral.passedOn, event.body] };
    case 'ReferralClosed':
      return { closed: event.body };
    case 'Disposed':
      return {};
  }
}
