import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';
import { type WordsProps, wordsOf } from './words.ts';

export interface SummaryAction {
  readonly href: string;
  readonly text: Words;
  /** Said after the text to a screen reader, so that ten links called "Change" can be told apart. */
  readonly visuallyHiddenText?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SummaryActions {
  readonly items: readonly SummaryAction[];
  readonly classes?: string | undefined;
}

export interface SummaryRow {
  readonly key: Words | WordsProps;
  readonly value: Words | WordsProps;
  readonly actions?: SummaryActions | undefined;
  readonly classes?: string | undefined;
}

export interface SummaryCard {
  readonly title?: WordsProps & { readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined };
  readonly actions?: SummaryActions | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SummaryListProps {
  readonly rows: readonly (SummaryRow | false | null | undefined)[];
  /** Draws a titled card round the list. */
  readonly card?: SummaryCard | undefined;
  /** `govuk-summary-list--no-border`. */
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

function link(action: SummaryAction, cardTitle: Words | undefined): Html {
  const extra = action.visuallyHiddenText ?? '';
  const hidden =
    (extra !== '' || cardTitle !== undefined) &&
    html`<span class="govuk-visually-hidden">${extra !== '' && ` ${extra}`}${cardTitle !== undefined && html` (${cardTitle})`}</span>`;
  return html`<a class="${classes('govuk-link', action.classes)}" href="${action.href}"${attrs(action.attributes)}>${action.text}${hidden}</a>`;
}

function rowActions(actions: SummaryActions, cardTitle: Words | undefined): Html {
  const links = actions.items.map(action => link(action, cardTitle));
  const content =
    links.length === 1
      ? links
      : html`<ul class="govuk-summary-list__actions-list">${links.map(one => html`<li class="govuk-summary-list__actions-list-item">${one}</li>`)}</ul>`;
  return html`<dd class="${classes('govuk-summary-list__actions', actions.classes)}">${content}</dd>`;
}

function listRow(row: SummaryRow, anyActions: boolean, cardTitle: Words | undefined): Html {
  const key: WordsProps = wordsOf<WordsProps>(row.key);
  const value: WordsProps = wordsOf<WordsProps>(row.value);
  const has = row.actions !== undefined && row.actions.items.length > 0;
  const noActions = anyActions && row.actions === undefined && 'govuk-summary-list__row--no-actions';
  return html`<div class="${classes('govuk-summary-list__row', noActions, row.classes)}">
<dt class="${classes('govuk-summary-list__key', key.classes)}">${key.text}</dt>
<dd class="${classes('govuk-summary-list__value', value.classes)}">${value.text}</dd>
${has && row.actions !== undefined && rowActions(row.actions, cardTitle)}
</div>`;
}

function cardActions(actions: SummaryActions, title: Words | undefined): Html | false {
  const links = actions.items.map(action => link(action, title));
  if (links.length === 0) return false;
  const names = classes('govuk-summary-card__actions', actions.classes);
  if (links.length === 1) return html`<div class="${names}">${links}</div>`;
  return html`<ul class="${names}">${links.map(one => html`<li class="govuk-summary-card__action">${one}</li>`)}</ul>`;
}

function card(props: SummaryCard, content: Html): Html {
  const level = props.title?.headingLevel ?? 2;
  const title =
    props.title !== undefined &&
    html`<h${level} class="${classes('govuk-summary-card__title', props.title.classes)}">${props.title.text}</h${level}>`;
  return html`<div class="${classes('govuk-summary-card', props.classes)}"${attrs(props.attributes)}>
<div class="govuk-summary-card__title-wrapper">${title}${props.actions !== undefined && cardActions(props.actions, props.title?.text)}</div>
<div class="govuk-summary-card__content">${content}</div>
</div>`;
}

/** Facts as key and value, each with links to change it. */
export function summaryList(props: SummaryListProps): Html {
  const anyActions = props.rows.some(row => row && row.actions !== undefined && row.actions.items.length > 0);
  const rows = props.rows.map(row => row && listRow(row, anyActions, props.card?.title?.text));
  const list = html`<dl class="${classes('govuk-summary-list', props.classes)}"${attrs(props.attributes)}>${rows}</dl>`;
  return props.card === undefined ? list : card(props.card, list);
}
