/** Dissatisfaction that is not, or not yet, a complaint: recorded, listed, and followed until it was offered and answered. */
import { recordDissatisfaction } from '../../../application/dissatisfaction.ts';
import { dissatisfactionList } from '../../../application/queries/dissatisfaction.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { intakeRules } from '../../../domain/policy/intake-rules.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { dateValues } from '../../forms/date-field.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { filledLogForm, firstToldIn } from '../log/page.ts';
import {
  checkDissatisfaction,
  type DissatisfactionValues,
  dissatisfactionFields,
  dissatisfactionFrom,
  dissatisfactionShape,
} from './form.ts';
import { recordRoutes } from './record.ts';
import { listView } from './view.ts';

export function dissatisfactionRoutes(routes: StaffRoutes): void {
  routes.get(paths.dissatisfaction.pattern, async (visit, tx) => {
    const { viewer, scope, today, landlord, query } = visit;
    const shown = query['show'];
    const which = shown === 'settled' || shown === 'sample' ? shown : 'open';
    const list = await dissatisfactionList(tx, viewer.landlordId, scope, which);
    const content = listView({
      list,
      which,
      today,
      calendar: landlord.calendar,
      policy: landlord.policy,
      sample: intakeRules(landlord).noAnswerSample,
    });
    return visit.page({ title: 'Dissatisfaction', content, nav: { current: 'log' } });
  });

  routes.get(paths.dissatisfactionNew.pattern, async visit =>
    formShown(visit, newForm({ ...dateValues('told', visit.today), 'told-to': 'staff', source: 'contact' })),
  );

  routes.post(paths.dissatisfactionNew.pattern, sent);
  recordRoutes(routes);
}

async function sent(visit: Visit): Promise<Answer> {
  const result = readForm(dissatisfactionShape(visit), visit.body, checkDissatisfaction);
  if (!result.ok) return { status: 422, html: formShown(visit, result.form) };
  const { values, form } = result;
  if (values.request === 'yes') return complaintInstead(visit, values);
  const outcome = await recordDissatisfaction(visit.app, visit.viewer, dissatisfactionFrom(values), {
    commandId: commandIdOf(visit.body),
    payload: payloadOf(rawForm(visit.body), 'dissatisfaction'),
  });
  if (outcome.kind === 'done') {
    const { recordId } = outcome;
    if (values.offer === 'yes') return { redirect: withQuery(paths.logComplaint(), { dissatisfaction: recordId }) };
    return { redirect: withQuery(paths.dissatisfactionRecord({ record: recordId }), { done: 'told' }) };
  }
  const { why, instead } = outcome.kind === 'refused' ? sayRefusal(outcome.refusal) : alreadySent;
  const panel = refusalPanel({ sentence: why, allowed: instead });
  const shown = formShown(visit, form.withErrors({ field: undefined, text: why }), panel);
  return { status: outcome.kind === 'refused' ? 422 : 409, html: shown };
}

const alreadySent = {
  why: 'You already sent this form, with something else in it. The first one was kept.',
  instead: 'Look for it in the list of dissatisfaction before you send this as well.',
};

/** About how a request was dealt with: a complaint, to be logged as such with what was typed (MAG-14, MGL-03). */
function complaintInstead(visit: Visit, values: DissatisfactionValues): Html {
  const { words, name, phone, email, channel } = values;
  const filled = { words, name, phone, email, channel, ...firstToldIn(values.told, values['told-to'], visit.today) };
  const above = insetText({
    text: 'This is a complaint: they are dissatisfied with how a request was dealt with, or with the answer to it. Nothing has to be offered. What you typed is below; it is logged when you send this form.',
  });
  return filledLogForm(visit, filled, above);
}

function formShown(visit: Visit, form: FormView, above?: Html): Html {
  const content = formPage({
    title: 'Record dissatisfaction',
    hint: html`For somebody who is not happy and has not said that they want to complain. Where they have, or where in doubt, <a class="govuk-link" href="${paths.logComplaint()}">log a complaint</a>: the word need not be used.`,
    action: paths.dissatisfactionNew(),
    seal: visit.seal(),
    fields: dissatisfactionFields(form, visit),
    submit: 'Record it',
    cancelHref: paths.myWork(),
    above,
  });
  return visit.page({
    title: 'Record dissatisfaction',
    content,
    errors: form.summary(),
    nav: { current: 'log' },
    width: 'reading',
  });
}
