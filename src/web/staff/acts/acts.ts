/** The pages of all acts, a line each, by the last part of their address. */
import type { CommandType } from '../../../domain/complaint/commands.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import type { ActPage } from './act-page.ts';
import { addFilePage } from './add-file.ts';
import { addNotePage } from './add-note.ts';
import { addPointPage } from './add-point.ts';
import { recordDeathPage, successorPage } from './after-death.ts';
import { reviewOutcomePage } from './after-review.ts';
import { agreeContactPage } from './agree-contact.ts';
import { askInformationPage } from './ask-information.ts';
import { askOutsidePage } from './ask-outside.ts';
import { assignPage } from './assign.ts';
import { chaseQuestionPage } from './chase-question.ts';
import { askClarificationPage, recordClarificationPage } from './clarification.ts';
import { closeIncidentPage } from './close-incident.ts';
import { complainedOfPage } from './complained-of.ts';
import { correctContactPage } from './correct-contact.ts';
import { correctReceivedDatePage } from './correct-received-date.ts';
import { correctRecordPage } from './correct-record.ts';
import { settleDangerPage } from './danger.ts';
import { decidePointPage } from './decide-point.ts';
import { declareConflictPage } from './declare-conflict.ts';
import { definePage } from './define.ts';
import { endAuthorityPage } from './end-authority.ts';
import { endQuestionPage } from './end-question.ts';
import { answerEnquiryPage, recordEnquiryPage } from './enquiry.ts';
import { acceptEscalationPage, refuseEscalationPage, requestEscalationPage } from './escalation.ts';
import { excludePointPage } from './exclude-point.ts';
import { extendPage } from './extend.ts';
import { giveInformationPage } from './give-information.ts';
import { handOverActionPage, handOverInformationPage, handOverPage, tellNewContactPage } from './hand-over.ts';
import { recordInvestigationPage } from './investigation.ts';
import { linkPage } from './link.ts';
import { linkRequestPage } from './link-request.ts';
import { recordMessagePage, settleMessagePage } from './message.ts';
import { movePointPage } from './move-point.ts';
import { petitionPage } from './petition.ts';
import { clearPriorityPage, priorityPage } from './priority.ts';
import { completeActionPage, moveActionPage, promiseActionPage } from './promises.ts';
import { questionLinkPage } from './question-link.ts';
import { recordCausePage } from './record-cause.ts';
import { recordContactPage } from './record-contact.ts';
import { recordMovePage } from './record-move.ts';
import { directAcceptancePage, refusePage } from './refuse.ts';
import { offerRemedyPage, recordLearningPage } from './remedy.ts';
import { repeatPage } from './repeat.ts';
import { representativePage } from './representative.ts';
import { disclosePage, endRestrictionPage, restrictAccessPage } from './restrict-access.ts';
import { routingPage } from './routing.ts';
import { safeContactPage } from './safe-contact.ts';
import { resumePage, reviewSuspensionPage, suspendPage } from './suspension.ts';
import { agreeUpdatesPage, giveUpdatePage } from './updates.ts';
import { revivePage, withdrawPage } from './withdraw.ts';
import { withdrawPointPage } from './withdraw-point.ts';

export const actPages: readonly ActPage[] = [
  // From the first word to an agreed understanding.
  addFilePage,
  addNotePage,
  addPointPage,
  agreeContactPage,
  askClarificationPage,
  assignPage,
  clearPriorityPage,
  complainedOfPage,
  correctReceivedDatePage,
  correctRecordPage,
  correctContactPage,
  declareConflictPage,
  definePage,
  excludePointPage,
  handOverActionPage,
  handOverInformationPage,
  handOverPage,
  linkPage,
  linkRequestPage,
  movePointPage,
  petitionPage,
  priorityPage,
  recordClarificationPage,
  recordContactPage,
  recordDeathPage,
  recordMovePage,
  repeatPage,
  representativePage,
  endAuthorityPage,
  routingPage,
  safeContactPage,
  successorPage,
  tellNewContactPage,
  withdrawPointPage,
  // From the investigation to the end.
  acceptEscalationPage,
  agreeUpdatesPage,
  askInformationPage,
  askOutsidePage,
  chaseQuestionPage,
  closeIncidentPage,
  completeActionPage,
  decidePointPage,
  directAcceptancePage,
  endQuestionPage,
  extendPage,
  giveInformationPage,
  giveUpdatePage,
  moveActionPage,
  offerRemedyPage,
  promiseActionPage,
  questionLinkPage,
  recordCausePage,
  recordInvestigationPage,
  recordLearningPage,
  refuseEscalationPage,
  refusePage,
  requestEscalationPage,
  resumePage,
  reviewSuspensionPage,
  revivePage,
  suspendPage,
  withdrawPage,
  // Beside the stages.
  answerEnquiryPage,
  recordEnquiryPage,
  recordMessagePage,
  reviewOutcomePage,
  settleDangerPage,
  settleMessagePage,
  // Who sees it.
  restrictAccessPage,
  endRestrictionPage,
  disclosePage,
];

const bySlug = new Map(actPages.map(page => [page.act, page]));

/** `/cases/:reference/do/:act` for every act; an act that does not exist is no page. */
export function actRoutes(routes: StaffRoutes): void {
  const find = (params: Readonly<Record<string, string>>) => bySlug.get(params['act'] ?? '');
  routes.get(paths.caseAct.pattern, async (visit, tx) => find(visit.params)?.get(visit, tx) ?? null);
  routes.post(paths.caseAct.pattern, async visit => find(visit.params)?.post(visit) ?? null);
}

/** What the case says once after an act: the sentence for `?done=`; undefined for anything else in the address. */
export function doneSentence(slug: string | undefined): string | undefined {
  if (slug === 'referral') return 'Referral made. Speak to the person on duty now.';
  if (slug === 'log') return 'Complaint logged. What to do next is below.';
  return slug === undefined ? undefined : bySlug.get(slug)?.done;
}

/** The last part of the address of the page that does a command; undefined where it has no page of this kind. */
export function actSlug(command: CommandType): string | undefined {
  return actPages.find(page => page.command === command)?.act;
}
