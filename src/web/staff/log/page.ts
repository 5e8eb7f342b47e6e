/** `/complaints/new`: any member of staff logs a complaint in under a minute; earlier ones are shown before it is kept. */
import { isLogged, type Logged, logComplaint } from '../../../application/log-complaint.ts';
import { type Asked, isSure } from '../../../application/queries/belongs-together.ts';
import { openContact } from '../../../application/queries/contact-file.ts';
import { openRecord } from '../../../application/queries/dissatisfaction.ts';
import { earlierCases } from '../../../application/queries/earlier-cases.ts';
import { earlierRequests } from '../../../application/queries/earlier-requests.ts';
import { openRequestFile } from '../../../application/queries/request-file.ts';
import type { Reading } from '../../../application/reading.ts';
import { type StaffChoice, staffChoices } from '../../../application/staff-choices.ts';
import { holds } from '../../../domain/access/permissions.ts';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import { whyNot } from '../../../domain/complaint/decide.ts';
import { replayEvents } from '../../../domain/complaint/evolve.ts';
import { type Refusal, sayRefusal } from '../../../domain/complaint/refusals.ts';
import { hazardOpen } from '../../../domain/contact/contact.ts';
import { waitsForLogging } from '../../../domain/contact/decide.ts';
import { isId } from '../../../domain/ids.ts';
import { button } from '../../components/govuk/button.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { dateValues } from '../../forms/date-field.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormError, type FormView, newForm } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type Answer, formField, type StaffRoutes, type Visit } from '../../visit.ts';
import { labelOf } from '../case/parts.ts';
import { draftFor, draftHref, forgetDraft, keepDraft, type ShownDraft } from '../drafts/drafts.ts';
import { finderStep } from '../find/step.ts';
import { allShown, backButton, backToForm, choiceIn, earlierFields, type Found, withoutStep } from './earlier.ts';
import { checkLog, complaintFrom, type LogValues, logShape } from './form.ts';
import { logFields, whatIsAComplaint } from './view.ts';

const draftName = 'log-complaint';
const saveButton = 'save-draft';
const freshButton = 'start-afresh';

export function logRoutes(routes: StaffRoutes): void {
  routes.get(paths.logComplaint.pattern, async (visit, tx) => {
    const refusal = whyNotLog(visit);
    if (refusal !== null) return refusedPage(visit, refusal);
    const recordId = visit.query['dissatisfaction'];
    if (recordId !== undefined) return fromRecord(visit, tx, recordId);
    const contactId = visit.query['contact'];
    if (contactId !== undefined) return fromContact(visit, tx, contactId);
    const requestId = visit.query['service-request'];
    if (requestId !== undefined) return fromRequest(visit, tx, requestId);
    const draft = await draftFor(visit, tx, draftName, null);
    const form = newForm(draft?.fields ?? {});
    return formShown(visit, form, staffChoices(visit.landlord), draft);
  });

  routes.post(paths.logComplaint.pattern, async visit => {
    if (formField(visit.body, saveButton) !== undefined) {
      await keepDraft(visit, draftName, null, saveButton);
      return { redirect: paths.logComplaint() };
    }
    if (formField(visit.body, freshButton) !== undefined) {
      await forgetDraft(visit, draftName, null);
      return { redirect: paths.logComplaint() };
    }
    return sent(visit);
  });
}

/** The form filled in from a record of dissatisfaction that is to become a complaint (MGL-03), received when it was first told (R3). */
async function fromRecord(visit: Visit, tx: Reading, recordId: string): Promise<Answer> {
  const file = await openRecord(tx, visit.viewer.landlordId, visit.scope, recordId);
  if (file === null) return null;
  const { record, person, words } = file;
  if (record.became !== null) return { redirect: paths.case({ reference: record.became.reference }) };
  return filledLogForm(visit, {
    ...{ dissatisfaction: recordId, words: words ?? '', name: person.name },
    ...{ phone: person.phone ?? '', email: person.email ?? '', channel: record.channel },
    ...firstToldIn(record.toldOn, record.toldTo, visit.today),
  });
}

/** The form filled in from what was written down and judged to be a complaint, received when it was first told (R3). */
async function fromContact(visit: Visit, tx: Reading, recordId: string): Promise<Answer> {
  const file = await openContact(tx, visit.landlord, visit.scope, recordId);
  if (file === null) return null;
  const { contact, person, home, texts } = file;
  if (contact.complaint !== null) return { redirect: paths.case({ reference: contact.complaint.reference }) };
  if (!waitsForLogging(contact)) return { redirect: paths.contact({ record: recordId }) };
  const detail = contact.needs[0]?.detail.textId ?? '';
  return filledLogForm(visit, {
    ...{ contact: recordId, words: texts.get(contact.words.textId) ?? '', name: person?.name ?? '' },
    ...{ phone: person?.phone ?? '', email: person?.email ?? '', address: home?.address ?? '' },
    postcode: home?.postcode ?? '',
    ...{ relationship: contact.relationship ?? '', channel: contact.channel },
    ...firstToldIn(contact.toldOn, contact.toldTo, visit.today),
    'at-risk': hazardOpen(contact) ? 'yes' : 'no',
    needs: contact.needs.map(need => need.kind),
    'need-details': texts.get(detail) ?? '',
  });
}

/** The form filled in from a request whose handling they are not happy with: received today unless they told somebody earlier (MAG-14). */
async function fromRequest(visit: Visit, tx: Reading, requestId: string): Promise<Answer> {
  const file = await openRequestFile(tx, visit.viewer.landlordId, visit.scope, requestId);
  if (file === null) return null;
  const { request, person, home } = file;
  const above = insetText({
    text: html`This complaint is about how <a class="govuk-link" href="${paths.serviceRequest({ request: requestId })}">a service request</a> was dealt with. The request goes on. Enter what they are not happy with, and the day they first said so.`,
  });
  const filled = {
    ...{ 'service-request': requestId, name: person.name, phone: person.phone ?? '', email: person.email ?? '' },
    ...{
      address: home?.address ?? '',
      postcode: home?.postcode ?? '',
      'service-area': request.serviceArea,
      contractor: request.contractor ?? '',
    },
    ...{ 'first-told': 'now', 'at-risk': request.healthAndSafety ? 'yes' : '' },
  };
  return filledLogForm(visit, filled, above);
}

/** Today, or the earlier day and whom they told, as the form has them. */
export function firstToldIn(on: LocalDate, toldTo: string, today: LocalDate): Record<string, string> {
  if (on === today) return { 'first-told': 'now' };
  return { 'first-told': 'earlier', 'told-to': toldTo, ...dateValues('received', on) };
}

/** The form with answers that were given elsewhere already. */
export function filledLogForm(
  visit: Visit,
  values: Readonly<Record<string, string | readonly string[]>>,
  above?: Html,
): Html {
  return formShown(visit, newForm(values), staffChoices(visit.landlord), null, above);
}

/** Why this person may not log at all, before they type anything. */
function whyNotLog({ viewer, landlord, today }: Visit): Refusal | null {
  const actor = { ...viewer, managerId: null, active: true };
  return whyNot('LogComplaint', replayEvents([]), { ...landlord, today, actor, people: {} });
}

type Read = { staff: StaffChoice[]; result: ReturnType<typeof readLog>; found: Found };

function readLog(visit: Visit) {
  return readForm(logShape(visit), visit.body, checkLog);
}

/** What was sent, and what is known already of that person and home, in one moment of the data. */
async function readSent(visit: Visit): Promise<Read> {
  const { viewer, landlord, scope } = visit;
  const staff = staffChoices(landlord);
  const result = readLog(visit);
  if (!result.ok) return { staff, result, found: nothing };
  const found = await visit.read(async tx => {
    const asked = askedOf(result.values);
    const cases = await earlierCases(tx, viewer.landlordId, scope, asked);
    const requests = await earlierRequests(tx, viewer.landlordId, scope, asked);
    // A block or a contractor alone interrupts nobody: the page of the complaint shows what else may belong to it.
    if (![...cases, ...requests].some(one => isSure(one.same))) return nothing;
    // The first press is not an earlier complaint to the second.
    return (await isLogged(tx, viewer.landlordId, commandIdOf(visit.body))) ? nothing : { cases, requests };
  });
  return { staff, result, found };
}

const nothing: Found = { cases: [], requests: [] };

function askedOf(values: LogValues): Asked {
  const { name, email, phone, address, postcode, contractor, 'service-area': serviceArea, resident } = values;
  const home = address === '' ? null : { address, postcode: postcode || null };
  const about = values['service-request'];
  const except = isId(about) ? [about] : [];
  const known = { name, email: email || null, phone: phone || null, home, personId: resident };
  return { ...known, contractor: contractor || null, serviceArea, except };
}

async function sent(visit: Visit): Promise<Answer> {
  const raw = rawForm(visit.body);
  const looking = await finderStep(visit, raw);
  if (looking !== null)
    return formShown(visit, looking.form, staffChoices(visit.landlord), null, undefined, looking.results);
  const { staff, result, found } = await readSent(visit);
  if (raw.has(backButton)) return formShown(visit, withoutStep(raw), staff, null);
  if (!result.ok) return { status: 422, html: formShown(visit, result.form, staff, null) };
  if (!allShown(raw, found)) return earlierShown(visit, result.form, found);
  const choice = choiceIn(raw, found);
  if ('text' in choice) return { status: 422, html: earlierShown(visit, result.form, found, choice) };
  const complaint = complaintFrom(result.values, visit.today, choice);
  const logged = await logComplaint(visit.app, visit.viewer, complaint, {
    commandId: commandIdOf(visit.body),
    payload: payloadOf(raw, draftName),
    draft: { form: draftName, caseId: null },
  });
  if (logged.kind !== 'done')
    return { status: logged.kind === 'refused' ? 422 : 409, html: notLogged(visit, withoutStep(raw), staff, logged) };
  // About whoever logs it: it is no more theirs to see than any other complaint about them.
  if (complaint.complainedOf.includes(visit.viewer.personId))
    return { redirect: withQuery(paths.myWork(), { done: 'log' }) };
  return { redirect: await afterLogging(visit, logged.reference, result.values.contact) };
}

/** From a contact one goes on to what was decided: to the ground of the refusal, or to put somebody’s name on it. */
async function afterLogging(visit: Visit, reference: string, contactId: string): Promise<string> {
  const file =
    contactId === '' ? null : await visit.read(tx => openContact(tx, visit.landlord, visit.scope, contactId));
  const { policy } = visit.landlord;
  if (file?.contact.triage?.outcome === 'refused') return paths.caseAct({ reference, act: 'refuse' });
  const { roles } = visit.viewer;
  if (file !== null && (holds(roles, 'assign', policy) || holds(roles, 'investigate-stage-1', policy)))
    return withQuery(paths.caseAct({ reference, act: 'assign' }), { stage: 1 });
  return withQuery(paths.case({ reference }), { done: 'log' });
}

function formShown(
  visit: Visit,
  form: FormView,
  staff: readonly StaffChoice[],
  draft: ShownDraft | null,
  above?: Html,
  found: Html | null = null,
): Html {
  const save = button({ text: 'Save draft', name: saveButton, value: '1', classes: 'govuk-button--secondary' });
  const fresh = button({ text: 'Throw it away', name: freshButton, value: '1', classes: 'govuk-button--secondary' });
  const form_ = formPage({
    title: 'Log a complaint',
    action: paths.logComplaint(),
    seal: visit.seal(),
    fields: logFields(form, visit, staff, found),
    submit: 'Log the complaint',
    secondary: html`${save}${draft !== null && fresh}`,
    cancelHref: paths.myWork(),
    draft: draft ?? { href: draftHref(draftName, null) },
    above: html`${above}${draft !== null && html`<p class="govuk-inset-text">This is what you had typed and not logged yet, saved at ${draft.savedAt ?? ''}.</p>`}`,
  });
  return framed(visit, html`<div class="rd-split"><div>${form_}</div>${whatIsAComplaint(visit)}</div>`, form);
}

function earlierShown(visit: Visit, form: FormView, found: Found, wrong?: FormError): Html {
  const shown = wrong === undefined ? form : form.withErrors(wrong);
  const { categories, serviceAreas } = visit.landlord.policy;
  const many = found.cases.length + found.requests.length;
  const content = formPage({
    title: many === 1 ? 'Does it have to do with this one?' : 'Does it have to do with one of these?',
    hint: html`Nothing is logged yet. If it is the same complaint told again, open it and add to it what is new. Otherwise link what belongs together: each keeps its own dates and letters, and what came before counts as background.`,
    action: paths.logComplaint(),
    seal: visit.seal(),
    fields: earlierFields(shown, found, {
      category: id => (id === null ? '' : labelOf(categories, id)),
      area: id => labelOf(serviceAreas, id),
    }),
    submit: 'Log the complaint',
    secondary: backToForm(),
    cancelHref: paths.myWork(),
    draft: { href: draftHref(draftName, null) },
  });
  return framed(visit, content, shown, 'reading');
}

function notLogged(
  visit: Visit,
  form: FormView,
  staff: readonly StaffChoice[],
  outcome: Exclude<Logged, { kind: 'done' }>,
): Html {
  const { why, instead } =
    outcome.kind === 'refused'
      ? sayRefusal(outcome.refusal)
      : {
          why: 'You already sent this form, with something else in it. The first one was logged.',
          instead: 'Look for it in All cases before you log this as well.',
        };
  const panel = refusalPanel({ sentence: why, allowed: instead });
  return formShown(visit, form.withErrors({ field: undefined, text: why }), staff, null, panel);
}

function refusedPage(visit: Visit, refusal: Refusal): Html {
  const { why, instead } = sayRefusal(refusal);
  const content = html`<h1 class="govuk-heading-l">Log a complaint</h1>${refusalPanel({ sentence: why, allowed: instead })}`;
  return framed(visit, content, newForm());
}

function framed(visit: Visit, content: Html, form: FormView, width: 'wide' | 'reading' = 'wide'): Html {
  return visit.page({ title: 'Log a complaint', content, errors: form.summary(), nav: { current: 'log' }, width });
}
