/** What people may record of dissatisfaction, and why not. Pure: today and the policy are told. */
import type { LocalDate } from '../calendar/dates.ts';
import type { HandedOver, PersonId, TextRef } from '../complaint/events.ts';
import { type Refusal, refuse } from '../complaint/refusals.ts';
import { inSample } from '../contact/sample.ts';
import { intakeRules } from '../policy/intake-rules.ts';
import type { Policy } from '../policy/policy.ts';
import type { DissatisfactionEvent, ReviewVerdict, Source } from './events.ts';
import type { DissatisfactionRecord } from './record.ts';

export type RecordCommand =
  | {
      type: 'TellDissatisfaction';
      on: LocalDate;
      source: Source;
      channel: string;
      toldTo: 'staff' | 'contractor' | 'landlord-inbox';
      personId: PersonId;
      words: TextRef;
      /** It is about how a request for a service was dealt with, or about the response to one: then it is a complaint (MAG-14). */
      aboutServiceRequest: boolean;
    }
  | { type: 'OfferComplaint'; on: LocalDate; channel: string }
  | { type: 'AnswerOffer'; on: LocalDate; channel: string; answer: 'yes' | 'no'; words: TextRef | null }
  | { type: 'ConfirmRoute'; on: LocalDate; how: HandedOver; evidence: TextRef }
  | { type: 'ReviewNoAnswer'; verdict: ReviewVerdict; note: TextRef }
  | { type: 'MakeComplaint'; caseId: string; reference: string; receivedOn: LocalDate };

export type RecordDeciding = { policy: Policy; code: Policy; today: LocalDate; actorId: PersonId; recordId: string };
type Decided = { events: DissatisfactionEvent[] } | { refusal: Refusal };

/** New facts, or a refusal in words. */
export function decideRecord(
  command: RecordCommand,
  record: DissatisfactionRecord | null,
  deciding: RecordDeciding,
): Decided {
  const refusal =
    notNow(command, record, deciding) ?? wrongDay(command, record, deciding) ?? unknownWay(command, deciding);
  return refusal === null ? { events: facts(command, deciding) } : { refusal };
}

function notNow(
  command: RecordCommand,
  record: DissatisfactionRecord | null,
  { actorId }: RecordDeciding,
): Refusal | null {
  if (command.type === 'TellDissatisfaction')
    return command.aboutServiceRequest ? refuse('dissatisfaction-is-complaint', {}) : null;
  if (record === null) return refuse('no-such-record', {});
  if (record.became !== null) return refuse('dissatisfaction-became-complaint', { reference: record.became.reference });
  if (command.type === 'ReviewNoAnswer') return notReviewed(record, actorId);
  if (command.type === 'OfferComplaint' && record.answer !== null)
    return refuse('offer-answered', { answer: record.answer.is, on: record.answer.on });
  if (command.type === 'AnswerOffer' && command.answer === record.answer?.is)
    return refuse('offer-answered', { answer: record.answer.is, on: record.answer.on });
  if (command.type === 'ConfirmRoute' && record.answer?.is !== 'no') return refuse('route-needs-no', {});
  if (command.type === 'ConfirmRoute' && record.confirmedOn !== null)
    return refuse('nothing-changes', { what: 'How to complain has been confirmed in writing already' });
  return null;
}

/** Looked at again by somebody who neither wrote it down nor had the answer from them. */
function notReviewed(
  { answer, sampledOn, review, recordedBy }: DissatisfactionRecord,
  actorId: PersonId,
): Refusal | null {
  if (answer?.is !== 'no' || sampledOn === null || review !== null) return refuse('no-answer-to-review', {});
  return answer.by === actorId || recordedBy === actorId ? refuse('own-no-answer', {}) : null;
}

function wrongDay(
  command: RecordCommand,
  record: DissatisfactionRecord | null,
  { today }: RecordDeciding,
): Refusal | null {
  const toldOn = record?.toldOn ?? null;
  if (command.type === 'MakeComplaint') {
    const { receivedOn } = command;
    if (toldOn === null || receivedOn <= toldOn) return null;
    return refuse('date-after', {
      what: 'The day the complaint was received',
      date: receivedOn,
      after: 'the day they first told us that they were dissatisfied',
      limit: toldOn,
    });
  }
  if (command.type === 'ReviewNoAnswer') return null;
  const what = command.type === 'TellDissatisfaction' ? 'The day they told us' : 'That day';
  if (command.on > today) return refuse('date-in-future', { what, today });
  if (toldOn === null || command.on >= toldOn) return null;
  return refuse('date-before', { what, date: command.on, before: 'the day they told us', limit: toldOn });
}

function unknownWay(command: RecordCommand, { policy }: RecordDeciding): Refusal | null {
  if (!('channel' in command) || policy.channels.some(one => one.id === command.channel)) return null;
  return refuse('not-in-policy', { what: 'way of telling us', value: command.channel });
}

function facts(command: RecordCommand, deciding: RecordDeciding): DissatisfactionEvent[] {
  const { today, actorId } = deciding;
  switch (command.type) {
    case 'TellDissatisfaction': {
      const { source, channel, toldTo, personId, words } = command;
      const body = { source, channel, toldTo, personId, words, recordedBy: actorId };
      return [{ type: 'DissatisfactionTold', schema: 1, occurredOn: command.on, body }];
    }
    case 'OfferComplaint':
      return [offered(command.on, command.channel, actorId)];
    case 'AnswerOffer': {
      const body = { answer: command.answer, words: command.words, by: actorId };
      const answered = { type: 'OfferAnswered', schema: 1, occurredOn: command.on, body } as const;
      return [offered(command.on, command.channel, actorId), answered, ...sampled(command, deciding)];
    }
    case 'ConfirmRoute': {
      const body = { how: command.how, evidence: command.evidence, by: actorId };
      return [{ type: 'RouteConfirmed', schema: 1, occurredOn: command.on, body }];
    }
    case 'ReviewNoAnswer': {
      const body = { verdict: command.verdict, note: command.note, by: actorId };
      return [{ type: 'NoAnswerReviewed', schema: 1, occurredOn: today, body }];
    }
    case 'MakeComplaint': {
      const { caseId, reference } = command;
      return [{ type: 'ComplaintMade', schema: 1, occurredOn: today, body: { caseId, reference } }];
    }
  }
}

/** Which "no" is looked at again is kept with it, so that a later change of the share does not move it in or out. */
function sampled(
  { answer }: Extract<RecordCommand, { type: 'AnswerOffer' }>,
  { today, recordId, policy, code }: RecordDeciding,
): DissatisfactionEvent[] {
  const { percent } = intakeRules({ policy, code }).noAnswerSample;
  if (answer !== 'no' || !inSample(recordId, percent)) return [];
  return [{ type: 'NoAnswerSampled', schema: 1, occurredOn: today, body: { percent } }];
}

function offered(on: LocalDate, channel: string, by: PersonId): DissatisfactionEvent {
  return { type: 'ComplaintOffered', schema: 1, occurredOn: on, body: { channel, by } };
}
