/** The acts a case offers now: those open to whoever looks, each a link to its page. */
import type { CaseFile } from '../../../application/case-file.ts';
import { whyNot } from '../../../domain/complaint/decide.ts';
import type { CaseAct } from '../../components/redress/case-header.ts';
import { paths } from '../../paths.ts';
import { type ActCommand, actHref, actWords } from './step-link.ts';

const inHead: readonly (readonly [ActCommand, string])[] = [
  ['AddNote', 'n'],
  ['RecordContact', 'l'],
  ['AskInformation', 'e'],
  ['DecideExtension', 'x'],
];

const behindMore: readonly ActCommand[] = [
  'AddFile',
  'AssignHandler',
  'HandOver',
  'TellNewContact',
  'DecideRouting',
  'DefineComplaint',
  'AddPoint',
  'MovePoint',
  'ExcludePoint',
  'WithdrawPoint',
  'AskClarification',
  'RecordClarification',
  'AgreeContact',
  'AskOutsider',
  'OfferRemedy',
  'PromiseAction',
  'RecordLearning',
  'RecordCause',
  'AgreeUpdates',
  'GiveUpdate',
  'SettleDanger',
  'RecordMessage',
  'SettleMessage',
  'RequestEscalation',
  'AcceptEscalation',
  'RefuseEscalation',
  'CorrectContact',
  'CloseDataIncident',
  'RecordSafeContact',
  'RecordMove',
  'RecordDeath',
  'RecordSuccessor',
  'RecordRepresentative',
  'EndAuthority',
  'RecordRepeat',
  'LinkCase',
  'LinkServiceRequest',
  'RecordPetition',
  'SetPriority',
  'ClearPriority',
  'DeclareConflict',
  'NameComplainedOf',
  'RestrictAccess',
  'EndAccessRestriction',
  'DecideDisclosure',
  'CorrectReceivedDate',
  'CorrectRecord',
  'SuspendPoints',
  'ReviewSuspension',
  'ResumePoints',
  'WithdrawComplaint',
  'ReviveComplaint',
  'RefuseComplaint',
  'DirectAcceptance',
  'RecordReviewOutcome',
  'RecordEnquiry',
  'AnswerEnquiry',
];

/** The few acts of every day, with their keys. */
export function headActs(file: CaseFile): CaseAct[] {
  return inHead.filter(([command]) => isOpen(file, command)).map(([command, key]) => ({ ...link(file, command), key }));
}

/** The rest of what is open, behind "More". */
export function moreActs(file: CaseFile): CaseAct[] {
  const referral = { text: 'Make a restricted referral', href: paths.caseReferralNew({ reference: file.reference }) };
  return [referral, ...behindMore.filter(command => isOpen(file, command)).map(command => link(file, command))];
}

/** Whether it can be done now by whoever looks. */
export function isOpen(file: CaseFile, command: ActCommand): boolean {
  return whyNot(command, file.state, file.deciding) === null;
}

/** The same of what is done at a stage: at either. */
export function isOpenAtAStage(
  { state, deciding }: CaseFile,
  command: 'DefineComplaint' | 'RecordInvestigation' | 'DecidePoint',
): boolean {
  return ([1, 2] as const).some(stage => whyNot(command, state, deciding, { stage }) === null);
}

function link(file: CaseFile, command: ActCommand): CaseAct {
  return { text: actWords[command].button, href: actHref(file.reference, command, null) };
}
