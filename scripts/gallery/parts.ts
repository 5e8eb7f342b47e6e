import { accordion } from '../../src/web/components/govuk/accordion.ts';
import { breadcrumbs } from '../../src/web/components/govuk/breadcrumbs.ts';
import { button, buttonGroup } from '../../src/web/components/govuk/button.ts';
import { details } from '../../src/web/components/govuk/details.ts';
import { fileUpload } from '../../src/web/components/govuk/file-upload.ts';
import { insetText } from '../../src/web/components/govuk/inset-text.ts';
import { notificationBanner } from '../../src/web/components/govuk/notification-banner.ts';
import { pagination } from '../../src/web/components/govuk/pagination.ts';
import { panel } from '../../src/web/components/govuk/panel.ts';
import { phaseBanner } from '../../src/web/components/govuk/phase-banner.ts';
import { table } from '../../src/web/components/govuk/table.ts';
import { tabs } from '../../src/web/components/govuk/tabs.ts';
import { tag } from '../../src/web/components/govuk/tag.ts';
import { textInput } from '../../src/web/components/govuk/text-input.ts';
import { warningText } from '../../src/web/components/govuk/warning-text.ts';
import { alert } from '../../src/web/components/moj/alert.ts';
import { badge } from '../../src/web/components/moj/badge.ts';
import { filter } from '../../src/web/components/moj/filter.ts';
import { search } from '../../src/web/components/moj/search.ts';
import { sideNavigation } from '../../src/web/components/moj/side-navigation.ts';
import { ticketPanel } from '../../src/web/components/moj/ticket-panel.ts';
import { dueTag } from '../../src/web/components/redress/due-tag.ts';
import { type Html, html } from '../../src/web/html.ts';

function signs(): Html {
  const colours = ['grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'] as const;
  const tones = ['late', 'soon', 'calm', 'done', 'plain'] as const;
  return html`<p class="govuk-body">${colours.map(colour => html`${tag({ text: colour, colour })} `)}</p>
<p class="govuk-body">${tones.map(tone => html`${dueTag({ words: `due, ${tone}`, tone, date: 'Friday 4 December' })} `)}</p>
<p class="govuk-body">${(['grey', 'red', 'green', 'blue', 'purple'] as const).map(colour => html`${badge({ text: `Badge ${colour}`, colour })} `)}</p>`;
}

function messages(): Html {
  return html`${notificationBanner({ text: 'Two bank holidays were added: dates have moved on 14 cases.', titleId: 'banner-1' })}
${notificationBanner({ text: 'The acknowledgement was sent.', type: 'success', titleId: 'banner-2', disableAutoFocus: true })}
${(['information', 'success', 'warning', 'error'] as const).map(variant => alert({ variant, title: variant, text: html`This is what an alert of kind <a href="/">${variant}</a> looks like.` }))}
${warningText({ text: 'A withdrawn complaint cannot be opened again; a new one can be logged.' })}
${insetText({ text: 'They said: “Nobody has ever come back to me about the mould.”' })}
${panel({ title: 'Complaint logged', text: html`The reference is <strong>K7QF-2MXA</strong>`, headingLevel: 2 })}
${ticketPanel({
  items: [
    { content: html`<p class="govuk-body">Unsafe to visit alone</p>`, colour: 'red' },
    { content: html`<p class="govuk-body">Joint tenant: Mr J. Okonkwo</p>`, colour: 'blue' },
  ],
})}`;
}

function moving(): Html {
  return html`${buttonGroup(button({ text: 'Send it' }), button({ text: 'Save draft', classes: 'govuk-button--secondary' }), button({ text: 'Withdraw', classes: 'govuk-button--warning' }), button({ text: 'Not yet', disabled: true }))}
${button({ text: 'Start', href: '/', isStartButton: true })}
${breadcrumbs({ items: [{ text: 'All cases', href: '/cases' }, { text: 'K7QF-2MXA' }] })}
${pagination({ previous: { href: '#' }, next: { href: '#' }, items: [{ number: 1, href: '#' }, { number: 2, href: '#', current: true }, { ellipsis: true }, { number: 9, href: '#' }] })}
${pagination({ next: { href: '#', labelText: 'Cases 51 to 100' }, landmarkLabel: 'More cases' })}
${tabs({
  items: [
    { label: 'Stage 1', id: 'stage-1', panel: 'Answered on 17 February.' },
    { label: 'Stage 2', id: 'stage-2', panel: 'Due on 26 March.' },
  ],
})}
${accordion({
  id: 'gallery-accordion',
  items: [
    { heading: 'Who may complain', content: 'Anybody affected by what we do.' },
    { heading: 'How long it takes', content: 'Ten working days.', summary: 'Stage 1' },
  ],
})}
${details({ summary: 'Why that date?', content: html`<p class="govuk-body">Ten working days from Thursday 5 March. Good Friday is skipped.</p>` })}
${sideNavigation({
  label: 'On this page',
  items: [
    { text: 'Stage 1', href: '#a', active: true },
    { text: 'Stage 2', href: '#b' },
  ],
})}`;
}

function lists(): Html {
  const options = html`${textInput({ name: 'handler', label: 'Handler' })}`;
  const category = {
    heading: 'Stage',
    items: [
      { text: 'Stage 1', href: '?' },
      { text: 'Stage 2', href: '?' },
    ],
  };
  return html`<div class="rd-with-filter"><form method="get" action="/parts">${filter({
    heading: 'Filter',
    options,
    selected: { heading: 'On now', clearHref: '?', clearText: 'Clear all', categories: [category] },
  })}</form><div>
${search({ action: '/parts', id: 'find', label: 'Find within these cases', buttonText: 'Find' })}
${table({
  caption: 'Indicators',
  head: [{ text: 'Month' }, { text: 'Met', format: 'numeric' }, { text: 'Of', format: 'numeric' }],
  firstCellIsHeader: true,
  rows: [
    [{ text: 'January' }, { text: 64, format: 'numeric' }, { text: 80, format: 'numeric' }],
    [{ text: 'February' }, { text: 92, format: 'numeric' }, { text: 106, format: 'numeric' }],
  ],
})}
${fileUpload({ name: 'evidence', label: 'Add evidence', hint: 'Photographs, letters, recordings. Up to 20 MB each.', multiple: true })}</div></div>`;
}

/** Every component that no other page of the gallery shows. */
export function partsContent(): Html {
  return html`${phaseBanner({ tag: { text: 'Trial' }, text: 'This is a new service.' })}
<h1 class="govuk-heading-l">Parts</h1>
<h2 class="govuk-heading-m">Signs</h2>${signs()}
<h2 class="govuk-heading-m">Messages</h2>${messages()}
<h2 class="govuk-heading-m">Moving about</h2>${moving()}
<h2 class="govuk-heading-m">Lists</h2>${lists()}`;
}
