/** `/service-requests/records/…/do/…`: one act on a request; says before the work whether it is open, and keeps what was typed. */
import type { WhyNot } from '../../../application/one-act.ts';
import { openRequestFile, type RequestFile } from '../../../application/queries/request-file.ts';
import type { Reading } from '../../../application/reading.ts';
import { changeServiceRequest } from '../../../application/service-requests.ts';
import { BeyondCalendar } from '../../../domain/calendar/working-days.ts';
import { type Refusal, sayRefusal } from '../../../domain/complaint/refusals.ts';
import { whyNotRequest } from '../../../domain/service-request/decide.ts';
import { button } from '../../components/govuk/button.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { type FormShape, readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf, versionSeen } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { logView } from '../case/open-viewed.ts';
import { againAct, completeAct, handOverAct, placeAct, type RequestActDefinition, reviewAct, stopAct } from './acts.ts';
import { claimAct } from './claim-act.ts';
import { tie, tieFields, tieShape, tieTitle } from './tie-act.ts';

type Outcome = { kind: 'done' } | WhyNot;
type Words = Pick<
  RequestActDefinition<FormShape>,
  'act' | 'command' | 'title' | 'hint' | 'submit' | 'submitKind' | 'done'
>;

/** An act's page with its types closed over, so that all of them stand in one list. */
export type RequestActPage = Words & {
  start(visit: Visit): Readonly<Record<string, string>>;
  fields(form: FormView, visit: Visit, file: RequestFile): Html;
  send(visit: Visit, file: RequestFile): { wrong: FormView } | { form: FormView; outcome: Promise<Outcome> };
};

function page<S extends FormShape>(definition: RequestActDefinition<S>): RequestActPage {
  const { act, shape, check, start, fields, make } = definition;
  return {
    ...definition,
    start: visit => start?.(visit) ?? {},
    fields,
    send: (visit, file) => {
      const result = readForm(shape(visit), visit.body, values => check?.(values) ?? []);
      if (!result.ok) return { wrong: result.form };
      const form = { commandId: commandIdOf(visit.body), payload: payloadOf(rawForm(visit.body), `request ${act}`) };
      const asked = { requestId: file.requestId, versionSeen: versionSeen(visit.body) };
      const outcome = changeServiceRequest(visit.app, visit.viewer, asked, make(result.values), form);
      return { form: result.form, outcome };
    },
  };
}

const tiePage: RequestActPage = {
  act: 'link',
  command: 'TieComplaint',
  title: tieTitle,
  hint: 'Both stay records of their own: the request goes on, and the complaint has its own dates.',
  submit: 'Link it',
  done: 'Linked.',
  start: () => ({}),
  fields: tieFields,
  send: (visit, file) => {
    const result = readForm(tieShape, visit.body);
    return result.ok ? { form: result.form, outcome: tie(visit, file, result.values) } : { wrong: result.form };
  },
};

export const requestActPages: readonly RequestActPage[] = [
  page(reviewAct),
  page(handOverAct),
  page(placeAct),
  page(completeAct),
  page(stopAct),
  page(againAct),
  page(claimAct),
  tiePage,
];

export function requestActRoutes(routes: StaffRoutes): void {
  const find = (visit: Visit) => requestActPages.find(one => one.act === visit.params['act']);
  routes.get(paths.serviceRequestAct.pattern, async (visit, tx) => {
    const act = find(visit);
    const file = act === undefined ? null : await opened(visit, tx);
    if (act === undefined || file === null) return null;
    await logView(visit, file.requestId, false);
    const refusal = whyNotRequest(act.command, file.request);
    return refusal === null
      ? formShown(visit, act, file, newForm(act.start(visit)))
      : refusedShown(visit, act, file, refusal);
  });
  routes.post(paths.serviceRequestAct.pattern, async visit => {
    const act = find(visit);
    const file = act === undefined ? null : await visit.read(tx => opened(visit, tx));
    return act === undefined || file === null ? null : sent(visit, act, file);
  });
}

function opened({ viewer, scope, params }: Visit, tx: Reading): Promise<RequestFile | null> {
  return openRequestFile(tx, viewer.landlordId, scope, params['request'] ?? '');
}

async function sent(visit: Visit, act: RequestActPage, file: RequestFile): Promise<Answer> {
  const read = act.send(visit, file);
  if ('wrong' in read) return { status: 422, html: formShown(visit, act, file, read.wrong) };
  const outcome = await settled(read.outcome);
  if (outcome instanceof BeyondCalendar) {
    const form = read.form.withErrors({ field: undefined, text: outcome.message });
    return { status: 422, html: formShown(visit, act, file, form) };
  }
  if (outcome.kind === 'done')
    return { redirect: withQuery(paths.serviceRequest({ request: file.requestId }), { done: act.act }) };
  const { why, instead } = outcome.kind === 'refused' ? sayRefusal(outcome.refusal) : otherwise[outcome.kind];
  const form = read.form.withErrors({ field: undefined, text: why });
  const now = (await visit.read(tx => opened(visit, tx))) ?? file;
  const panel = refusalPanel({ sentence: why, allowed: instead });
  return { status: outcome.kind === 'refused' ? 422 : 409, html: formShown(visit, act, now, form, panel) };
}

/** A date that the calendar has no data for is an answer here, not a fault. */
async function settled(outcome: Promise<Outcome>): Promise<Outcome | BeyondCalendar> {
  try {
    return await outcome;
  } catch (error) {
    if (error instanceof BeyondCalendar) return error;
    throw error;
  }
}

const otherwise = {
  changed: {
    why: 'Somebody else recorded something here while you were filling in the form. What you typed was not recorded.',
    instead: 'Look at what they recorded, on the request’s page, before you send this.',
  },
  'other-sent': {
    why: 'You already sent this form, with something else in it. The first one was kept.',
    instead: 'Look at the request’s page before you send this as well.',
  },
};

function formShown(visit: Visit, act: RequestActPage, file: RequestFile, form: FormView, above?: Html): Html {
  const content = formPage({
    title: act.title,
    caption: `Service request – ${file.person.name}`,
    hint: act.hint,
    action: visit.request.url,
    seal: visit.seal(file.request.version),
    fields: act.fields(form, visit, file),
    submit: act.submit,
    submitKind: act.submitKind,
    cancelHref: paths.serviceRequest({ request: file.requestId }),
    above,
  });
  return framed(visit, act, file, content, form);
}

function refusedShown(visit: Visit, act: RequestActPage, file: RequestFile, refusal: Refusal): Html {
  const { why, instead } = sayRefusal(refusal);
  const back = paths.serviceRequest({ request: file.requestId });
  const content = html`<h1 class="govuk-heading-l">${act.title}</h1>${refusalPanel({ sentence: why, allowed: instead })}
${button({ text: 'Back to the request', href: back, classes: 'govuk-button--secondary' })}`;
  return framed(visit, act, file, content, newForm());
}

function framed(visit: Visit, act: RequestActPage, file: RequestFile, content: Html, form: FormView): Html {
  const title = `${act.title} – ${file.person.name}`;
  return visit.page({ title, content, errors: form.summary(), nav: { current: 'requests' }, width: 'reading' });
}
