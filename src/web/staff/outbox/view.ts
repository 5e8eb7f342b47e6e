import type { GoneLetter, Outbox, OutboxLetter } from '../../../application/queries/outbox.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import type { HandedOver } from '../../../domain/complaint/events.ts';
import { barredBy, sayLimit } from '../../../domain/complaint/safe-contact.ts';
import { button } from '../../components/govuk/button.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { adjustmentBadges } from '../../components/redress/adjustment-badges.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type FormSeal, sealFields } from '../../forms/form-page.ts';
import { type Html, type HtmlContent, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { toneOf } from '../case/case-head.ts';
import { letterTitle, sayGone } from '../letters/say-letter.ts';

export type OutboxProps = {
  box: Outbox;
  today: LocalDate;
  calendar: Calendar;
  seal(): FormSeal;
  above: HtmlContent;
};

/** The outbox: what waits to be handed over, oldest first, one press each; what went lately below. */
export function outboxView(props: OutboxProps): Html {
  const { box, above } = props;
  return html`<h1 class="govuk-heading-l">Outbox</h1>
${above}
${insetText({ text: 'This product does not send anything itself yet. Open each letter, email it or post it, then mark it here: a letter counts as sent on the day it is handed over, not on the day it is issued.' })}
${box.waiting.length === 0 ? nothing() : waitingTable(props)}
${box.more && html`<p class="govuk-body">There are more. These are the oldest ${box.waiting.length}.</p>`}
${box.gone.length > 0 && goneTable(box.gone)}`;
}

function nothing(): Html {
  return emptyState({
    title: 'Nothing waits to be sent',
    text: 'A letter that is issued appears here until it is handed over.',
    action: html`<a class="govuk-link" href="${paths.myWork()}">Back to my work</a>`,
  });
}

function waitingTable({ box, today, calendar, seal }: OutboxProps): Html {
  return dataTable({
    caption: `Waiting to be handed over (${box.waiting.length})`,
    rows: box.waiting,
    tone: ({ dueOn }) => (dueOn === null ? undefined : dueOn < today ? 'late' : dueOn === today ? 'soon' : undefined),
    columns: [
      { heading: 'Letter', isRowHeader: true, cell: letterCell },
      { heading: 'To', cell: toCell },
      { heading: 'Must go by', cell: ({ dueOn }) => dueCell(dueOn, today, calendar) },
      { heading: 'Handed over today', cell: row => handButtons(row, seal) },
    ],
  });
}

function letterCell(row: OutboxLetter): Html {
  const { reference, letterId, kind, stage, name, dated, issuedBy, cameBack, hasTwin } = row;
  const href = paths.caseLetter({ reference, letter: letterId });
  return html`<a class="govuk-link rd-strong" href="${href}">${letterTitle(kind, stage)}</a>
<span class="rd-quiet-text rd-block">${name}, ${reference}; dated ${sayDate(dated)}, issued by ${issuedBy}</span>
${cameBack !== null && html`<span class="rd-block">Came back on ${sayDate(cameBack)}</span>`}
${hasTwin && html`<span class="rd-block">Another letter of this kind waits too: look which one should go</span>`}
<a class="govuk-link" href="${paths.caseLetterFile({ reference, letter: letterId })}">PDF<span class="govuk-visually-hidden"> of the ${letterTitle(kind, stage).toLowerCase()} to ${row.to.name}</span></a>`;
}

/** To whom, what limits reaching them, and where each way leads that is safe (R60). */
function toCell({ to, limits }: OutboxLetter): Html {
  const badges = adjustmentBadges(limits.map(limit => ({ text: sayLimit(limit), urgent: true })));
  const line = (way: HandedOver, words: string): Html | false =>
    barredBy(limits, way) === null && html`<span class="rd-quiet-text rd-block">${words}</span>`;
  return html`${to.name}${limits.length > 0 && html`<div>${badges}</div>`}${line('email', to.email ?? 'No email address')}${line('post', to.address ?? 'No postal address')}`;
}

function dueCell(dueOn: LocalDate | null, today: LocalDate, calendar: Calendar): Html {
  if (dueOn === null) return html`<span class="rd-quiet-text">No date</span>`;
  return dueTag({
    words: sayDue(dueOn, today, calendar),
    tone: toneOf(dueOn, today),
    date: sayDate(dueOn),
    place: 'below',
  });
}

const heldWords = {
  died: 'Held: the resident has died.',
  moved: 'Held: the resident has moved.',
};

/** One press each; the likelier way first. */
function handButtons({ letterId, reference, to, kind, stage, limits, held }: OutboxLetter, seal: () => FormSeal): Html {
  if (held !== null) {
    const href = withQuery(paths.caseLetterDraft({ reference, kind }), { stage: String(stage) });
    return html`${heldWords[held]} <a class="govuk-link" href="${href}">Issue it anew</a>`;
  }

  const hidden = html`<span class="govuk-visually-hidden">: ${letterTitle(kind, stage).toLowerCase()} to ${to.name}</span>`;
  const safe = (way: HandedOver): boolean => barredBy(limits, way) === null;
  const press = (how: string, words: string): Html =>
    button({
      text: html`${words}${hidden}`,
      name: 'how',
      value: how,
      classes: 'govuk-button--secondary rd-button--small',
      preventDoubleClick: true,
    });
  return html`<form method="post" action="${paths.outboxLetter({ letter: letterId })}" class="rd-outbox__hand">${sealFields(seal())}${
    to.email !== null && safe('email') && press('email', 'Emailed')
  }${safe('post') && press('post', 'Posted')}${safe('by-hand') && press('by-hand', 'By hand')}</form>`;
}

function goneTable(gone: readonly GoneLetter[]): Html {
  return dataTable({
    caption: 'Sent lately',
    rows: gone,
    columns: [
      {
        heading: 'Letter',
        isRowHeader: true,
        cell: ({ reference, letterId, kind, stage }) =>
          html`<a class="govuk-link" href="${paths.caseLetter({ reference, letter: letterId })}">${letterTitle(kind, stage)}</a>`,
      },
      {
        heading: 'Complaint',
        cell: ({ name, reference }) => html`${name} <span class="rd-quiet-text rd-nowrap">${reference}</span>`,
      },
      { heading: 'Sent', cell: ({ sentOn, how }) => sayGone(sentOn, how) },
    ],
  });
}
