/**
 * Restricted referrals: made, handed over, passed on and closed (R61). Each is a stream of its own in the landlord's log, chained,
 * signed and verified like a complaint's; the complaint itself learns nothing of it.
 */
import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Instant } from '../domain/calendar/dates.ts';
import type { TextRef } from '../domain/complaint/events.ts';
import { decideReferral, type ReferralCommand } from '../domain/referral/decide.ts';
import type { ReferralEvent, ReferralOutcome, Sign, ToldTo } from '../domain/referral/events.ts';
import { evolveReferral, type Referral } from '../domain/referral/referral.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { JsonValue } from '../storage/tables.ts';
import type { Application, Viewer } from './application.ts';
import { actorAmong } from './landlord.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { allOrNothing, type Decided, type Doing, decideEach, oneAct, type WhyNot } from './one-act.ts';
import { loadReferral, writeReferral } from './write-referral.ts';

/** What is done to a referral, in the words that were typed. */
export type ReferralAct =
  | { kind: 'make'; sign: Sign; at: Instant; words: string; dutyPersonId: string }
  | { kind: 'hand-over'; dutyPersonId: string; words: string }
  | { kind: 'pass-on'; to: ToldTo; at: Instant; words: string }
  | { kind: 'close'; outcome: ReferralOutcome; at: Instant; words: string };

export type ReferralOutcomeOf = { kind: 'done'; referralId: string } | WhyNot;

type Asked = {
  caseId: string;
  /** Null for a new one. */
  referralId: string | null;
  /** The version the form was filled in from; null for a new one, and where nothing can clash. */
  versionSeen: number | null;
  act: ReferralAct;
  commandId: string;
};

/** Does it, once however often the button is pressed, and unless somebody else did something since the form was shown. */
export function changeReferral(app: Application, who: Viewer, asked: Asked): Promise<ReferralOutcomeOf> {
  const { landlordId } = who;
  const { commandId, versionSeen, caseId, referralId } = asked;
  const id = referralId ?? randomUUIDv7();
  const ask = { streamId: id, versionSeen, commandId, payload: withoutWords(asked) };
  return allOrNothing(app, landlordId, async tx => {
    const { streamId } = await oneAct(app, tx, who, ask, {
      calendar: holdCalendar,
      load: async () => {
        const [around, found] = await Promise.all([
          loadCase(app, tx, landlordId, caseId),
          loadReferral(tx, landlordId, id),
        ]);
        return { around, ...found };
      },
      decide: (loaded, doing) => decideOnReferral(tx, who, { ...asked, referralId: id }, loaded, doing),
    });
    return { kind: 'done', referralId: streamId } as const;
  });
}

/** The receipt of a form keeps what was typed; of this one it keeps only what tells a second press from another form. */
function withoutWords({ caseId, referralId, act, commandId }: Asked): Readonly<Record<string, JsonValue>> {
  const typed = JSON.stringify([commandId, caseId, referralId, act]);
  return { form: 'referral', digest: createHash('sha256').update(typed).digest('hex') };
}

function decideOnReferral(
  tx: Tx,
  who: Viewer,
  asked: Asked & { referralId: string },
  { around, referral: before }: { around: LoadedCase; referral: Referral | null },
  { keep, now }: Doing,
): Decided {
  const { landlord, state, people } = around;
  const deciding = { policy: landlord.policy, now, actor: actorAmong(people, who), people, around: state };
  const command = commandOf(asked, words => keep(words, 'referral', asked.caseId));
  const { events, state: after } = decideEach<ReferralCommand, Referral | null, ReferralEvent>([command], before, {
    decide: (one, referral) => decideReferral(one, referral, deciding),
    evolve: evolveReferral,
  });
  if (after === null) throw new Error('A referral was asked for and none was made.');
  const rows = () => writeReferral(tx, landlord, asked.referralId, after);
  return { events, packHash: landlord.hash, rows };
}

function commandOf({ act, caseId }: Asked, keep: (value: string) => TextRef): ReferralCommand {
  const words = keep(act.words);
  switch (act.kind) {
    case 'make':
      return { type: 'MakeReferral', caseId, sign: act.sign, at: act.at, dutyPersonId: act.dutyPersonId, words };
    case 'hand-over':
      return { type: 'HandOverReferral', dutyPersonId: act.dutyPersonId, reason: words };
    case 'pass-on':
      return { type: 'PassOnReferral', to: act.to, at: act.at, words };
    case 'close':
      return { type: 'CloseReferral', outcome: act.outcome, at: act.at, note: words };
  }
}
