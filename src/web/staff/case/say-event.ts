/** What happened, a line each, for the timeline and for telling somebody what changed meanwhile. */

import type { CaseFile } from '../../../application/case-file.ts';
import { asComplaintEvent } from '../../../application/load-case.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { ComplaintEvent, EventType } from '../../../domain/complaint/events.ts';
import { sayLimit } from '../../../domain/complaint/safe-contact.ts';
import { causesOf } from '../../../domain/policy/causes.ts';
import { type Html, html } from '../../html.ts';
import { labelOf } from './parts.ts';

type Say = { [T in EventType]: (event: Extract<ComplaintEvent, { type: T }>, file: CaseFile) => string };

const findings = {
  upheld: 'upheld',
  'partly-upheld': 'partly upheld',
  'not-upheld': 'not upheld',
  'not-our-responsibility': 'not our responsibility',
} as const;

const letters: Readonly<Record<string, string>> = {
  acknowledgement: 'acknowledgement',
  extension: 'extension notice',
  response: 'response',
  refusal: 'refusal letter',
  'escalation-refusal': 'refusal of stage 2',
  'withdrawal-confirmed': 'confirmation of the withdrawal',
  update: 'update',
};

/** A letter's name: `stage 1 acknowledgement`. */
export function sayLetter(kind: string, stage: number | null): string {
  return `${stage === null ? '' : `stage ${stage} `}${letters[kind] ?? kind}`;
}

const lostCopy = {
  'came-back': 'came back',
  destroyed: 'was destroyed',
  'not-recovered': 'was not recovered',
} as const;
const parts = {
  account: 'the resident’s account',
  evidence: 'evidence',
  chronology: 'chronology',
  'not-available': 'what was not available',
  reasoning: 'reasoning',
  'comment-on-draft': 'what the resident said about our draft findings',
} as const;
const chasedHow = { phone: 'by phone', email: 'by email', 'in-person': 'in person' } as const;
const detailWords = { name: 'name', email: 'email', phone: 'telephone', address: 'address' } as const;

const say: Say = {
  ComplaintReceived: ({ body }) => `Complaint received by ${body.channel.replaceAll('-', ' ')}`,
  ComplaintLogged: ({ body }) => `Complaint logged as ${body.reference}`,
  ReceivedDateCorrected: ({ body }) => `Received date corrected from ${sayDate(body.from)} to ${sayDate(body.to)}`,
  CaseLinked: () => 'Linked to another complaint',
  RepresentativeRecorded: ({ body }) =>
    body.gets === 'copies' ? 'Authority to get copies recorded' : 'Authority of a representative recorded',
  AuthorityEnded: () => 'Authority to act ended',
  PetitionRecorded: ({ body }) => `A petition of ${body.signatories} people, led by the resident`,
  ServiceRequestLinked: ({ body }) =>
    body.why === 'about'
      ? 'It is about how a service request was dealt with'
      : 'A service request linked as background',
  NeedsRecorded: ({ body }) => `Adjustments and support needs recorded (${body.needs.length})`,
  SafeContactRecorded: ({ body }, file) =>
    body.limits.length === 0
      ? `Limits on reaching ${nameOf(body.personId, file)} lifted`
      : `Safe contact recorded for ${nameOf(body.personId, file)}: ${body.limits.map(sayLimit).join(', ')}`,
  ComplaintRepeated: ({ body }) => `The same complaint came again by ${body.channel.replaceAll('-', ' ')}`,
  CauseRecorded: ({ body }, file) => `Cause recorded: ${labelOf(causesOf(file.context), body.cause)}`,
  DeathRecorded: () => 'Told that the resident has died',
  SuccessorRecorded: ({ body }, file) => `${nameOf(body.personId, file)} goes on with the complaint`,
  ResidentMoved: ({ body }) => `Resident moved${body.addressKnown ? '' : ', new address not known yet'}`,
  FileAdded: ({ body }) => (body.requestId === null ? 'File added' : 'File that came with an answer'),
  NoteAdded: () => 'Note added',
  HandlerAssigned: ({ body }, file) => `Stage ${body.stage} given to ${nameOf(body.personId, file)}`,
  NewContactTold: ({ body }, file) => `Resident told that ${nameOf(body.personId, file)} is their contact now`,
  ActionHandedOver: ({ body }, file) => `A promise given to ${nameOf(body.to, file)}`,
  InformationHandedOver: ({ body }, file) => `${nameOf(body.to, file)} asked instead of ${nameOf(body.previous, file)}`,
  RoutingDecided: ({ body }) => (body.followed ? 'Routing followed' : 'Routing decided otherwise'),
  ConflictDeclared: ({ body }, file) => `Conflict of interest declared by ${nameOf(body.personId, file)}`,
  ComplainedOfNamed: ({ body }, file) => `The complaint is about ${nameOf(body.personId, file)}`,
  AccessRestricted: ({ body }) =>
    `Restricted to ${body.people.length + body.roles.length} named ${body.people.length + body.roles.length === 1 ? 'person or role' : 'people and roles'}`,
  AccessRestrictionEnded: () => 'No longer restricted',
  DisclosureDecided: () => 'Decided to tell somebody more than they need for their work',
  PrioritySet: () => 'Put first for safety',
  PriorityCleared: () => 'No longer put first',
  ClarificationAsked: () => 'Resident asked to explain',
  ClarificationGiven: () => 'Resident explained',
  ResidentContacted: ({ body }) =>
    ({ attempt: 'Tried to reach the resident', discussion: 'Spoke with the resident', meeting: 'Met the resident' })[
      body.kind
    ],
  ContactAgreed: ({ body }) => `Agreed how to keep in touch: ${body.method}`,
  ComplaintDefined: ({ body }) =>
    `${body.revision > 1 ? 'Understanding amended' : body.stage === 2 ? 'Stage 2 defined' : 'Complaint defined'}: ${body.points.length} point${body.points.length === 1 ? '' : 's'}`,
  PointAdded: ({ body }) => `Point ${body.point.number} added`,
  PointExcluded: ({ body }, file) => `Point ${numberOf(body.pointId, file)} not accepted`,
  PointWithdrawn: ({ body }, file) => `Point ${numberOf(body.pointId, file)} withdrawn`,
  PointMoved: ({ body }, file) => `Point ${numberOf(body.pointId, file)} moved to a new complaint`,
  InvestigationRecorded: ({ body }, file) =>
    `Investigation of point ${numberOf(body.pointId, file)}: ${parts[body.section]}`,
  InformationAsked: ({ body }, file) => `${nameOf(body.of, file)} asked for information by ${sayDate(body.dueOn)}`,
  OutsiderAsked: ({ body }, file) => `${nameOf(body.requestId, file)} asked for information by ${sayDate(body.dueOn)}`,
  QuestionLinkMade: ({ body }, file) =>
    `Link to their question made for ${nameOf(body.requestId, file)}, good until ${sayDate(body.until)}`,
  InformationGiven: ({ body }, file) => `Information given by ${nameOf(body.by, file)}`,
  LongerNeeded: ({ body }, file) => `${askedName(body.requestId, file)} can answer by ${sayDate(body.until)}`,
  QuestionPassedBack: ({ body }, file) => `${askedName(body.requestId, file)} passed the question back`,
  QuestionChased: ({ body }, file) => `${askedName(body.requestId, file)} asked again ${chasedHow[body.how]}`,
  QuestionEnded: ({ body }, file) =>
    body.how === 'withdrawn'
      ? `Question to ${askedName(body.requestId, file)} taken back`
      : `What ${askedName(body.requestId, file)} was asked for is not to be had`,
  PointDecided: ({ body }, file) => `Point ${numberOf(body.pointId, file)} ${findings[body.finding]}`,
  RemedyOffered: ({ body }) =>
    body.pence === null ? 'Remedy offered' : `Remedy offered: £${(body.pence / 100).toFixed(2)}`,
  LearningRecorded: () => 'Change to prevent it happening again recorded',
  ActionPromised: ({ body }) =>
    body.dueOn === null ? 'Action promised, date to be given' : `Action promised for ${sayDate(body.dueOn)}`,
  ActionMoved: ({ body }) => `Promise moved to ${sayDate(body.dueOn)}`,
  ActionDone: () => 'Promise kept',
  ExtensionDecided: ({ body }) => `Extension decided, to ${sayDate(body.newDueOn)}`,
  UpdatesAgreed: ({ body }) => `Updates agreed, the first on ${sayDate(body.firstOn)}`,
  UpdateGiven: () => 'Update given',
  DatesRecalculated: ({ body }) =>
    `Bank holidays changed: ${body.moved.map(one => `${sayMoved(one.obligationId)} from ${sayDate(one.from)} to ${sayDate(one.to)}`).join('; ')}`,
  LetterIssued: ({ body }) => `${capital(sayLetter(body.kind, body.stage))} issued`,
  LetterSent: ({ body }, file) => `${capital(letterOf(body.letterId, file))} sent by ${body.how.replaceAll('-', ' ')}`,
  DataIncidentClosed: ({ body }) =>
    `Data incident closed: the letter ${lostCopy[body.copy]}${body.reported ? ', reported to the Information Commissioner' : ''}`,
  PersonDetailsKept: ({ body }, file) =>
    `Recorded of ${nameOf(body.personId, file)}: ${body.details.map(one => detailWords[one.kind]).join(', ')}`,
  ContactDetailsCorrected: ({ body }, file) =>
    `Contact details of ${nameOf(body.personId, file)} corrected: ${body.details.map(one => detailWords[one.kind]).join(', ')}`,
  LetterCancelled: ({ body }, file) => `${capital(letterOf(body.letterId, file))} cancelled before it was sent`,
  LetterReturned: ({ body }, file) => `${capital(letterOf(body.letterId, file))} came back`,
  EscalationRequested: ({ body }) =>
    body.forwardedBy === 'ombudsman' ? 'Stage 2 asked for through the Ombudsman' : 'Stage 2 asked for',
  EscalationAccepted: ({ body }) => (body.afterWindow ? 'Late request for stage 2 accepted' : 'Stage 2 opened'),
  EscalationRefused: () => 'Request for stage 2 not accepted',
  ComplaintRefused: () => 'Complaint not accepted',
  AcceptanceDirected: () => 'The Ombudsman directed us to accept it',
  ComplaintWithdrawn: () => 'Complaint withdrawn by the resident',
  ComplaintRevived: () => 'Complaint taken up again',
  PointsSuspended: ({ body }) =>
    `${body.points.length} point${body.points.length === 1 ? '' : 's'} suspended for court proceedings`,
  SuspensionReviewed: () => 'Suspension looked at again',
  PointsResumed: () => 'Points taken up again after court proceedings',
  DangerReported: () => 'Danger known: to be made safe at once',
  DangerSettled: ({ body }) => (body.outcome === 'made-safe' ? 'Made safe' : 'Found to be no danger'),
  ReviewOutcomeRecorded: ({ body }) =>
    ({
      'still-dissatisfied': 'Still dissatisfied after the other procedure: taken up',
      satisfied: 'Not taken further after the other procedure',
      'not-ended': 'The other procedure has not ended yet',
    })[body.answer],
  MessageReceived: () => 'Message after the answer, to be asked about',
  MessageSettled: ({ body }) =>
    body.escalation ? 'The message asked for stage 2' : 'The message did not ask for stage 2',
  EnquiryReceived: ({ body }) => `Enquiry of ${body.from === 'mp' ? 'an MP' : 'a councillor'} received`,
  EnquiryAnswered: ({ body }) => `Enquiry answered by ${body.how.replaceAll('-', ' ')}`,
  RecordCorrected: ({ body }) =>
    ({
      'logged-in-error': 'Corrected: logged in error, goes no further',
      duplicate: 'Corrected: the same complaint told twice, the other one goes on',
      'wrong-person': 'Corrected: recorded for the wrong person',
      'misfiled-document': `Corrected: entry ${body.correction.kind === 'misfiled-document' ? body.correction.entry : ''} belongs elsewhere`,
    })[body.correction.kind],
  Disposed: () => 'Personal words disposed of',
};

/** One event in a line. */
export function sayEvent(event: ComplaintEvent, file: CaseFile): string {
  const words = say[event.type] as (event: ComplaintEvent, file: CaseFile) => string;
  return words(event, file);
}

/** What others did since a form was shown, as a list. */
export function sayChanges(since: CaseFile['events'], file: CaseFile): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${since.map(
    event => html`<li>${sayEvent(asComplaintEvent(event), file)} (${actorName(event.actor, file)})</li>`,
  )}</ul>`;
}

/** Who did something, by name. */
export function actorName(actor: string, file: CaseFile): string {
  const [kind, id] = actor.split(':');
  if (kind === 'person' || kind === 'outsider') return nameOf(id ?? '', file);
  return kind === 'resident' ? 'the resident' : 'Redress';
}

/** What a date that moved was for, by the kind at the start of its id. */
function sayMoved(obligationId: string): string {
  const [, kind = obligationId, stage] = /^([a-z]+(?:-[a-z]+)*)(?:-([12]))?/.exec(obligationId) ?? [];
  const words = movedWords[kind] ?? 'a date';
  return stage === undefined ? words : `${words} of stage ${stage}`;
}

const movedWords: Readonly<Record<string, string>> = {
  acknowledge: 'the acknowledgement',
  respond: 'the answer',
  assign: 'putting a name on it',
  update: 'the next update',
  'escalation-window': 'the last day to ask for stage 2',
};

/** Somebody's name. Whoever was asked without an account is known by the id of their question. */
export function nameOf(personId: string, file: CaseFile): string {
  return (
    file.staff.find(person => person.personId === personId)?.name ??
    file.residents.get(personId)?.name ??
    outsiderName(personId, file) ??
    'somebody'
  );
}

function outsiderName(requestId: string, { state, texts }: CaseFile): string | undefined {
  const asked = state.information.find(one => one.requestId === requestId)?.outsider;
  if (asked === undefined || asked === null) return undefined;
  const [name, organisation] = [texts[asked.name.textId] ?? 'somebody', texts[asked.organisation.textId] ?? ''];
  return organisation === '' ? name : `${name} (${organisation})`;
}

/** Whom a question was asked of. */
export function askedName(requestId: string, file: CaseFile): string {
  const request = file.state.information.find(one => one.requestId === requestId);
  return nameOf(request?.of ?? requestId, file);
}

function numberOf(pointId: string, file: CaseFile): string {
  return String(file.state.points.find(point => point.pointId === pointId)?.number ?? '');
}

function letterOf(letterId: string, file: CaseFile): string {
  const letter = file.state.letters.find(one => one.letterId === letterId);
  return letter === undefined ? 'letter' : sayLetter(letter.kind, letter.stage);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
