import { z } from 'zod';
import { REPLY_KINDS, SUGGESTS } from '../../domain/policy/intake-rules.ts';
import { clause, id, positive, text } from './basic-schemas.ts';

const hint = z.strictObject({
  id,
  label: text,
  suggests: z.enum(SUGGESTS),
  words: z.exactOptional(z.array(text)),
  channels: z.exactOptional(z.array(id)),
  contactsAtLeast: z.exactOptional(positive),
});
/** What a pack says of what comes in and was not judged yet. */
export const intake = z.strictObject({
  hints: z.exactOptional(z.strictObject({ note: text, clause, lookBackDays: positive, list: z.array(hint) })),
  hazards: z.exactOptional(z.array(z.strictObject({ id, label: text }))),
  noAnswerSample: z.exactOptional(
    z.strictObject({ percent: z.int().min(1, 'at least 1').max(100, 'at most 100'), clause, note: text }),
  ),
  replies: z.exactOptional(z.array(z.strictObject({ kind: z.enum(REPLY_KINDS), text: z.array(text), clause }))),
});
