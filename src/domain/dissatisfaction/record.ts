/** What a record of dissatisfaction is, built from its events. */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';
import type { DissatisfactionEvent, ReviewVerdict, Source } from './events.ts';

export type DissatisfactionRecord = {
  version: number;
  source: Source;
  channel: string;
  toldTo: 'staff' | 'contractor' | 'landlord-inbox';
  /** The day dissatisfaction was first told: if it becomes a complaint, it was received that day (R3). */
  toldOn: LocalDate;
  personId: PersonId;
  words: TextRef;
  recordedBy: PersonId;
  /** Each day on which they were offered a complaint, first to last. */
  offeredOn: readonly LocalDate[];
  /** Their latest answer; they may change their mind. */
  answer: { is: 'yes' | 'no'; on: LocalDate; words: TextRef | null; by: PersonId } | null;
  confirmedOn: LocalDate | null;
  /** The day their "no" came into the sample; null where it is in none, or they have changed their mind. */
  sampledOn: LocalDate | null;
  review: { verdict: ReviewVerdict; on: LocalDate; note: TextRef; by: PersonId } | null;
  became: { caseId: string; reference: string; on: LocalDate } | null;
};

/** The record after one more event; the first one makes it. */
export function evolveRecord(record: DissatisfactionRecord | null, event: DissatisfactionEvent): DissatisfactionRecord {
  if (event.type === 'DissatisfactionTold') return told(event);
  if (record === null) throw new Error(`A record of dissatisfaction cannot begin with ${event.type}.`);
  return { ...record, ...changeBy(record, event), version: record.version + 1 };
}

/** The record that the events make; null where there are none. */
export function replayRecord(events: readonly DissatisfactionEvent[]): DissatisfactionRecord | null {
  return events.reduce<DissatisfactionRecord | null>(evolveRecord, null);
}

function told({ occurredOn, body }: Extract<DissatisfactionEvent, { type: 'DissatisfactionTold' }>) {
  return {
    ...body,
    version: 1,
    toldOn: occurredOn,
    offeredOn: [],
    answer: null,
    confirmedOn: null,
    sampledOn: null,
    review: null,
    became: null,
  };
}

function changeBy(record: DissatisfactionRecord, event: DissatisfactionEvent): Partial<DissatisfactionRecord> {
  const { occurredOn } = event;
  switch (event.type) {
    case 'ComplaintOffered':
      return { offeredOn: [...record.offeredOn, occurredOn] };
    case 'OfferAnswered':
      return {
        answer: { is: event.body.answer, on: occurredOn, words: event.body.words, by: event.body.by },
        sampledOn: null,
        review: null,
      };
    case 'RouteConfirmed':
      return { confirmedOn: occurredOn };
    case 'NoAnswerSampled':
      return { sampledOn: occurredOn };
    case 'NoAnswerReviewed':
      return { review: { ...event.body, on: occurredOn } };
    case 'ComplaintMade':
      return { became: { ...event.body, on: occurredOn } };
    default:
      return {};
  }
}
