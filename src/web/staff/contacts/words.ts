/** What is said of contacts on several pages. */
import type { FeedbackKind, TriageOutcome } from '../../../domain/contact/events.ts';
import type { Suggests } from '../../../domain/policy/intake-rules.ts';

export const outcomeWords: Readonly<Record<TriageOutcome, string>> = {
  'service-request': 'A request for a service',
  complaint: 'A complaint',
  dissatisfaction: 'Dissatisfaction, to be offered a complaint',
  feedback: 'Feedback',
  'elected-enquiry': 'An enquiry of an MP or councillor for a resident',
  'data-protection': 'A complaint about personal data',
  refused: 'A complaint that a ground keeps us from taking',
  'not-ours': 'Nothing of ours',
};

export const feedbackWords: Readonly<Record<FeedbackKind, string>> = {
  anonymous: 'Without a name',
  survey: 'In a survey',
  compliment: 'Praise',
  comment: 'A comment or an idea',
};

export const suggestsWords: Readonly<Record<Suggests, string>> = {
  ...outcomeWords,
  hazard: 'A danger',
  'person-in-danger': 'Somebody in danger',
};
