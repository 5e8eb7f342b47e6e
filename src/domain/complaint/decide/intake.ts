/** Receiving and logging a complaint (R3: the day it was first told is the day it was received), and who stands around it. */
import { londonDateOf, londonInstant } from '../../calendar/dates.ts';
import type { CommandOf } from '../commands.ts';
import type { Act, Acts, Deciding } from '../deciding.ts';
import type { ComplaintEvent } from '../events.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { standingOf } from '../standing.ts';
import { notApproved } from './corrections.ts';
import { fact, unless } from './facts.ts';
import { mustHaveRole, notBefore, notInFuture } from './guards.ts';

type Log = CommandOf<'LogComplaint'>;

const logComplaint: Act<Log> = {
  allowed: (_state, deciding) => mustHaveRole(deciding, 'log', 'log a complaint', 'Code 3.2'),
  decide(command, _state, deciding) {
    const refusal =
      notInFuture('The day the complaint was received', command.receivedOn, deciding) ?? notKnown(command, deciding);
    return unless(refusal, () => [
      received(command, deciding),
      logged(command, deciding),
      ...danger(command, deciding),
      ...links(command, deciding),
    ]);
  },
};

function notKnown(command: Log, { policy }: Deciding): Refusal | null {
  const lists = [
    ['kind of complainant', command.complainantType, policy.complainants],
    ['way of complaining', command.channel, policy.channels],
    ['category', command.category, policy.categories],
    ['service area', command.serviceArea, policy.serviceAreas],
  ] as const;
  const wrong = lists.find(([, value, list]) => !list.some(one => one.id === value));
  return wrong === undefined ? null : refuse('not-in-policy', { what: wrong[0], value: wrong[1] });
}

function received(command: Log, { policy }: Deciding): ComplaintEvent {
  const { channel, toldTo, complainantId, complainantType, representativeId, homeId, words } = command;
  const standing = standingOf(complainantType, policy);
  return fact('ComplaintReceived', command.receivedOn, {
    channel,
    toldTo,
    complainantId,
    complainantType,
    standing,
    representativeId,
    homeId,
    words,
  });
}

function logged(command: Log, { policy, calendar, actor, today }: Deciding): ComplaintEvent {
  const { reference, packHash, category, serviceArea, contractor, tenure, relevantStock, complainedOf, flags } =
    command;
  return fact('ComplaintLogged', today, {
    reference,
    policyId: policy.id,
    policyVersion: policy.version.version,
    packHash,
    calendarRevision: calendar.revision,
    category,
    serviceArea,
    contractor,
    tenure,
    relevantStock,
    complainedOf,
    flags,
    loggedBy: actor.personId,
  });
}

/** A danger told on an earlier day was known here from that day's end at the latest; otherwise from the moment it is logged (R13). */
function danger({ flags, receivedOn, at, dangerKnownAt }: Log, { actor, today }: Deciding): ComplaintEvent[] {
  if (!flags.includes('safety')) return [];
  const stated = receivedOn < today || at === undefined ? londonInstant(receivedOn, '23:59') : at;
  const known = dangerKnownAt ?? stated;
  const on = dangerKnownAt == null ? receivedOn : londonDateOf(dangerKnownAt);
  return [fact('DangerReported', on, { dangerId: 'danger-1', at: known, by: actor.personId })];
}

function links({ earlierCaseIds, splitFrom }: Log, { today }: Deciding): ComplaintEvent[] {
  const earlier = [...new Set(earlierCaseIds)].filter(id => id !== splitFrom);
  const split = splitFrom === null ? [] : [fact('CaseLinked', today, { otherCaseId: splitFrom, why: 'split-from' })];
  return [...split, ...earlier.map(otherCaseId => fact('CaseLinked', today, { otherCaseId, why: 'earlier' }))];
}

/** A correction is a reasoned, approved fact of its own; what was first recorded stays in the record (R24). */
const correctReceivedDate: Act<CommandOf<'CorrectReceivedDate'>> = {
  allowed: () => null,
  decide({ to, reason, approvedBy }, state, deciding) {
    const from = state.receivedOn;
    const refusal =
      notInFuture('The day the complaint was received', to, deciding) ??
      (state.loggedOn !== null && to > state.loggedOn
        ? refuse('date-after', {
            what: 'The day the complaint was received',
            date: to,
            after: 'the day it was logged',
            limit: state.loggedOn,
          })
        : null) ??
      (to === from ? refuse('nothing-changes', { what: 'That is the day already recorded' }) : null) ??
      notApproved(approvedBy, deciding);
    return unless(refusal, () =>
      from === null ? [] : [fact('ReceivedDateCorrected', deciding.today, { from, to, reason, approvedBy })],
    );
  },
};

const linkCase: Act<CommandOf<'LinkCase'>> = {
  allowed: (state, _deciding, { otherCaseId, why }) =>
    state.links.some(link => link.otherCaseId === otherCaseId && link.why === why)
      ? refuse('already-linked', {})
      : null,
  decide: ({ otherCaseId, why }, _state, { today }) => ({ events: [fact('CaseLinked', today, { otherCaseId, why })] }),
};

/** Authority to act, from the day it is recorded: letters follow it from then on, nothing goes to them before (R22, MAG-03). */
const recordRepresentative: Act<CommandOf<'RecordRepresentative'>> = {
  allowed: (state, _deciding, { personId }) =>
    personId !== undefined && personId === state.complainantId ? refuse('representative-is-complainant', {}) : null,
  decide({ personId, scope, evidence, until, gets }, _state, { today }) {
    const refusal =
      until === null ? null : notBefore('The last day of the authority', until, 'the day it is recorded', today);
    return unless(refusal, () => [
      fact('RepresentativeRecorded', today, { personId, scope, evidence, until, ...(gets && { gets }) }),
    ]);
  },
};

const recordNeeds: Act<CommandOf<'RecordNeeds'>> = {
  allowed: () => null,
  decide: ({ personId, needs }, _state, { today }) => ({ events: [fact('NeedsRecorded', today, { personId, needs })] }),
};

const addNote: Act<CommandOf<'AddNote'>> = {
  allowed: () => null,
  decide: ({ note }, _state, { today }) => ({ events: [fact('NoteAdded', today, { note })] }),
};

export const intakeActs: Acts<
  'LogComplaint' | 'CorrectReceivedDate' | 'LinkCase' | 'RecordRepresentative' | 'RecordNeeds' | 'AddNote'
> = {
  LogComplaint: logComplaint,
  CorrectReceivedDate: correctReceivedDate,
  LinkCase: linkCase,
  RecordRepresentative: recordRepresentative,
  RecordNeeds: recordNeeds,
  AddNote: addNote,
};
