/** A question opened from its link, by somebody without an account: that question alone, and every opening logged (MAG-10, MAG-11). */

import { linkUntil } from '../../domain/complaint/decide/questions.ts';
import type { EvidenceFile } from '../../domain/complaint/file-events.ts';
import { isAwaited } from '../../domain/complaint/question-events.ts';
import { findLink, keepLink, newLinkToken } from '../../storage/question-links.ts';
import { type Ask, act, type Outcome } from '../act.ts';
import { type Application, timeNow, type Viewer } from '../application.ts';
import { type LoadedCase, loadCase } from '../load-case.ts';
import { type GivenFile, givenFile } from '../queries/case-files.ts';
import { type Reading, reading } from '../reading.ts';
import { type Reply, replying } from './answer.ts';
import { type Question, shownQuestion } from './question.ts';

/** Somebody with a link that opens a question now, and the landlord whose question it is. */
export type AtLink = { who: Viewer; caseId: string; landlord: LoadedCase['landlord']; question: Question };

/** `over`: too old, replaced, taken back, passed back, or none. It never tells which. */
export type LinkState = ({ kind: 'open' } & AtLink) | { kind: 'answered' } | { kind: 'over' };

/** What a token opens. The opening is in the log of views before anything of it is shown. */
export async function openLink(app: Application, token: string): Promise<LinkState> {
  const link = await findLink(app.database, token);
  const { now, today } = timeNow(app);
  if (link === null || link.until < today) return { kind: 'over' };
  const { landlordId, caseId, requestId } = link;
  const state = await reading(app, landlordId, async (tx): Promise<LinkState> => {
    const loaded = await loadCase(app, tx, landlordId, caseId);
    const request = loaded.state.information.find(one => one.requestId === requestId);
    if (request === undefined || request.outsider === null) return { kind: 'over' };
    if (request.answeredOn !== null) return { kind: 'answered' };
    if (!isAwaited(request) || loaded.state.disposed) return { kind: 'over' };
    const question = await shownQuestion(tx, landlordId, caseId, loaded, request);
    const who = { landlordId, personId: requestId, name: 'Answered from a link', roles: [] };
    return { kind: 'open', who, caseId, landlord: loaded.landlord, question };
  });
  if (state.kind === 'open') {
    await app.accessLog.record(landlordId, { personId: requestId, caseId, what: 'question-link', seenAt: now });
  }
  return state;
}

/** A file that goes with the question; null for every other. */
export async function linkedFile(
  app: Application,
  { who, question }: AtLink,
  fileId: string,
): Promise<GivenFile | null> {
  const found = question.files.find(one => one.file.fileId === fileId);
  return found === undefined ? null : openFile(app, who.landlordId, found.file);
}

function openFile(app: Application, landlordId: string, file: EvidenceFile): Promise<GivenFile | null> {
  return reading(app, landlordId, (tx: Reading) => givenFile(tx, landlordId, file));
}

/** Replies from a link, as nobody of the staff. */
export function replyFromLink(
  app: Application,
  { who, caseId, question }: AtLink,
  form: Pick<Ask, 'commandId' | 'payload'>,
  reply: Reply,
): Promise<Outcome> {
  const ask: Ask = { ...form, caseId, versionSeen: null, fromLink: true };
  return act(app, who, ask, ({ keep }) => replying(app, keep, question.requestId, reply));
}

/** Makes a link to a question, in place of the one it had. The token is shown once; a second press of the button has none to show. */
export async function makeLink(
  app: Application,
  who: Viewer,
  ask: Ask,
  requestId: string,
): Promise<Outcome & { token: string }> {
  const token = newLinkToken();
  const { caseId } = ask;
  const outcome = await act(app, who, ask, ({ loaded, deciding, now }) => ({
    commands: [{ type: 'MakeQuestionLink', requestId }],
    beside: async (tx, landlordId) => {
      const { dueOn } = loaded.state.information.find(one => one.requestId === requestId) ?? { dueOn: deciding.today };
      const until = linkUntil(dueOn, deciding);
      await keepLink(tx, { landlordId, caseId, requestId, until }, token, now);
    },
  }));
  return { ...outcome, token };
}
