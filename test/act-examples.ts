/** Each act from logging to understanding, filled in as it should be, on a complaint that an officer has defined. */
import type { Viewer } from '../src/application/application.ts';
import { accessExamples } from './access-examples.ts';
import { actUrl, dayFields, does, officersOf } from './act-forms.ts';
import { handOverExamples } from './hand-over-examples.ts';
import type { StaffSite } from './staff-site.ts';
import type { Fields } from './staff-visitor.ts';
import { togetherExamples } from './together-examples.ts';

export type Ready = { reference: string; pointIds: string[]; otherReference: string };
/** An act filled in rightly, by somebody who may. */
export type Example = {
  act: string;
  by: Viewer;
  fields: (ready: Ready) => Fields;
  /** The fields where people type. */
  texts: readonly string[];
  /** Boxes of dates, by their names. */
  dates?: readonly string[];
  before?: (ready: Ready) => Promise<unknown>;
  makes: string;
};

const today = dayFields('on', '2026-11-04');

/** A request for a service, as its form sends it. */
export function actExamples(site: StaffSite): readonly Example[] {
  const { officer, other, lead } = officersOf(site.magna);
  return [
    { act: 'add-note', by: other, fields: () => ({ note: 'A note' }), texts: ['note'], makes: 'NoteAdded' },
    {
      act: 'assign',
      by: lead,
      fields: () => ({ person: other.personId, reason: 'On leave' }),
      texts: ['reason'],
      makes: 'HandlerAssigned',
    },
    ...handOverExamples(site),
    {
      act: 'routing',
      by: lead,
      fields: () => ({ rule: 'serious', followed: 'no', reason: 'The team knows the family' }),
      texts: ['reason'],
      makes: 'RoutingDecided',
    },
    {
      act: 'declare-conflict',
      by: lead,
      fields: () => ({ person: other.personId, reason: 'A neighbour' }),
      texts: ['reason'],
      makes: 'ConflictDeclared',
    },
    {
      act: 'priority',
      by: other,
      fields: () => ({ reason: 'Water near the sockets' }),
      texts: ['reason'],
      makes: 'PrioritySet',
    },
    {
      act: 'clear-priority',
      by: lead,
      before: async ({ reference }) => does(await site.as(other), actUrl(reference, 'priority'), { reason: 'Water' }),
      fields: () => ({ reason: 'The power is off' }),
      texts: ['reason'],
      makes: 'PriorityCleared',
    },
    {
      act: 'correct-received-date',
      by: officer,
      fields: () => ({ ...dayFields('to', '2026-10-30'), reason: 'The email of that day', approver: lead.personId }),
      texts: ['reason'],
      dates: ['to'],
      makes: 'ReceivedDateCorrected',
    },
    {
      act: 'link',
      by: other,
      fields: ({ otherReference }) => ({ reference: otherReference, why: 'earlier' }),
      texts: ['reference'],
      makes: 'CaseLinked',
    },
    ...togetherExamples(site),
    {
      act: 'representative',
      by: other,
      fields: () => ({
        who: 'new',
        name: 'Ms Speaker',
        phone: '01632 960555',
        scope: 'full',
        evidence: 'A signed letter',
      }),
      texts: ['name', 'evidence', 'address'],
      dates: ['until'],
      makes: 'RepresentativeRecorded',
    },
    {
      act: 'end-authority',
      by: other,
      before: async ({ reference }) =>
        does(await site.as(other), actUrl(reference, 'representative'), {
          ...{ who: 'new', name: 'Ola Advice', phone: '01632 960555' },
          ...{ scope: 'full', gets: 'copies', evidence: 'A signed letter' },
        }),
      fields: () => ({ reason: 'She speaks for herself now' }),
      texts: ['reason'],
      makes: 'AuthorityEnded',
    },
    {
      act: 'safe-contact',
      by: other,
      fields: () => ({ limits: ['no-post', 'secret-address'], reason: 'A former partner opens the post' }),
      texts: ['reason'],
      makes: 'SafeContactRecorded',
    },
    {
      act: 'record-death',
      by: other,
      fields: () => ({
        ...today,
        told: 'Her son, by phone',
        ...dayFields('died', '2026-11-03'),
        contact: 'new',
        name: 'Mr Chike Okonkwo',
        phone: '01632 960777',
      }),
      texts: ['told', 'name', 'address'],
      dates: ['on', 'died'],
      makes: 'DeathRecorded',
    },
    {
      act: 'successor',
      by: other,
      before: async ({ reference }) =>
        does(await site.as(officer), actUrl(reference, 'record-death'), { told: 'Her son', contact: 'nobody' }),
      fields: () => ({
        who: 'new',
        name: 'Mr Chike Okonkwo',
        phone: '01632 960777',
        capacity: 'next-of-kin',
        evidence: 'The death certificate',
      }),
      texts: ['name', 'evidence', 'address'],
      makes: 'SuccessorRecorded',
    },
    {
      act: 'record-move',
      by: other,
      fields: () => ({ ...today, address: '9 New Road, Wells, BA5 9ZZ', note: 'She told us' }),
      texts: ['address', 'note'],
      dates: ['on'],
      makes: 'ResidentMoved',
    },
    {
      act: 'repeat',
      by: other,
      fields: () => ({ ...today, channel: 'email', words: 'As I said on the phone, it leaks.' }),
      texts: ['words'],
      dates: ['on'],
      makes: 'ComplaintRepeated',
    },
    {
      act: 'record-cause',
      by: officer,
      fields: () => ({ cause: 'delay', note: 'The order was raised three weeks late' }),
      texts: ['note'],
      makes: 'CauseRecorded',
    },
    {
      act: 'correct-contact',
      by: other,
      fields: () => ({ email: 'amaka.new@example.org', phone: '', address: '2 Elm Row', reason: 'She rang' }),
      texts: ['reason', 'address'],
      makes: 'ContactDetailsCorrected',
    },
    {
      act: 'ask-clarification',
      by: officer,
      fields: () => ({ ...today, question: 'Which room?' }),
      texts: ['question'],
      dates: ['on'],
      makes: 'ClarificationAsked',
    },
    {
      act: 'record-clarification',
      by: officer,
      before: async ({ reference }) =>
        does(await site.as(officer), actUrl(reference, 'ask-clarification'), { question: 'Which room?' }),
      fields: () => ({ ...today, answer: 'The kitchen' }),
      texts: ['answer'],
      dates: ['on'],
      makes: 'ClarificationGiven',
    },
    {
      act: 'record-contact',
      by: officer,
      fields: () => ({ ...today, kind: 'discussion', note: 'We spoke', method: 'By phone' }),
      texts: ['note', 'outcome', 'timescale', 'method'],
      dates: ['on', 'next'],
      makes: 'ResidentContacted',
    },
    {
      act: 'agree-contact',
      by: officer,
      fields: () => ({ ...today, method: 'By email', every: 'week', ...dayFields('next', '2026-11-11') }),
      texts: ['method'],
      dates: ['on', 'next'],
      makes: 'ContactAgreed',
    },
    {
      act: 'define',
      by: officer,
      fields: () => ({
        'point-1': 'The ceiling leaks badly.',
        outcome: 'A repair',
        'left-out': 'The rent: not about it',
      }),
      texts: ['point-1', 'outcome', 'left-out'],
      makes: 'ComplaintDefined',
    },
    {
      act: 'add-point',
      by: officer,
      fields: () => ({ ...today, text: 'The door sticks', related: 'yes', delay: 'no', responsibility: 'ours' }),
      texts: ['text', 'body'],
      dates: ['on'],
      makes: 'PointAdded',
    },
    {
      act: 'move-point',
      by: officer,
      fields: ({ pointIds }) => ({
        point: pointIds[1] ?? '',
        words: 'Nobody calls back',
        authority: 'covers',
        ...dayFields('raised', '2026-11-02'),
      }),
      texts: ['words'],
      dates: ['raised'],
      makes: 'PointMoved',
    },
    {
      act: 'exclude-point',
      by: lead,
      fields: ({ pointIds }) => ({
        point: pointIds[1] ?? '',
        ground: 'other-appeal',
        'q-other-appeal-which-procedure': 'The review of the allocation',
        'q-other-appeal-open-to-them': 'yes',
        'q-other-appeal-about-handling': 'no',
        reasons: 'The review decides it',
      }),
      texts: ['reasons', 'q-other-appeal-which-procedure'],
      makes: 'PointExcluded',
    },
    {
      act: 'withdraw-point',
      by: officer,
      fields: ({ pointIds }) => ({ point: pointIds[1] ?? '', evidence: 'Their email' }),
      texts: ['evidence'],
      makes: 'PointWithdrawn',
    },
    {
      act: 'settle-danger',
      by: other,
      before: async ({ reference }) => does(await site.as(other), actUrl(reference, 'priority'), { reason: 'Water' }),
      fields: () => ({ ...today, outcome: 'made-safe', time: '09:30', note: 'The power is off' }),
      texts: ['note'],
      dates: ['on'],
      makes: 'DangerSettled',
    },
    {
      act: 'record-enquiry',
      by: other,
      fields: () => ({ ...today, from: 'mp', name: 'Ms Member MP', email: '', question: 'What is being done?' }),
      texts: ['name', 'question'],
      dates: ['on'],
      makes: 'EnquiryReceived',
    },
    ...accessExamples(site),
  ];
}
