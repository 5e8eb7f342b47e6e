/** `/service-requests`: the list, recording a new one, and the pages of each (MAG-13, MGL-04). */

import { type RequestPage, requestPage, requestShows } from '../../../application/queries/service-requests.ts';
import { openServiceRequest } from '../../../application/service-requests.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
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
import { requestActRoutes } from './act-page.ts';
import { checkRequest, requestFields, requestFrom, requestShape } from './form.ts';
import { type RequestList, requestListView } from './list-view.ts';
import { nextHref, placeIn } from './place.ts';
import { requestRecordRoutes } from './record.ts';

export function serviceRequestRoutes(routes: StaffRoutes): void {
  routes.get(paths.serviceRequests.pattern, async (visit, tx) => {
    const { viewer, scope, today, landlord } = visit;
    const list = listIn(visit);
    const of = { landlordId: viewer.landlordId, scope, selection: list, personId: viewer.personId, today };
    const page: RequestPage = await requestPage(tx, of, placeIn(visit, list));
    const next = page.next === null ? null : nextHref(visit, list, page.next);
    const { policy, calendar } = landlord;
    const content = requestListView({ list, rows: page.rows, nextHref: next, today, calendar, policy });
    return visit.page({ title: 'Service requests', content, nav: { current: 'requests' } });
  });

  routes.get(paths.serviceRequestNew.pattern, async visit => {
    const start = { ...dateValues('asked', visit.today), owner: visit.viewer.personId };
    return formShown(visit, newForm(start));
  });

  routes.post(paths.serviceRequestNew.pattern, sent);
  requestRecordRoutes(routes);
  requestActRoutes(routes);
}

/** What the address asks for; anything unknown in it is left out. */
function listIn({ query, landlord }: Visit): RequestList {
  const show = requestShows.find(one => one === query['show']) ?? 'open';
  const area = landlord.policy.serviceAreas.find(one => one.id === query['area'])?.id ?? null;
  return { show, serviceArea: area };
}

async function sent(visit: Visit): Promise<Answer> {
  const result = readForm(requestShape(visit), visit.body, checkRequest);
  if (!result.ok) return { status: 422, html: formShown(visit, result.form) };
  const outcome = await openServiceRequest(visit.app, visit.viewer, requestFrom(result.values), {
    commandId: commandIdOf(visit.body),
    payload: payloadOf(rawForm(visit.body), 'service-request'),
  });
  if (outcome.kind === 'done') {
    const here = paths.serviceRequest({ request: outcome.requestId });
    return { redirect: withQuery(here, { done: 'opened' }) };
  }
  const { why, instead } = outcome.kind === 'refused' ? sayRefusal(outcome.refusal) : alreadySent;
  const panel = refusalPanel({ sentence: why, allowed: instead });
  const html = formShown(visit, result.form.withErrors({ field: undefined, text: why }), panel);
  return { status: outcome.kind === 'refused' ? 422 : 409, html };
}

const alreadySent = {
  why: 'You already sent this form, with something else in it. The first one was kept.',
  instead: 'Look for it in the list of service requests before you send this as well.',
};

function formShown(visit: Visit, form: FormView, above?: Html): Html {
  const content = formPage({
    title: 'Record a service request',
    hint: html`For something to be put right, asked for the first time. Whoever is not happy with how a request was dealt with, or with the answer to it, complains: <a class="govuk-link" href="${paths.logComplaint()}">log a complaint</a>.`,
    action: paths.serviceRequestNew(),
    seal: visit.seal(),
    fields: requestFields(form, visit),
    submit: 'Record the request',
    cancelHref: paths.serviceRequests(),
    above,
  });
  return visit.page({
    title: 'Record a service request',
    content,
    errors: form.summary(),
    nav: { current: 'requests' },
    width: 'reading',
  });
}
