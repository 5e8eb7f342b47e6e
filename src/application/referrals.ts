/**
 * Restricted referrals: made, handed over, passed on and closed (R61). Each is a stream of its own in the landlord's log, chained,
 * signed and verified like a complaint's; the complaint itself learns nothing of it.
 */
import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Instant } from '../domain/calendar/dates.ts';
import type { TextRef } from '../domain/complaint/events.ts';
import type { Refusal } from '../domain/complaint/refusals.ts';
import { decideReferral, type ReferralCommand } from '../domain/referral/decide.ts';
import type { ReferralOutcome, Sign, ToldTo } from '../domain/referral/events.ts';
import { evolveReferral } from '../domain/referral/referral.ts';
import { appendEvents } from '../storage/events.ts';
import { inLandlord, type Tx } from '../storage/landlord-transaction.ts';
import { type PreparedText, prepareText, storePrepared } from '../storage/personal-text.ts';
import { closeReceipt, openReceipt } from '../storage/receipts.ts';
import type { JsonValue } from '../storage/tables.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import { loadCase } from './load-case.ts';
import { loadReferral, writeReferral } from './write-referral.ts';

/** What is done to a referral, in the words that were typed. */
export type ReferralAct =
  | { kind: 'make'; sign: Sign; at: Instant; words: string; dutyPersonId: string }
  | { kind: 'hand-over'; dutyPersonId: string; words: string }
  | { kind: 'pass-on'; to: ToldTo; at: Instant; words: string }
  | { kind: 'close'; outcome: ReferralOutcome; at: Instant; words: string };

export type ReferralOutcomeOf =
  | { kind: 'done'; referralId: string }
  | { kind: 'refused'; refusal: Refusal }
  /** Somebody else changed it meanwhile, or this form was sent with something else in it. */
  | { kind: 'changed' };

type Asked = {
  caseId: string;
  /** Null for a new one. */
  referralId: string | null;
  act: ReferralAct;
  commandId: string;
};

/** Carries an outcome out of a transaction that must be rolled back. */
class NotDone extends Error {
  readonly outcome: ReferralOutcomeOf;
  constructor(outcome: ReferralOutcomeOf) {
    super('not done');
    this.outcome = outcome;
  }
}

/** Does it, once however often the button is pressed. */
export async function changeReferral(app: Application, who: Viewer, asked: Asked): Promise<ReferralOutcomeOf> {
  try {
    return await inLandlord(app.database, who.landlordId, tx => once(app, tx, who, asked));
  } catch (error) {
    if (error instanceof NotDone) return error.outcome;
    throw error;
  }
}

async function once(app: Application, tx: Tx, who: Viewer, asked: Asked): Promise<ReferralOutcomeOf> {
  const { landlordId } = who;
  const { commandId } = asked;
  const command = { landlordId, commandId, payload: withoutWords(asked), receivedAt: timeNow(app).now };
  const receipt = await openReceipt(tx, command);
  if (receipt.kind === 'other') return { kind: 'changed' };
  if (receipt.kind === 'same') return { kind: 'done', referralId: doneBefore(receipt.result) };
  const referralId = asked.referralId ?? randomUUIDv7();
  await change(app, tx, who, { ...asked, referralId });
  await closeReceipt(tx, command, { referralId });
  return { kind: 'done', referralId };
}

/** The receipt of a form keeps what was typed; of this one it keeps only what tells a second press from another form. */
function withoutWords({ caseId, referralId, act, commandId }: Asked): Readonly<Record<string, JsonValue>> {
  const typed = JSON.stringify([commandId, caseId, referralId, act]);
  return { form: 'referral', digest: createHash('sha256').update(typed).digest('hex') };
}

function doneBefore(result: JsonValue): string {
  return typeof result === 'object' && result !== null && 'referralId' in result ? String(result['referralId']) : '';
}

async function change(app: Application, tx: Tx, who: Viewer, asked: Asked & { referralId: string }): Promise<void> {
  const { landlordId } = who;
  const { referralId } = asked;
  const { now } = timeNow(app);
  const { landlord, state, people } = await loadCase(app, tx, landlordId, asked.caseId);
  const before = await loadReferral(tx, landlordId, referralId);
  const texts: PreparedText[] = [];
  const keep = (value: string): TextRef => {
    const text = prepareText({ subject: asked.caseId, class: 'referral', value });
    texts.push(text);
    return text.reference;
  };
  const actor = people[who.personId] ?? { ...who, managerId: null, active: true };
  const decided = decideReferral(commandOf(asked, keep), before, {
    ...{ policy: landlord.policy, now, actor, people, around: state },
  });
  if ('refusal' in decided) throw new NotDone({ kind: 'refused', refusal: decided.refusal });
  const after = decided.events.reduce(evolveReferral, before);
  if (after === null) throw new Error('A referral was asked for and none was made.');
  const stored = await appendEvents(tx, {
    ...{ landlordId, caseId: referralId, expectedVersion: before?.version ?? 0, events: decided.events },
    ...{ actor: `person:${who.personId}`, recordedAt: now, packHash: landlord.hash },
  });
  if (stored.kind === 'version-conflict') throw new NotDone({ kind: 'changed' });
  await storePrepared(tx, landlordId, texts);
  await writeReferral(tx, landlord, referralId, after);
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
