/** A letter as a page shows it before and after it is issued: the same words in the same order as on paper. */
import { sayDate } from '../../domain/calendar/dates.ts';
import type { Block, Fact, LetterDocument } from '../../domain/letters/document.ts';
import { type Html, html, noHtml } from '../html.ts';

/** `headingLevel` is the level of the letter's subject on the page it is shown on; its sections are one below. */
export function letterAsHtml(document: LetterDocument, headingLevel: 1 | 2 | 3 = 2): Html {
  const { letterhead, recipient, signature } = document;
  const contact = [...letterhead.address, letterhead.phone, letterhead.email, letterhead.web].filter(
    line => line !== '',
  );
  return html`<article class="rd-letter" lang="${document.language}" aria-label="${document.title}">
  <div class="rd-letter__head">
    <p class="rd-letter__landlord">${letterhead.name}</p>
    <p class="rd-letter__address">${lines(contact)}</p>
  </div>
  <div class="rd-letter__top">
    <p class="rd-letter__recipient">${lines([recipient.name, ...recipient.addressLines])}</p>
    <p class="rd-letter__date">${sayDate(document.date)}<br>Reference: <strong>${document.reference}</strong></p>
  </div>
  <p class="govuk-body">${document.salutation}</p>
  ${heading(headingLevel, 'govuk-heading-l', document.subject)}
  ${document.keyFacts.length === 0 ? noHtml : html`<div class="rd-letter__key">${facts(document.keyFacts)}</div>`}
  ${document.blocks.map(block => blockAsHtml(block, headingLevel))}
  <div class="rd-letter__signature">
    <p class="govuk-body">${signature.closing}</p>
    <p class="govuk-body"><strong>${signature.name}</strong>${signature.role === null ? noHtml : html`<br>${signature.role}`}</p>
    ${facts(signature.contact)}
  </div>
</article>`;
}

function blockAsHtml(block: Block, top: number): Html {
  switch (block.kind) {
    case 'heading':
      return heading(top + block.level - 1, block.level === 2 ? 'govuk-heading-m' : 'govuk-heading-s', block.text);
    case 'paragraph':
      return html`<p class="govuk-body">${lines(block.text.split('\n'))}</p>`;
    case 'list':
      return list(block.ordered, block.items);
    case 'facts':
      return facts(block.facts);
    case 'table':
      return table(block);
    case 'pause':
      return html`<hr class="rd-letter__pause" aria-hidden="true">`;
  }
}

function heading(level: number, className: string, text: string): Html {
  switch (level) {
    case 1:
      return html`<h1 class="${className}">${text}</h1>`;
    case 2:
      return html`<h2 class="${className}">${text}</h2>`;
    case 3:
      return html`<h3 class="${className}">${text}</h3>`;
    case 4:
      return html`<h4 class="${className}">${text}</h4>`;
    default:
      return html`<h5 class="${className}">${text}</h5>`;
  }
}

function list(ordered: boolean, items: readonly string[]): Html {
  const all = items.map(item => html`<li>${lines(item.split('\n'))}</li>`);
  return ordered
    ? html`<ol class="govuk-list govuk-list--number">${all}</ol>`
    : html`<ul class="govuk-list govuk-list--bullet">${all}</ul>`;
}

function facts(all: readonly Fact[]): Html {
  if (all.length === 0) return noHtml;
  return html`<dl class="rd-letter__facts">${all.map(
    ({ term, value }) => html`<div><dt>${term}</dt><dd>${lines(value.split('\n'))}</dd></div>`,
  )}</dl>`;
}

function table({ caption, head, rows }: Extract<Block, { kind: 'table' }>): Html {
  return html`<table class="govuk-table">
  <caption class="govuk-table__caption govuk-visually-hidden">${caption}</caption>
  <thead class="govuk-table__head"><tr class="govuk-table__row">${head.map(
    name => html`<th scope="col" class="govuk-table__header">${name}</th>`,
  )}</tr></thead>
  <tbody class="govuk-table__body">${rows.map(
    row =>
      html`<tr class="govuk-table__row">${row.map(
        cell => html`<td class="govuk-table__cell">${lines(cell.split('\n'))}</td>`,
      )}</tr>`,
  )}</tbody>
</table>`;
}

function lines(all: readonly string[]): readonly Html[] {
  return all.filter(line => line !== '').map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`));
}
