/** How soon duties are owed that no clock of a stage is about: each with its clause and a note. */
import { z } from 'zod';
import type { Duty } from '../../domain/policy/duty-times.ts';
import { clause, span, text } from './basic-schemas.ts';

const dutyTime = z.exactOptional(z.strictObject({ ...span.shape, clause, note: text }));
export const dutyTimes = z.strictObject({
  triage: dutyTime,
  'private-contact': dutyTime,
  'ask-resident': dutyTime,
  'send-signpost': dutyTime,
  'pass-on-data-complaint': dutyTime,
  'acknowledge-data-complaint': dutyTime,
  'answer-data-complaint': dutyTime,
  'review-no-answer': dutyTime,
  'offer-complaint': dutyTime,
  'ask-offer-answer': dutyTime,
  'confirm-route': dutyTime,
  'make-safe': dutyTime,
  'ask-what-was-meant': dutyTime,
  'reply-to-enquiry': dutyTime,
  'confirm-withdrawal': dutyTime,
  'tell-new-contact': dutyTime,
  'read-policy': dutyTime,
  'pass-on-referral': dutyTime,
  'close-referral': dutyTime,
  'remind-of-question': dutyTime,
  'chase-question': dutyTime,
  'settle-question': dutyTime,
  'keep-question-link': dutyTime,
  'review-needs': dutyTime,
  'renew-authority': dutyTime,
  'own-service-request': dutyTime,
  'review-service-request': dutyTime,
  'review-safety-request': dutyTime,
} satisfies Record<Duty, z.ZodType>);
