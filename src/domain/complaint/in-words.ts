/** Obligations and dates in the words people use, for work lists, the case page and letters alike. */
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import { skippedDays } from '../calendar/skipped-days.ts';
import type { Calendar, SkippedDay } from '../calendar/working-days.ts';
import type { Obligation, ObligationKind } from './obligation.ts';

type What = Pick<Obligation, 'kind' | 'stage'> & { byRefusal?: boolean | undefined };

const titles: Record<ObligationKind, (stage: string) => string> = {
  assign: stage => (stage === '' ? 'Put somebody’s name on it' : `Put somebody’s name on${stage}`),
  'make-safe': () => 'Make it safe',
  contact: () => 'Speak with the resident',
  acknowledge: stage => `Send the${stage} acknowledgement`,
  respond: stage => `Send the${stage} response`,
  'send-extension-notice': stage => `Send the${stage} extension notice`,
  'agree-updates': () => 'Agree how often to update the resident',
  update: () => 'Give the agreed update',
  'confirm-definition': () => 'Send the amended understanding',
  'supply-information': () => 'Answer a question for the investigation',
  'chase-information': () => 'Ask again for an answer',
  'settle-question': () => 'Ask somebody else, or say why it is not to be had',
  'reply-to-early-request': () => 'Reply to the request for stage 2',
  'decide-escalation': () => 'Decide the late request for stage 2',
  'do-action': () => 'Do what was promised',
  'give-action-date': () => 'Give the resident the date of a promise',
  'review-suspension': () => 'Look at the suspension again',
  'confirm-withdrawal': () => 'Confirm the withdrawal in writing',
  'send-format': stage => `Send the${stage} response in the agreed format`,
  'renew-authority': () => 'Ask whether they still act for the resident',
  'close-data-incident': () => 'Deal with a letter that went astray',
  'tell-new-contact': () => 'Tell the resident who their contact is now',
  'meet-direction': () => 'Do what the Ombudsman directed',
  'ask-after-review': () => 'Ask how the other procedure ended',
  'ask-what-was-meant': () => 'Ask what their message meant',
  'reply-to-enquiry': () => 'Answer the MP or councillor',
  'offer-complaint': () => 'Offer the choice to complain',
  'ask-offer-answer': () => 'Ask again whether they want to complain',
  'confirm-route': () => 'Tell them in writing how to complain later',
  'log-complaint': () => 'Log the complaint',
  'review-no-answer': () => 'Look again at a “no” to the offer',
  triage: () => 'Decide what it is',
  'private-contact': () => 'Reach them in private',
  'ask-resident': () => 'Ask the resident about their own matter',
  'send-signpost': () => 'Tell them who can help instead',
  'pass-on-data-complaint': () => 'Tell whoever looks after personal data',
  'acknowledge-data-complaint': () => 'Acknowledge a complaint about personal data',
  'answer-data-complaint': () => 'Tell the outcome on personal data',
  'pass-on-referral': () => 'Tell somebody who can help',
  'close-referral': () => 'Record what came of it',
  'review-needs': () => 'Go through what they need',
  'own-service-request': () => 'Put somebody’s name on the request',
  'review-service-request': () => 'Look at how the request is going',
};

/** What is to be done, as a sentence without its end: `Send the stage 1 response`. */
export function sayObligation({ kind, stage, byRefusal }: What): string {
  if (byRefusal === true) return stage === 2 ? 'Send the refusal of stage 2' : 'Send the refusal letter';
  return titles[kind](stage === null ? '' : ` stage ${stage}`);
}

const events: Readonly<Record<string, string>> = {
  received: 'the day we received it',
  logged: 'the day it was logged',
  'acknowledgement-sent': 'the day the acknowledgement was sent',
  'acknowledgement-due': 'the day the acknowledgement is due',
  'escalation-requested': 'the day stage 2 was asked for',
  'stage-1-response-sent': 'the day the stage 1 response was sent',
  restarted: 'the day it was taken up again',
  'extension-decided': 'the day the extension was decided',
  'response-due': 'the day the response was due',
  'updates-agreed': 'the day updates were agreed',
  'update-given': 'the last update',
  'contact-agreed': 'the day it was agreed how to keep in touch',
  'definition-amended': 'the day our understanding was amended',
  'information-asked': 'the day it was asked',
  'question-due': 'the day the answer was asked for by',
  'question-passed-back': 'the day it was passed back',
  'action-promised': 'the day it was promised',
  'suspension-reviewed': 'the last review',
  'conflict-declared': 'the day a conflict of interest was recorded',
  'handed-over': 'the day it changed hands',
  'authority-recorded': 'the day the authority was recorded',
  'letter-misdirected': 'the day we knew that it went astray',
  'acceptance-directed': 'the Ombudsman’s direction',
  'danger-reported': 'the day we knew of the danger',
  'sent-elsewhere': 'the day they were sent to another procedure',
  'message-received': 'the day of their message',
  'forwarded-by-ombudsman': 'the day of the Ombudsman’s letter',
  'enquiry-received': 'the day of the enquiry',
  withdrawn: 'the day it was withdrawn',
  'dissatisfaction-told': 'the day they told us that they were dissatisfied',
  'complaint-offered': 'the last day they were offered a complaint',
  'offer-answered': 'the day they answered',
  'no-answer-reviewed': 'the day their answer was looked at again',
  'contact-logged': 'the day it was logged',
  'contact-told': 'the day they told us',
  'contact-triaged': 'the day it was decided what it is',
  'referral-made': 'the day it was noticed',
  'need-told': 'the day we were first told of a need',
  'needs-reviewed': 'the last time it was gone through with them',
  'request-asked': 'the day they asked',
  'request-reviewed': 'the last review',
  'request-taken-up-again': 'the day it was taken up again',
  'request-queued': 'the day it went back to the team',
};

/** What a date counts from: `the day we received it, Friday 4 December 2026`. */
export function sayFrom(from: { event: string; on: LocalDate }): string {
  return `${events[from.event] ?? from.event}, ${sayDate(from.on)}`;
}

/** Why a date is what it is: the rule, where it counts from, and the days that did not count. */
export type WhyThisDate = { rule: string; from: string | null; skipped: readonly SkippedDay[]; clause: string };

/** The whole reason for an obligation's date (design, idea 3). Throws `BeyondCalendar`. */
export function whyThisDate(obligation: Obligation, calendar: Calendar): WhyThisDate {
  const { from, dueOn, rule, clause } = obligation;
  const skipped = from === null || dueOn === null || dueOn < from.on ? [] : skippedDays(calendar, from.on, dueOn);
  return { rule, from: from === null ? null : sayFrom(from), skipped, clause };
}
