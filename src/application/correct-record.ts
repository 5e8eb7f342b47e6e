/** Putting a complaint's record right where that names another complaint or another person (R24). */
import type { Scope } from '../domain/access/scope.ts';
import type { Command } from '../domain/complaint/commands.ts';
import type { Correction } from '../domain/complaint/correction.ts';
import type { PersonId } from '../domain/complaint/events.ts';
import { refuse } from '../domain/complaint/refusals.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Made, Making } from './act.ts';
import type { Application, Viewer } from './application.ts';
import type { Contact } from './contact-details.ts';
import { linkTo } from './link-case.ts';
import { loadCase } from './load-case.ts';
import { newPerson } from './new-person.ts';

export type CorrectionAsked = { reason: string; approvedBy: PersonId } & (
  | { kind: 'logged-in-error' }
  | { kind: 'duplicate'; reference: string }
  | { kind: 'wrong-person'; person: Contact & { address: string | null }; lettersAstray: boolean }
  | { kind: 'misfiled-document'; entry: number }
);

/** The commands of a correction. A duplicate is linked from both sides; the right person is somebody new beside the log. */
export async function correction(
  app: Application,
  tx: Tx,
  who: Viewer,
  scope: Scope,
  making: Making,
  { caseId, asked }: { caseId: string; asked: CorrectionAsked },
): Promise<Made> {
  const correct = (what: Correction): Command => ({
    type: 'CorrectRecord',
    correction: what,
    reason: making.keep(asked.reason, 'correction'),
    approvedBy: asked.approvedBy,
  });
  if (asked.kind === 'wrong-person') {
    const { personId, texts } = newPerson(asked.person);
    return {
      commands: [correct({ kind: 'wrong-person', personId, ...(asked.lettersAstray ? { lettersAstray: true } : {}) })],
      texts,
    };
  }
  if (asked.kind !== 'duplicate')
    return correct(asked.kind === 'logged-in-error' ? { kind: asked.kind } : { kind: asked.kind, entry: asked.entry });
  const link = await linkTo(app, tx, who, scope, making, { caseId, reference: asked.reference, why: 'duplicate' });
  if (!('type' in link) || link.type !== 'LinkCase') return link;
  const { otherCaseId } = link;
  const other = await loadCase(app, tx, who.landlordId, otherCaseId);
  const { receivedOn, voided } = other.state;
  if (receivedOn === null || voided !== null) return { refusal: refuse('no-such-complaint', {}) };
  const known = making.loaded.state.links.some(one => one.otherCaseId === otherCaseId && one.why === 'duplicate');
  return [...(known ? [] : [link]), correct({ kind: 'duplicate', otherCaseId, otherReceivedOn: receivedOn })];
}
