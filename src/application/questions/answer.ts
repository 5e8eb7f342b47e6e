/** What whoever was asked says to a question: the answer, that they need longer, or that it is not for them. */
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Command } from '../../domain/complaint/commands.ts';
import type { Made } from '../act.ts';
import type { Application } from '../application.ts';
import { addingFiles } from '../files/add-files.ts';
import type { IncomingFile } from '../files/take-in.ts';
import type { Keep } from '../one-act.ts';

export type Reply =
  | { kind: 'answer'; words: string; files: readonly IncomingFile[] }
  | { kind: 'longer'; until: LocalDate; reason: string }
  | { kind: 'not-for-me'; reason: string };

/** The commands of it, with the files that came. */
export function replying(app: Application, keep: Keep, requestId: string, reply: Reply): Made {
  if (reply.kind === 'answer') {
    const answer: Command = { type: 'GiveInformation', requestId, answer: keep(reply.words, 'information') };
    const { commands, beside } = addingFiles(app, keep, reply.files, { description: '', points: [], requestId });
    return { commands: [...commands, answer], beside };
  }
  const reason = keep(reply.reason, 'information');
  if (reply.kind === 'longer') return { type: 'NeedLonger', requestId, until: reply.until, reason };
  return { type: 'PassBackQuestion', requestId, reason };
}
