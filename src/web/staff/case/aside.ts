import type { CaseFile } from '../../../application/case-file.ts';
import type { LinkedCase, LinkKind } from '../../../application/queries/linked-cases.ts';
import type { LinkedRequest } from '../../../application/queries/request-file.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { caseWindow } from '../../../domain/complaint/escalation-window.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { type Obligation, statusOn } from '../../../domain/complaint/obligation.ts';
import { button } from '../../components/govuk/button.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { details } from '../../components/govuk/details.ts';
import { tag } from '../../components/govuk/tag.ts';
import { sideCard } from '../../components/redress/stat-tile.ts';
import { newForm } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { labelOf } from './parts.ts';
import { nameOf } from './say-event.ts';

/** Beside the overview: the clock in words, who deals with it, who the person is, and the case on another day. */
export function caseAside(
  file: CaseFile,
  today: LocalDate,
  linked: readonly LinkedCase[],
  requests: readonly LinkedRequest[],
): Html {
  return html`${sideCard({ title: 'The clock', content: clockWords(file, today) })}
${sideCard({ title: 'Who', content: whoWords(file) })}
${linked.length > 0 && sideCard({ title: 'Linked', content: linkedWords(linked) })}
${requests.length > 0 && sideCard({ title: 'Service requests', content: requestWords(requests, file, today) })}
${sideCard({ title: 'Another day', content: anotherDay(file, today) })}`;
}

const linkWords: Record<LinkKind, string> = {
  earlier: 'came before',
  later: 'came later',
  'split-from': 'this one was split off from it',
  'split-to': 'was split off from this one',
  household: 'same household: tell neither of the other’s',
  duplicate: 'the same complaint',
};

/** The complaints it is linked to; to be told to nobody outside (R63, R64). */
function linkedWords(linked: readonly LinkedCase[]): Html {
  return html`<ul class="govuk-list">${linked.map(
    ({ reference, name, kinds }) =>
      html`<li><a class="govuk-link" href="${paths.case({ reference })}">${reference}</a> ${name}<span class="rd-table__second">${kinds.map(kind => linkWords[kind]).join(', ')}</span></li>`,
  )}</ul>`;
}

/** The requests it has to do with, each with how it stands: they go on beside the complaint (MAG-14). */
function requestWords(requests: readonly LinkedRequest[], { landlord }: CaseFile, today: LocalDate): Html {
  return html`<ul class="govuk-list">${requests.map(one => {
    const name = `${labelOf(landlord.policy.serviceAreas, one.serviceArea)}, asked ${sayDate(one.askedOn)}`;
    const link = html`<a class="govuk-link" href="${paths.serviceRequest({ request: one.requestId })}">${name}</a>`;
    return html`<li>${one.maySee ? link : name}${one.healthAndSafety && html` ${tag({ text: 'Health and safety', colour: 'red' })}`}<span class="rd-table__second">${one.why === 'about' ? 'the complaint is about how it was dealt with' : 'background'}; ${requestState(one, today)}</span></li>`;
  })}</ul>`;
}

function requestState({ endedOn, endedHow, owner, nextDueOn }: LinkedRequest, today: LocalDate): string {
  if (endedOn !== null) return `${endedHow === 'stopped' ? 'stopped at their wish' : 'completed'} ${sayDate(endedOn)}`;
  const late = nextDueOn !== null && nextDueOn < today ? `, overdue since ${sayDate(nextDueOn)}` : '';
  return `open, ${owner === null ? 'nobody’s yet' : `with ${owner}`}${late}`;
}

function clockWords(file: CaseFile, today: LocalDate): Html {
  const stages = file.obligations.filter(one => one.kind === 'acknowledge' || one.kind === 'respond');
  const asked = file.state.timeline.stage2.startedOn !== null;
  const window = asked ? null : caseWindow(file.state, file.context);
  return html`<dl class="rd-facts">${stages.map(one => html`<div class="rd-facts__row"><dt>${sayObligation(one).replace('Send the ', '')}</dt><dd>${clockLineWords(one, today)}</dd></div>`)}
${window !== null && html`<div class="rd-facts__row"><dt>stage 2 can be asked for until</dt><dd>${sayDate(window.closesOn)}<span class="rd-table__second">${window.rule} (${window.clause}); later requests are taken too unless somebody decides otherwise</span></dd></div>`}</dl>`;
}

function clockLineWords(one: Obligation, today: LocalDate): Html {
  const status = statusOn(one, today);
  const date = one.dueOn === null ? '' : sayDate(one.dueOn);
  const outer =
    one.longStopOn !== null &&
    one.longStopOn !== one.dueOn &&
    one.dischargedOn === null &&
    html`<span class="rd-table__second">Long-stop from receipt, our reading of the Code: ${sayDate(one.longStopOn)}</span>`;
  const label = one.basis === 'both' ? 'policy and Code' : one.basis === 'code' ? 'Code' : 'policy';
  if (one.dischargedOn !== null) return html`${status === 'met' ? 'Done' : 'Done late'} ${sayDate(one.dischargedOn)}`;
  if (status === 'lapsed') return html`No longer owed`;
  return html`${status === 'overdue' && html`<strong>Overdue</strong> since `}${date} <span class="rd-quiet-text">(${label})</span>${outer}`;
}

function whoWords(file: CaseFile): Html {
  const { state } = file;
  const row = (key: string, value: Html | string): Html =>
    html`<div class="rd-facts__row"><dt>${key}</dt><dd>${value}</dd></div>`;
  const handler = (stage: 1 | 2): Html | false => {
    const id = state.stages[stage].handlerId;
    return (
      (stage === 1 || state.timeline.stage2.startedOn !== null) &&
      row(`Stage ${stage}`, id === null ? 'Nobody yet' : nameOf(id, file))
    );
  };
  return html`<dl class="rd-facts">${handler(1)}${handler(2)}${row('Resident', file.name)}${row('Home', file.address ?? 'Not recorded')}
${state.representative !== null && row('Representative', html`${nameOf(state.representative.personId, file)}${state.representative.authority === null && html` <span class="rd-quiet-text">(authority not seen yet)</span>`}`)}</dl>
<p class="govuk-body-s"><a class="govuk-link" href="${paths.casePeople({ reference: file.reference })}">People and how to reach them</a> · <a class="govuk-link" href="${paths.caseBrief({ reference: file.reference })}">Brief for a reviewer</a></p>`;
}

function anotherDay(file: CaseFile, today: LocalDate): Html {
  const form = newForm();
  return details({
    summary: 'See it as it stood on a day',
    content: html`<form method="get" action="${paths.case({ reference: file.reference })}">${dateInput({ ...form.date('as-it-stood-on'), fieldset: { legend: 'Day' }, hint: `For example ${today.slice(8)} ${today.slice(5, 7)} ${today.slice(0, 4)}` })}${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`,
  });
}
