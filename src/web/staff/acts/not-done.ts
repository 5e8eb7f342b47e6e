/** What to say where the person is looking when something they asked for was not done. */
import type { Outcome } from '../../../application/act.ts';
import type { CaseFile } from '../../../application/case-file.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { type Html, html } from '../../html.ts';
import { sayChanges } from '../case/say-event.ts';

export type NotDone = { status: 422 | 409; sentence: string; panel: Html };

/** The sentence for the error summary, the panel that stands above the form, and the status to answer with. */
export function notDone(outcome: Exclude<Outcome, { kind: 'done' }>, file: CaseFile): NotDone {
  if (outcome.kind === 'refused') {
    const { why, instead } = sayRefusal(outcome.refusal);
    return { status: 422, sentence: why, panel: refusalPanel({ sentence: why, allowed: instead }) };
  }
  if (outcome.kind === 'changed') {
    const sentence =
      'Somebody else changed this complaint while you were filling in the form. What you typed is below, unsaved.';
    const allowed = html`${sayChanges(outcome.since, file)} Look at it, change what you typed if you need to, and send it again.`;
    return { status: 409, sentence, panel: refusalPanel({ title: 'Changed meanwhile', sentence, allowed }) };
  }
  const sentence = 'You already sent this form, with something else in it. The first one was kept.';
  const allowed = 'Look at the complaint before you send this as well.';
  return { status: 409, sentence, panel: refusalPanel({ title: 'Already sent', sentence, allowed }) };
}
