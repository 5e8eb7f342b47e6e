/** `/contacts/records/…`: one contact, what it hints at, the decision, and what follows from it. */
import { changeContact } from '../../../application/contacts.ts';
import { type ContactFile, openContact } from '../../../application/queries/contact-file.ts';
import { type EarlierCase, earlierCases } from '../../../application/queries/earlier-cases.ts';
import type { Reading } from '../../../application/reading.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { waitsForLogging } from '../../../domain/contact/decide.ts';
import { mayTriage } from '../../../domain/contact/who.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { commandIdOf, payloadOf, versionSeen } from '../../forms/sent-form.ts';
import type { Html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type Answer, formField, type StaffRoutes, type Visit } from '../../visit.ts';
import { logView } from '../case/open-viewed.ts';
import { contactForms } from './act-forms.ts';
import type { ContactForm } from './contact-form.ts';
import { contactView } from './record-view.ts';

const done: Readonly<Record<string, string>> = {
  log: 'Written down. It is in the queue “To triage”; you can decide here at once what it is.',
  triage: 'Decided. What follows from it is below.',
  'note-danger': 'Recorded. Whoever is on call has it on their list now.',
  'settle-danger': 'Recorded.',
  private: 'Recorded.',
  reply: 'Recorded as handed over.',
  'pass-on': 'Recorded.',
  resident: 'Recorded.',
};

export function contactRecordRoutes(routes: StaffRoutes): void {
  routes.get(paths.contact.pattern, async (visit, tx) => {
    const found = await opened(visit, tx);
    if (found === null) return null;
    await logView(visit, found.file.recordId, false);
    return shown(visit, found, null);
  });
  routes.post(paths.contact.pattern, sent);
}

type Found = { file: ContactFile; earlier: readonly EarlierCase[] };

async function opened(visit: Visit, tx: Reading): Promise<Found | null> {
  const { landlord, scope, params } = visit;
  const file = await openContact(tx, landlord, scope, params['record'] ?? '');
  if (file === null) return null;
  const { person, home } = file;
  const asked = { name: person?.name ?? '', email: person?.email ?? null, phone: person?.phone ?? null, home };
  const earlier = person === null ? [] : await earlierCases(tx, landlord.landlordId, scope, asked);
  return { file, earlier: earlier.filter(one => one.caseId !== file.contact.complaint?.caseId) };
}

async function sent(visit: Visit): Promise<Answer> {
  const found = await visit.read(tx => opened(visit, tx));
  if (found === null) return null;
  const { file } = found;
  const name = formField(visit.body, 'act');
  const asked = contactForms.find(one => one.act === name) ?? contactForms.find(one => one.act === 'triage');
  if (asked === undefined) return null;
  const read = asked.read(visit, file);
  if (!('act' in read)) return { status: 422, html: shown(visit, found, { asked, form: read.wrong }) };
  const outcome = await changeContact(
    visit.app,
    visit.viewer,
    { recordId: file.recordId, versionSeen: versionSeen(visit.body) },
    read.act,
    { commandId: commandIdOf(visit.body), payload: payloadOf(rawForm(visit.body), `contact-${asked.act}`) },
  );
  if (outcome.kind === 'done') return { redirect: await next(visit, file.recordId, asked.act) };
  const { why, instead } = outcome.kind === 'refused' ? sayRefusal(outcome.refusal) : otherwise[outcome.kind];
  const form = read.form.withErrors({ field: undefined, text: why });
  const above = refusalPanel({ sentence: why, allowed: instead });
  const status = outcome.kind === 'refused' ? 422 : 409;
  return { status, html: shown(visit, found, { asked, form, above }) };
}

/** Where one goes on: to the log form, to the offer of a complaint, or back to the contact. */
async function next(visit: Visit, recordId: string, act: string): Promise<string> {
  const here = withQuery(paths.contact({ record: recordId }), { done: act });
  if (act !== 'triage' && act !== 'resident') return here;
  const file = await visit.read(tx => openContact(tx, visit.landlord, visit.scope, recordId));
  if (file === null) return here;
  if (waitsForLogging(file.contact)) return withQuery(paths.logComplaint(), { contact: recordId });
  const { dissatisfaction, serviceRequest } = file.contact;
  if (serviceRequest !== null)
    return withQuery(paths.serviceRequest({ request: serviceRequest.requestId }), { done: 'opened' });
  if (dissatisfaction === null) return here;
  return withQuery(paths.dissatisfactionRecord({ record: dissatisfaction.recordId }), { done: 'told' });
}

const otherwise = {
  changed: {
    why: 'Somebody else recorded something here while you were filling in the form. What you typed was not recorded.',
    instead: 'What stands now is below. Look at it before you record anything else.',
  },
  'other-sent': {
    why: 'You already sent this form, with something else in it. The first one was kept.',
    instead: 'What stands now is below. Look at it before you send this as well.',
  },
};

/** A form that was sent and not taken, with what is said about it. */
type Refused = { asked: ContactForm; form: FormView; above?: Html };

function shown(visit: Visit, { file, earlier }: Found, refused: Refused | null): Html {
  const judges = mayTriage(file.contact, { actor: visit.viewer, policy: visit.landlord.policy });
  const forms = contactForms
    .filter(one => (one.open(file, visit) && (one.act !== 'triage' || judges)) || one === refused?.asked)
    .map(one => ({
      form: one,
      view: refused?.asked === one ? refused.form : newForm(one.start(file, visit)),
      folded: refused?.asked === one ? false : (one.folded?.(file) ?? false),
    }));
  return visit.page({
    title: `Contact – ${file.person?.name ?? 'no name given'}`,
    content: contactView({ file, visit, earlier, forms, above: refused?.above }),
    errors: refused?.form.summary(),
    done: done[visit.query['done'] ?? ''],
    nav: { current: 'triage' },
  });
}
