/** What people may record of what somebody needs, and why not. Pure: today is told. */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';
import { type Refusal, refuse } from '../complaint/refusals.ts';
import { sayNeed } from '../complaint/say-need.ts';
import type { NeedFacts, NeedsEvent } from './events.ts';
import { mayRepeat } from './kinds.ts';
import { holding, type Need, type PersonNeeds } from './needs.ts';

export type NeedsCommand =
  | ({ type: 'RecordNeed'; personId: PersonId; on: LocalDate } & NeedFacts)
  | ({ type: 'ChangeNeed'; reason: TextRef } & NeedFacts)
  | { type: 'EndNeed'; needId: string; on: LocalDate; reason: TextRef }
  | { type: 'ReviewNeeds'; on: LocalDate; note: TextRef };

export type NeedsDeciding = { today: LocalDate; actorId: PersonId };
type Decided = { events: NeedsEvent[] } | { refusal: Refusal };

/** New facts, or a refusal in words. Any member of staff may hear of a need, and it holds from that moment. */
export function decideNeeds(command: NeedsCommand, record: PersonNeeds | null, deciding: NeedsDeciding): Decided {
  const refusal = notNow(command, record) ?? wrongDay(command, record, deciding) ?? incomplete(command);
  return refusal === null ? { events: [factOf(command, deciding)] } : { refusal };
}

function notNow(command: NeedsCommand, record: PersonNeeds | null): Refusal | null {
  const held = record === null ? [] : holding(record);
  if (command.type === 'ReviewNeeds') return held.length === 0 ? refuse('no-needs-to-review', {}) : null;
  const others = held.filter(one => one.needId !== command.needId);
  if (command.type !== 'RecordNeed' && others.length === held.length) return refuse('no-such-need', {});
  if (command.type === 'EndNeed' || mayRepeat(command.kind)) return null;
  return others.some(one => one.kind === command.kind)
    ? refuse('need-there-already', { need: sayNeed(command.kind) })
    : null;
}

function wrongDay(command: NeedsCommand, record: PersonNeeds | null, { today }: NeedsDeciding): Refusal | null {
  if ('on' in command && command.on > today) return refuse('date-in-future', { what: dayOf[command.type], today });
  const until = 'until' in command ? command.until : null;
  if (until !== null && until < today)
    return refuse('date-before', { what: 'The day it is expected to end', date: until, before: 'today', limit: today });
  const earliest = firstDay(command, record);
  return earliest === null || !('on' in command) || command.on >= earliest
    ? null
    : refuse('date-before', {
        ...{ what: dayOf[command.type], date: command.on },
        ...{ before: 'the day we were told', limit: earliest },
      });
}

const dayOf = {
  RecordNeed: 'The day we were told',
  EndNeed: 'The day it ended',
  ReviewNeeds: 'The day of the review',
} as const;

/** Nothing ends or is gone through before we were told of it. */
function firstDay(command: NeedsCommand, record: PersonNeeds | null): LocalDate | null {
  if (record === null || command.type === 'RecordNeed' || command.type === 'ChangeNeed') return null;
  const about: readonly Need[] =
    command.type === 'EndNeed' ? record.needs.filter(one => one.needId === command.needId) : holding(record);
  return about.map(one => one.toldOn).toSorted()[0] ?? null;
}

/** What makes it something to act by; and what lies behind it is kept with their agreement, or not at all. */
function incomplete(command: NeedsCommand): Refusal | null {
  if (command.type !== 'RecordNeed' && command.type !== 'ChangeNeed') return null;
  const { hours, behind, consentToKeep, toldBy } = command;
  if (behind !== null && consentToKeep !== 'yes' && toldBy !== 'earlier-complaint')
    return refuse('need-without-consent', {});
  return hours !== null && hours.from >= hours.to ? refuse('hours-wrong', {}) : null;
}

function factOf(command: NeedsCommand, { today, actorId: by }: NeedsDeciding): NeedsEvent {
  switch (command.type) {
    case 'RecordNeed': {
      const { type: _, on, ...body } = command;
      return { type: 'NeedRecorded', schema: 1, occurredOn: on, body: { ...body, by } };
    }
    case 'ChangeNeed': {
      const { type: _, ...body } = command;
      return { type: 'NeedChanged', schema: 1, occurredOn: today, body: { ...body, by } };
    }
    case 'EndNeed': {
      const { needId, reason } = command;
      return { type: 'NeedEnded', schema: 1, occurredOn: command.on, body: { needId, reason, by } };
    }
    case 'ReviewNeeds':
      return { type: 'NeedsReviewed', schema: 1, occurredOn: command.on, body: { note: command.note, by } };
  }
}
