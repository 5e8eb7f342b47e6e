import type { LocalDate } from '../../../domain/calendar/dates.ts';
import type { ContactBlock } from '../../../domain/policy/contact-block.ts';
import { contactsOn } from '../../../domain/policy/contacts-on.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';

/** Every body that customers may turn to, when it is the one, and how to reach it, for whoever tells them (MGL-49). */
export function whoCanHelp(policy: Policy, today: LocalDate): Html {
  return html`<p class="govuk-body">Tell customers of the body that their complaint is for. What is still to be confirmed is never printed in a letter.</p>
${dataTable<ContactBlock>({
  caption: 'Who else can help',
  captionHidden: true,
  rows: contactsOn(policy, today),
  columns: [
    {
      heading: 'Body',
      isRowHeader: true,
      cell: one =>
        html`${one.name}${one.status === 'to-confirm' && html` ${tag({ text: 'To be confirmed', colour: 'yellow' })}`}`,
    },
    { heading: 'When', cell: one => one.appliesTo },
    { heading: 'How', cell: ways },
  ],
})}`;
}

function ways({ web, phone, post, email }: ContactBlock): Html {
  const all = [
    web !== null && html`<a class="govuk-link" href="${web}">${new URL(web).hostname.replace(/^www\./, '')}</a>`,
    phone,
    email,
    post,
  ];
  return html`${all.filter(one => one !== null && one !== false && one !== '').map(one => html`<div>${one}</div>`)}`;
}
