/** `/policy/details`: what letters print of the landlord, supplied by whoever manages the policy. */
import { supplyDetails } from '../../../application/supply-details.ts';
import { holds } from '../../../domain/access/permissions.ts';
import {
  DETAIL_KINDS,
  DETAIL_NAMES,
  type DetailKind,
  type LandlordDetails,
  missingDetails,
  standsForSomethingElse,
} from '../../../domain/policy/landlord-details.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { tag } from '../../components/govuk/tag.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choicesField, emailField, lineField, longTextField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormError, type FormView, newForm } from '../../forms/form-view.ts';
import { type FormValues, readForm } from '../../forms/read-form.ts';
import { commandIdOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';

const shape = {
  address: longTextField({ label: 'The postal address', max: 400 }),
  phone: lineField({ label: 'The telephone number', max: 60 }),
  email: emailField({ label: 'The email address' }),
  web: lineField({ label: 'The web address', max: 200 }),
  none: choicesField(DETAIL_KINDS),
};

type Values = FormValues<typeof shape>;

/** Registers the page. */
export function detailsRoutes(routes: StaffRoutes): void {
  routes.get(paths.letterDetails.pattern, async visit => asking(visit, newForm(known(visit))));
  routes.post(paths.letterDetails.pattern, send);
}

async function send(visit: Visit): Promise<Answer> {
  const read = readForm(shape, visit.body);
  if (!read.ok) return { status: 422, html: asking(visit, read.form) };
  const wrong = DETAIL_KINDS.flatMap(kind => wrongIn(read.values, kind));
  if (wrong.length > 0) return { status: 422, html: asking(visit, read.form.withErrors(...wrong)) };
  const details = detailsFrom(read.values);
  const outcome = await supplyDetails(visit.app, visit.viewer, details, commandIdOf(visit.body));
  if (outcome === 'other-sent') {
    const text = 'This form was sent before with something else in it. That was kept; send it again if this is right.';
    return { status: 422, html: asking(visit, read.form.withErrors({ field: undefined, text })) };
  }
  return { redirect: withQuery(paths.policy(), { done: 'details' }) };
}

function wrongIn(values: Values, kind: DetailKind): FormError[] {
  const typed = values[kind];
  const name = DETAIL_NAMES[kind];
  if (typed !== '' && values.none.includes(kind))
    return [{ field: kind, text: `Take out the ${name}, or say that there is one` }];
  return typed !== '' && standsForSomethingElse(typed)
    ? [{ field: kind, text: `Enter the ${name} as letters print it, or leave it empty until it is known` }]
    : [];
}

function detailsFrom({ address, phone, email, web, none }: Values): LandlordDetails {
  const lines = address.split(/\r?\n/).map(line => line.trim());
  return {
    address: lines.filter(line => line !== ''),
    phone: phone || null,
    email: email || null,
    web: web || null,
    none,
  };
}

function known({ landlord }: Visit): Record<string, string | string[]> {
  const { address, phone, email, web, none } = landlord.policy.landlord;
  return { address: address.join('\n'), phone: phone ?? '', email: email ?? '', web: web ?? '', none: none ?? [] };
}

function asking(visit: Visit, form: FormView): Html {
  const content = formPage({
    title: 'Details for letters',
    hint: 'Every letter gives these, so that the reader can reach you. While one of them is missing, no letter is issued. Letters that were issued stay as they are.',
    action: paths.letterDetails(),
    seal: visit.seal(),
    fields: html`${textarea({ ...form.text('address'), label: 'Postal address', hint: 'Each line of the address on a line of its own, without the landlord’s name.', rows: 4 })}
${textInput({ ...form.text('phone'), label: 'Telephone', classes: 'govuk-input--width-20', autocomplete: 'off' })}
${textInput({ ...form.text('email'), label: 'Email', autocomplete: 'off', spellcheck: false })}
${textInput({ ...form.text('web'), label: 'Web page', autocomplete: 'off', spellcheck: false })}
${checkboxes({
  ...form.choices('none'),
  fieldset: { legend: 'Is there anything that you do not have?' },
  hint: 'A letter without it is then whole.',
  items: DETAIL_KINDS.map(kind => ({ value: kind, text: `We have no ${DETAIL_NAMES[kind]}` })),
})}`,
    submit: 'Save the details',
    cancelHref: paths.policy(),
  });
  return framed(visit, content, form);
}

function framed(visit: Visit, content: Html, form?: FormView): Html {
  const nav = { current: 'policy' } as const;
  return visit.page({ title: 'Details for letters', content, width: 'reading', errors: form?.summary(), nav });
}

/** The same on the policy's page, with what is still missing. */
export function landlordDetails(visit: Visit): Html {
  const { policy } = visit.landlord;
  const missing = missingDetails(policy);
  const none = policy.landlord.none ?? [];
  const change = missing.length > 0 ? 'Supply what is missing' : 'Change the details';
  const row = (kind: DetailKind) => {
    const values = [policy.landlord[kind]].flat().filter(value => value !== null);
    const lines = values.map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`));
    const lacking = tag({ text: 'To be supplied', colour: 'red' });
    return {
      key: capital(DETAIL_NAMES[kind]),
      value: missing.includes(kind) ? lacking : html`${none.includes(kind) ? 'None' : lines}`,
    };
  };
  return html`<p class="govuk-body">Every letter gives these. ${missing.length > 0 && html`<strong>No letter can be issued until they are supplied.</strong>`}</p>
${summaryList({ rows: DETAIL_KINDS.map(row) })}
${maySupply(visit) && html`<p class="govuk-body"><a class="govuk-link" href="${paths.letterDetails()}">${change}</a></p>`}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether whoever looks may supply them. */
function maySupply({ viewer, landlord }: Visit): boolean {
  return holds(viewer.roles, 'supply-details', landlord.policy);
}
