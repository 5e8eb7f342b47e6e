import type { CaseFile } from '../../../application/case-file.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import type { Action } from '../../../domain/complaint/point-state.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { type Html, html } from '../../html.ts';
import { isOpen } from './acts-offered.ts';
import { toneOf } from './case-head.ts';
import { wordsOf } from './parts.ts';
import { nameOf } from './say-event.ts';
import { actHref } from './step-link.ts';

/** Promises outlive the answer: each with its owner, every date it has had, and whether it is done (MAG-35, MGL-16). */
export function promisesSection(file: CaseFile, today: LocalDate, live: boolean): Html {
  const { actions, remedies } = file.state;
  if (actions.length === 0 && remedies.length === 0) return html``;
  return html`<section><h2 class="govuk-heading-m">What we promised</h2>
${remedies.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${remedies.map(remedy => html`<li>${remedy.pence !== null && html`<strong>£${(remedy.pence / 100).toFixed(2)}</strong> `}${wordsOf(file, remedy.what)}</li>`)}</ul>`}
${actions.length > 0 && file.state.moves.length > 0 && html`<p class="govuk-body">The resident has moved. What was promised for ${file.address ?? 'the home'} is still done there.</p>`}
${
  actions.length > 0 &&
  dataTable({
    caption: 'Actions',
    captionHidden: true,
    rows: actions,
    columns: [
      { heading: 'What', isRowHeader: true, cell: action => wordsOf(file, action.what) },
      { heading: 'Who', cell: action => ownerName(action, file) },
      { heading: 'When', cell: action => when(action, today, file) },
      {
        heading: 'Change',
        headingHidden: true,
        cell: action =>
          live && action.doneOn === null && isOpen(file, 'CompleteAction')
            ? html`<a class="govuk-link" href="${actHref(file.reference, 'CompleteAction', null, { action: action.actionId })}">Done</a> · <a class="govuk-link" href="${actHref(file.reference, 'MoveAction', null, { action: action.actionId })}">Move</a> · <a class="govuk-link" href="${actHref(file.reference, 'HandOverAction', null, { action: action.actionId })}">Give to somebody else</a>`
            : '',
      },
    ],
  })
}</section>`;
}

function ownerName(action: Action, file: CaseFile): string {
  return action.owner.kind === 'person' ? nameOf(action.owner.personId, file) : action.owner.name;
}

function when(action: Action, today: LocalDate, file: CaseFile): Html {
  if (action.doneOn !== null) return html`Done ${sayDate(action.doneOn)}`;
  const date = action.dates.at(-1) ?? action.dateGivenBy;
  if (date === null) return html`No date`;
  const moved =
    action.dates.length > 1 &&
    html`<span class="rd-table__second">First promised for ${sayDate(action.dates[0] ?? date)}</span>`;
  const words = `${action.dates.length === 0 ? 'date to be given, ' : ''}${sayDue(date, today, file.context.calendar)}`;
  return html`${dueTag({ words, tone: toneOf(date, today), date: sayDate(date), place: 'below' })}${moved}`;
}
