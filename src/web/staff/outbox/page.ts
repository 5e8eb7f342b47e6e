/** `/outbox`: every letter that is issued and not on its way, and one press to say that it is. */
import { handOver } from '../../../application/hand-over.ts';
import { caseOfLetter, outbox } from '../../../application/queries/outbox.ts';
import type { Reading } from '../../../application/reading.ts';
import type { HandedOver } from '../../../domain/complaint/events.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { isId } from '../../../domain/ids.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { commandIdOf } from '../../forms/sent-form.ts';
import type { Html, HtmlContent } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type Answer, formField, type StaffRoutes, type Visit } from '../../visit.ts';
import { outboxView } from './view.ts';

export function outboxRoutes(routes: StaffRoutes): void {
  routes.get(paths.outbox.pattern, (visit, tx) => outboxPage(visit, tx));
  routes.post(paths.outboxLetter.pattern, markSent);
}

async function outboxPage(visit: Visit, tx: Reading, above?: HtmlContent): Promise<Html> {
  const { viewer, landlord, scope, today } = visit;
  const box = await outbox(tx, viewer.landlordId, scope);
  return visit.page({
    title: 'Outbox',
    content: outboxView({ box, today, calendar: landlord.calendar, seal: () => visit.seal(), above }),
    done: visit.query['done'] === 'sent' ? 'Marked as handed over today.' : undefined,
    nav: { current: 'outbox' },
  });
}

const ways: readonly HandedOver[] = ['email', 'post', 'by-hand'];

async function markSent(visit: Visit): Promise<Answer> {
  const { app, viewer, scope, params, body } = visit;
  const letterId = params['letter'] ?? '';
  if (!isId(letterId)) return null;
  const found = await visit.read(tx => caseOfLetter(tx, viewer.landlordId, letterId, scope));
  if (found === null) return null;
  const how = ways.find(one => one === formField(body, 'how'));
  if (how === undefined)
    return again(visit, 'The letter was not marked: how it went was not said.', 'Press how it went.');
  const ask = { caseId: found.caseId, versionSeen: null, commandId: commandIdOf(body), payload: { letterId, how } };
  const outcome = await handOver(app, viewer, ask, { letterId, how, on: null, evidence: '' });
  if (outcome.kind === 'done') return { redirect: withQuery(paths.outbox(), { done: 'sent' }) };
  if (outcome.kind === 'refused') {
    const { why, instead } = sayRefusal(outcome.refusal);
    return again(visit, why, instead);
  }
  return again(
    visit,
    'You already marked this letter in another way. The first one was kept.',
    'Open the letter to see it.',
  );
}

async function again(visit: Visit, sentence: string, allowed: string): Promise<Answer> {
  const html = await visit.read(tx => outboxPage(visit, tx, refusalPanel({ sentence, allowed })));
  return { status: 422, html };
}
