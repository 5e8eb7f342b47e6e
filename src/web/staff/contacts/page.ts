/** What somebody told us: written down in a minute, waiting in a queue, judged; and what was made of it, counted. */
import { logContact } from '../../../application/contacts.ts';
import { judgedContacts, triageCount, triageQueue } from '../../../application/queries/contacts.ts';
import { feedbackCounts, feedbackList, suggestionCounts } from '../../../application/queries/feedback.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { addMonths } from '../../../domain/calendar/dates.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { FEEDBACK_KINDS } from '../../../domain/contact/events.ts';
import { intakeRules } from '../../../domain/policy/intake-rules.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { draftFor, draftHref, type ShownDraft } from '../drafts/drafts.ts';
import { whatIsAComplaint } from '../log/view.ts';
import { triageCounts } from '../my-work/triage-notice.ts';
import { feedbackView } from './feedback-view.ts';
import { checkContact, contactFields, contactFrom, contactShape } from './log-form.ts';
import { judgedView, queueView } from './queue-view.ts';
import { contactRecordRoutes } from './record.ts';
import { suggestionsView } from './suggestions-view.ts';

const draftName = 'log-contact';

export function contactRoutes(routes: StaffRoutes): void {
  routes.get(paths.contacts.pattern, async (visit, tx) => {
    const { viewer, scope, query } = visit;
    const content =
      query['show'] === 'judged'
        ? judgedView(await judgedContacts(tx, viewer.landlordId, scope), visit)
        : queueView(await triageQueue(tx, viewer.landlordId, scope), visit);
    const count = await triageCount(tx, viewer.landlordId, scope, visit.today);
    return visit.page({ title: 'To triage', content, nav: { current: 'triage', counts: triageCounts(count) } });
  });

  routes.get(paths.contactNew.pattern, async (visit, tx) => {
    const draft = await draftFor(visit, tx, draftName, null);
    return formShown(visit, newForm(draft?.fields ?? {}), draft);
  });
  routes.post(paths.contactNew.pattern, sent);
  contactRecordRoutes(routes);

  routes.get(paths.feedback.pattern, async (visit, tx) => {
    const { viewer, scope, query, today } = visit;
    if (scope.kind !== 'all') return null;
    const kind = FEEDBACK_KINDS.find(one => one === query['kind']) ?? null;
    const [list, counts] = await Promise.all([
      feedbackList(tx, viewer.landlordId, kind),
      feedbackCounts(tx, viewer.landlordId, addMonths(today, -12)),
    ]);
    return visit.page({
      title: 'Feedback',
      content: feedbackView({ list, counts, kind, visit }),
      nav: { current: 'triage' },
    });
  });

  routes.get(paths.contactSuggestions.pattern, async (visit, tx) => {
    const { viewer, scope, landlord, today } = visit;
    if (scope.kind !== 'all') return null;
    const counts = await suggestionCounts(tx, viewer.landlordId, addMonths(today, -12));
    const content = suggestionsView({ counts, hints: intakeRules(landlord).hints });
    return visit.page({ title: 'Suggestions at triage', content, nav: { current: 'triage' } });
  });
}

async function sent(visit: Visit): Promise<Answer> {
  const result = readForm(contactShape(visit), visit.body, checkContact);
  if (!result.ok) return { status: 422, html: formShown(visit, result.form, null) };
  if (!holds(visit.viewer.roles, 'log-complaint', visit.landlord.policy))
    return { status: 422, html: refusedShown(visit, result.form) };
  const outcome = await logContact(visit.app, visit.viewer, contactFrom(result.values, visit.today), {
    commandId: commandIdOf(visit.body),
    payload: payloadOf(rawForm(visit.body), draftName),
    draft: { form: draftName, caseId: null },
  });
  if (outcome.kind === 'done')
    return { redirect: withQuery(paths.contact({ record: outcome.recordId }), { done: 'log' }) };
  const { why, instead } = outcome.kind === 'refused' ? sayRefusal(outcome.refusal) : alreadySent;
  const form = result.form.withErrors({ field: undefined, text: why });
  const shown = formShown(visit, form, null, refusalPanel({ sentence: why, allowed: instead }));
  return { status: outcome.kind === 'refused' ? 422 : 409, html: shown };
}

const alreadySent = {
  why: 'You already sent this form, with something else in it. The first one was kept.',
  instead: 'Look for it in the queue before you send this as well.',
};

function refusedShown(visit: Visit, form: FormView): Html {
  const why = 'Your role here does not write down what people tell us.';
  const allowed = 'Anybody on the staff whose role logs complaints can: tell one of them.';
  return formShown(
    visit,
    form.withErrors({ field: undefined, text: why }),
    null,
    refusalPanel({ sentence: why, allowed }),
  );
}

function formShown(visit: Visit, form: FormView, draft: ShownDraft | null, above?: Html): Html {
  const form_ = formPage({
    title: 'Log for someone',
    hint: html`For anything that anybody tells you, in the time a call takes. It need not be a complaint, and nobody has to call it one: somebody decides that next. If it clearly is one, <a class="govuk-link" href="${paths.logComplaint()}">log a complaint</a>.`,
    action: paths.contactNew(),
    seal: visit.seal(),
    fields: contactFields(form, visit),
    submit: 'Write it down',
    cancelHref: paths.myWork(),
    draft: draft ?? { href: draftHref(draftName, null) },
    above: html`${above}${draft !== null && html`<p class="govuk-inset-text">This is what you had typed and not sent yet, saved at ${draft.savedAt ?? ''}.</p>`}`,
  });
  return visit.page({
    title: 'Log for someone',
    content: html`<div class="rd-split"><div>${form_}</div>${whatIsAComplaint(visit)}</div>`,
    errors: form.summary(),
    nav: { current: 'contact' },
  });
}
