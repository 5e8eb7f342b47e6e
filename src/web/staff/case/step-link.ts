/** Where a step or an act is done: one table from commands to addresses. */
import type { CommandType } from '../../../domain/complaint/commands.ts';
import type { Stage } from '../../../domain/complaint/events.ts';
import type { Step } from '../../../domain/complaint/next-step.ts';
import { paths, withQuery } from '../../paths.ts';

/** The last part of an act's address, and what the button says. */
export const actWords: Record<
  Exclude<
    CommandType,
    | 'LogComplaint'
    | 'RecordNeeds'
    | 'IssueLetter'
    | 'SendLetter'
    | 'ReturnLetter'
    | 'CancelLetter'
    | 'RecalculateDates'
    | 'NeedLonger'
    | 'PassBackQuestion'
  >,
  { act: string; button: string }
> = {
  CorrectReceivedDate: { act: 'correct-received-date', button: 'Correct the received date' },
  CorrectRecord: { act: 'correct-record', button: 'Put the record right' },
  RecordPetition: { act: 'petition', button: 'Record a petition' },
  LinkServiceRequest: { act: 'link-request', button: 'Link a service request' },
  LinkCase: { act: 'link', button: 'Link another complaint' },
  RecordSafeContact: { act: 'safe-contact', button: 'Record safe contact' },
  RecordDeath: { act: 'record-death', button: 'Record a death' },
  RecordSuccessor: { act: 'successor', button: 'Record who goes on with it' },
  RecordMove: { act: 'record-move', button: 'Record a move' },
  RecordRepeat: { act: 'repeat', button: 'The same complaint came again' },
  RecordCause: { act: 'record-cause', button: 'Record the cause' },
  EndAuthority: { act: 'end-authority', button: 'End an authority' },
  RecordRepresentative: { act: 'representative', button: 'Record authority' },
  CorrectContact: { act: 'correct-contact', button: 'Correct contact details' },
  CloseDataIncident: { act: 'close-incident', button: 'Close the data incident' },
  AddFile: { act: 'add-file', button: 'Add files' },
  AddNote: { act: 'add-note', button: 'Add a note' },
  AssignHandler: { act: 'assign', button: 'Assign' },
  HandOver: { act: 'hand-over', button: 'Hand it over' },
  TellNewContact: { act: 'tell-new-contact', button: 'Record that they know their new contact' },
  HandOverAction: { act: 'hand-over-action', button: 'Give a promise to somebody else' },
  HandOverInformation: { act: 'hand-over-question', button: 'Ask somebody else instead' },
  DecideRouting: { act: 'routing', button: 'Decide who takes it' },
  DeclareConflict: { act: 'declare-conflict', button: 'Declare a conflict of interest' },
  NameComplainedOf: { act: 'complained-of', button: 'Say which colleague it is about' },
  RestrictAccess: { act: 'restrict-access', button: 'Restrict who sees it' },
  EndAccessRestriction: { act: 'end-restriction', button: 'End the restriction' },
  DecideDisclosure: { act: 'disclose', button: 'Record a disclosure beyond need' },
  SetPriority: { act: 'priority', button: 'Put first for safety' },
  ClearPriority: { act: 'clear-priority', button: 'No longer put first' },
  AskClarification: { act: 'ask-clarification', button: 'Ask the resident to explain' },
  RecordClarification: { act: 'record-clarification', button: 'Record the explanation' },
  RecordContact: { act: 'record-contact', button: 'Record a contact' },
  AgreeContact: { act: 'agree-contact', button: 'Agree how to keep in touch' },
  DefineComplaint: { act: 'define', button: 'Define the complaint' },
  AddPoint: { act: 'add-point', button: 'Add a point' },
  MovePoint: { act: 'move-point', button: 'Move a point to a new complaint' },
  ExcludePoint: { act: 'exclude-point', button: 'Not accept a point' },
  WithdrawPoint: { act: 'withdraw-point', button: 'Record that a point is withdrawn' },
  RecordInvestigation: { act: 'record-investigation', button: 'Record the investigation' },
  AskInformation: { act: 'ask-information', button: 'Ask a colleague' },
  AskOutsider: { act: 'ask-outside', button: 'Ask somebody without an account' },
  MakeQuestionLink: { act: 'question-link', button: 'Make a link to a question' },
  GiveInformation: { act: 'give-information', button: 'Give the information' },
  ChaseQuestion: { act: 'chase-question', button: 'Record that you asked again' },
  EndQuestion: { act: 'end-question', button: 'End a question without an answer' },
  DecidePoint: { act: 'decide-point', button: 'Decide a point' },
  OfferRemedy: { act: 'offer-remedy', button: 'Offer a remedy' },
  RecordLearning: { act: 'record-learning', button: 'Record what we change' },
  PromiseAction: { act: 'promise-action', button: 'Promise an action' },
  MoveAction: { act: 'move-action', button: 'Move the date of a promise' },
  CompleteAction: { act: 'complete-action', button: 'Record that it is done' },
  DecideExtension: { act: 'extend', button: 'Extend' },
  AgreeUpdates: { act: 'agree-updates', button: 'Agree updates' },
  GiveUpdate: { act: 'give-update', button: 'Record the update' },
  RequestEscalation: { act: 'request-escalation', button: 'Record a request for stage 2' },
  AcceptEscalation: { act: 'accept-escalation', button: 'Accept for stage 2' },
  RefuseEscalation: { act: 'refuse-escalation', button: 'Not accept for stage 2' },
  RefuseComplaint: { act: 'refuse', button: 'Not accept the complaint' },
  DirectAcceptance: { act: 'direct-acceptance', button: 'The Ombudsman directed acceptance' },
  WithdrawComplaint: { act: 'withdraw', button: 'Record a withdrawal' },
  ReviveComplaint: { act: 'revive', button: 'Take it up again' },
  SuspendPoints: { act: 'suspend', button: 'Suspend points for court' },
  ReviewSuspension: { act: 'review-suspension', button: 'Review the suspension' },
  SettleDanger: { act: 'settle-danger', button: 'Record that it is safe' },
  RecordReviewOutcome: { act: 'after-review', button: 'Record how the other procedure ended' },
  RecordMessage: { act: 'record-message', button: 'Record a message after the answer' },
  SettleMessage: { act: 'settle-message', button: 'Record what their message meant' },
  RecordEnquiry: { act: 'record-enquiry', button: 'Record an enquiry of an MP or councillor' },
  AnswerEnquiry: { act: 'answer-enquiry', button: 'Record the answer to an enquiry' },
  ResumePoints: { act: 'resume', button: 'Take suspended points up again' },
};

export type ActCommand = keyof typeof actWords;

/** The address of an act on a case. `about` names what it is about in the query. */
export function actHref(
  reference: string,
  command: ActCommand,
  stage: Stage | null,
  about: Readonly<Record<string, string | null>> = {},
): string {
  const { act } = actWords[command];
  return withQuery(paths.caseAct({ reference, act }), { stage: stage === null ? '' : String(stage), ...about });
}

/** Where a step is done, and what the button says; null for what machines do. */
export function stepLink(
  step: Step,
  reference: string,
  pointNumber: number | null,
): { href: string; text: string } | null {
  const { act, stage, about, letter } = step;
  if (act === 'IssueLetter' && letter !== null) {
    const href = withQuery(paths.caseLetterDraft({ reference, kind: letter }), {
      stage: String(stage ?? 1),
      extension: about,
    });
    return { href, text: 'Write the letter' };
  }
  const onLetter = act === 'SendLetter' || act === 'ReturnLetter' || act === 'CancelLetter';
  if (onLetter && about !== null) {
    return { href: paths.caseLetter({ reference, letter: about }), text: 'Send the letter' };
  }
  if (
    act === 'LogComplaint' ||
    act === 'RecordNeeds' ||
    act === 'IssueLetter' ||
    act === 'SendLetter' ||
    act === 'ReturnLetter' ||
    act === 'CancelLetter' ||
    act === 'RecalculateDates' ||
    act === 'NeedLonger' ||
    act === 'PassBackQuestion'
  )
    return null;
  return {
    href: actHref(reference, act, stage, aboutIn(act, about)),
    text: act === 'DecidePoint' && pointNumber !== null ? `Decide point ${pointNumber}` : actWords[act].button,
  };
}

function aboutIn(act: ActCommand, id: string | null): Record<string, string | null> {
  if (act === 'DecidePoint') return { point: id };
  if (act === 'GiveInformation' || act === 'ChaseQuestion' || act === 'EndQuestion') return { request: id };
  if (act === 'AskInformation' && id !== null) return { instead: id };
  if (act === 'CloseDataIncident') return { letter: id };
  if (act === 'CompleteAction' || act === 'MoveAction') return { action: id };
  if (act === 'SettleDanger') return { danger: id };
  if (act === 'RecordReviewOutcome') return { chase: id };
  if (act === 'SettleMessage') return { message: id };
  if (act === 'AnswerEnquiry') return { enquiry: id };
  return {};
}
