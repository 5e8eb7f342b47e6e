/** What is handed over to somebody whose matter is no complaint, and praise or a matter of personal data passed on. */
import type { ContactFile } from '../../../application/queries/contact-file.ts';
import { staffChoices } from '../../../application/staff-choices.ts';
import type { Contact } from '../../../domain/contact/contact.ts';
import type { ReplyGiven } from '../../../domain/contact/events.ts';
import { replyText } from '../../../domain/contact/reply.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateValues } from '../../forms/date-field.ts';
import { choiceField, lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { howItWent, howItWentRadios } from '../acts/how-it-went.ts';
import { type ContactForm, pastDay, reading } from './contact-form.ts';

/** The reply that is due next, or can be given; null where there is none. */
export function nextReply({ contact, person }: ContactFile): ReplyGiven | null {
  const { triage, complaint } = contact;
  if (triage === null || person === null) return null;
  const given = (reply: ReplyGiven) => contact.replies.some(one => one.reply === reply);
  switch (triage.outcome) {
    case 'not-ours':
      return given('signpost') ? null : 'signpost';
    case 'service-request':
      return given('service-request') ? null : 'service-request';
    case 'feedback':
      return triage.feedback?.kind !== 'compliment' || given('thanks') ? null : 'thanks';
    case 'elected-enquiry':
      return given('enquiry') || complaint !== null ? null : 'enquiry';
    case 'data-protection':
      if (!given('data-protection')) return 'data-protection';
      return given('data-outcome') ? null : 'data-outcome';
    default:
      return null;
  }
}

const titles: Readonly<Record<ReplyGiven, string>> = {
  signpost: 'Tell them in writing who can help',
  thanks: 'Thank them',
  'service-request': 'Send a receipt',
  'data-protection': 'Acknowledge it in writing',
  'data-outcome': 'Tell them the outcome in writing',
  enquiry: 'Answer the MP or councillor',
};

function startText(file: ContactFile, reply: ReplyGiven, { landlord, today }: Visit): string {
  if (reply === 'enquiry' || reply === 'data-outcome') return '';
  const { contact, person, texts } = file;
  const elsewhere = contact.triage?.elsewhere ?? null;
  const other = elsewhere?.other ?? null;
  const facts = {
    name: person?.name ?? '',
    toldOn: contact.toldOn,
    bodies: reply === 'data-protection' ? (['information-commissioner'] as const) : (elsewhere?.bodies ?? []),
    other: other === null ? null : (texts.get(other.textId) ?? null),
  };
  return replyText(reply, facts, landlord, today);
}

export const replyForm: ContactForm = {
  act: 'reply',
  title: 'Reply to them',
  submit: 'Record that it was handed over',
  open: file => nextReply(file) !== null,
  start: (file, visit) => {
    const reply = nextReply(file);
    const reached = reply === 'enquiry' ? file.elected : file.person;
    return {
      ...dateValues('replied', visit.today),
      how: reached?.email ? 'email' : 'post',
      reply: reply === null ? '' : startText(file, reply, visit),
    };
  },
  fields: (form, _visit, file) => {
    const reply = nextReply(file);
    return html`<p class="govuk-body"><strong>${reply === null ? '' : titles[reply]}</strong></p>
${textarea({
  ...form.text('reply'),
  label: 'What goes to them',
  hint: 'Change what needs changing, send it, and record here that it went. It goes to them alone, never where others read it.',
  rows: 9,
})}
${howItWentRadios(form)}
${dateInput({ ...form.date('replied'), fieldset: { legend: 'When did it go?' } })}`;
  },
  read: (visit, file) => {
    const shape = {
      reply: longTextField({ label: 'What goes to them', required: 'Enter what was sent to them' }),
      how: howItWent('Choose how it went to them'),
      replied: pastDay(visit),
    };
    // Where none is open any more the domain says so.
    const kind = nextReply(file) ?? lastReply(file.contact);
    return reading(visit, shape, values => ({
      kind: 'reply',
      ...{ reply: kind, on: values.replied, how: values.how, text: values.reply },
    }));
  },
};

function lastReply({ replies }: Contact): ReplyGiven {
  return replies.at(-1)?.reply ?? 'signpost';
}

export const passOnForm: ContactForm = {
  act: 'pass-on',
  title: 'Pass it on',
  submit: 'Record that they were told',
  open: ({ contact }) =>
    contact.passedOn.length === 0 &&
    (contact.triage?.outcome === 'data-protection' || contact.triage?.feedback?.kind === 'compliment'),
  start: () => ({}),
  fields: (form, { landlord }, { contact }) => {
    const people = staffChoices(landlord).map(({ personId, name, role }) => ({
      value: personId,
      text: `${name}, ${role}`,
    }));
    const whom =
      contact.triage?.outcome === 'data-protection'
        ? 'Who looks after personal data?'
        : 'Whom is it about, or who leads their team?';
    return html`${select({ ...form.choice('to'), label: whom, items: [{ value: '', text: 'Choose' }, ...people] })}
${textInput({ ...form.text('passed-note'), label: 'What you told them, if anything' })}`;
  },
  read: visit => {
    const known = staffChoices(visit.landlord).map(one => one.personId);
    const shape = {
      to: choiceField(known, 'Choose who was told'),
      'passed-note': lineField({ label: 'What you told them', max: 1000 }),
    };
    return reading(visit, shape, values => ({ kind: 'pass-on', to: values.to, note: values['passed-note'] || null }));
  },
};
