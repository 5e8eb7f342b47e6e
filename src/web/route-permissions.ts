/**
 * What each page needs, by its method and address: one list, beside the sentences of `domain/access/permissions.ts`. Asked of everybody
 * before a page is made; a test walks the router and fails on a route that is not here.
 */
import type { PermissionId } from '../domain/access/permissions.ts';
import { paths } from './paths.ts';

type Route = readonly [pattern: string, get: PermissionId | null, post: PermissionId | null];

const routes: readonly Route[] = [
  [paths.health.pattern, 'come-in', null],
  ['/assets/:file', 'come-in', null],
  ['/theme/:file', 'come-in', null],
  [paths.appearance.pattern, null, 'come-in'],
  [paths.home.pattern, 'come-in', null],
  [paths.signIn.pattern, 'come-in', 'come-in'],
  [paths.signInCode.pattern, 'come-in', 'come-in'],
  [paths.signOut.pattern, null, 'come-in'],
  [paths.invitation.pattern, 'take-up-invitation', 'take-up-invitation'],
  [paths.invitationApp.pattern, 'take-up-invitation', 'take-up-invitation'],

  ['/sign-in/with/:landlord', 'come-in', null],
  ['/sign-in/return', 'come-in', null],
  ['/sign-out/with/:landlord', 'come-in', null],
  ['/invitation/:token/provider', 'take-up-invitation', null],
  ['/questions/:token', 'answer-by-link', 'answer-by-link'],
  ['/questions/:token/files/:file', 'answer-by-link', null],

  ['/account/prove', 'own-account', null],
  ['/account/proven', 'own-account', null],
  [paths.account.pattern, 'own-account', null],
  [paths.accountPassword.pattern, 'own-account', 'own-account'],
  [paths.accountApp.pattern, 'own-account', 'own-account'],
  [paths.accountCodes.pattern, 'own-account', 'own-account'],
  [paths.accountSessions.pattern, null, 'own-account'],
  [paths.draft.pattern, null, 'own-account'],

  [paths.people.pattern, 'manage-people', null],
  [paths.personNew.pattern, 'manage-people', 'manage-people'],
  [paths.person.pattern, 'manage-people', null],
  [paths.personDetails.pattern, 'manage-people', 'manage-people'],
  [paths.personRoles.pattern, 'manage-people', 'manage-people'],
  [paths.personInvite.pattern, 'manage-people', 'manage-people'],
  [paths.personLeft.pattern, 'manage-people', 'manage-people'],

  [paths.myWork.pattern, 'own-work', null],
  [paths.cases.pattern, 'own-work', null],
  [paths.casesDownload.pattern, 'own-work', null],
  [paths.unassigned.pattern, 'own-work', null],
  [paths.outbox.pattern, 'own-work', null],
  [paths.outboxLetter.pattern, null, 'act-on-case'],
  ['/contacts', 'own-work', null],
  ['/contacts/new', 'take-contact', 'take-contact'],
  ['/contacts/records/:record', 'take-contact', 'take-contact'],
  ['/feedback', 'own-work', null],
  ['/contacts/suggestions', 'take-contact', null],
  [paths.dissatisfaction.pattern, 'own-work', null],
  [paths.dissatisfactionNew.pattern, 'record-dissatisfaction', 'record-dissatisfaction'],
  [paths.dissatisfactionRecord.pattern, 'see-dissatisfaction', 'see-dissatisfaction'],
  [paths.performance.pattern, 'see-figures', null],
  [paths.performanceQuestions.pattern, 'see-figures', null],
  [paths.known.pattern, 'find-known', null],
  [paths.imports.pattern, 'keep-register', 'keep-register'],
  [paths.import.pattern, 'keep-register', 'keep-register'],
  [paths.importRejected.pattern, 'keep-register', null],
  ['/buildings', 'see-buildings', null],
  ['/buildings/new', 'keep-register', 'keep-register'],
  ['/buildings/:building', 'see-buildings', null],
  ['/buildings/:building/edit', 'keep-register', 'keep-register'],
  [paths.policy.pattern, 'read-policy', null],
  [paths.policyReview.pattern, 'record-policy-review', 'record-policy-review'],
  [paths.letterDetails.pattern, 'supply-details', 'supply-details'],
  [paths.calendar.pattern, 'read-policy', null],
  [paths.calendarAdd.pattern, 'manage-calendar', 'manage-calendar'],
  [paths.calendarExtend.pattern, 'manage-calendar', 'manage-calendar'],
  [paths.calendarRemove.pattern, 'manage-calendar', 'manage-calendar'],

  [paths.logComplaint.pattern, 'log-complaint', 'log-complaint'],
  [paths.case.pattern, 'see-case', null],
  [paths.caseTimeline.pattern, 'see-case', null],
  [paths.casePeople.pattern, 'see-case', null],
  [paths.caseLetters.pattern, 'see-case', null],
  [paths.caseLetter.pattern, 'see-case', 'act-on-case'],
  [paths.caseLetterFile.pattern, 'see-case', null],
  [paths.caseLetterDraft.pattern, 'see-case', 'act-on-case'],
  [paths.caseFiles.pattern, 'see-case', null],
  [paths.caseFile.pattern, 'see-case', null],
  [paths.askedFile.pattern, 'answer-question', null],
  [paths.casePoint.pattern, 'see-case', null],
  [paths.caseBrief.pattern, 'see-case', null],
  [paths.caseViews.pattern, 'see-views', null],
  [paths.caseReferralNew.pattern, 'make-referral', 'make-referral'],
  [paths.caseReferral.pattern, 'see-referral', null],
  [paths.caseReferralAct.pattern, 'see-referral', 'see-referral'],
  [paths.caseAct.pattern, 'act-on-case', 'act-on-case'],
];

/** `GET /cases` to what it needs. */
export const routePermissions: ReadonlyMap<string, PermissionId> = new Map(
  routes.flatMap(([pattern, get, post]) => [
    ...(get === null ? [] : [[`GET ${pattern}`, get] as const]),
    ...(post === null ? [] : [[`POST ${pattern}`, post] as const]),
  ]),
);
