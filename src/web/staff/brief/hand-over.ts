import type { CaseFile } from '../../../application/case-file.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import type { Stage } from '../../../domain/complaint/events.ts';
import { toldOn } from '../../../domain/complaint/named-contact.ts';
import { isAwaited } from '../../../domain/complaint/question-events.ts';
import { limitsOf, sayLimit } from '../../../domain/complaint/safe-contact.ts';
import { endWords, findingWords } from '../../../domain/complaint/say-point.ts';
import { stageReached } from '../../../domain/complaint/stage-obligations.ts';
import { sayEvery } from '../../../domain/letters/context.ts';
import { type Html, html } from '../../html.ts';
import { needWords, wordsOf } from '../case/parts.ts';
import { askedName, nameOf } from '../case/say-event.ts';
import { chronology, owed } from './sections.ts';

/** All that whoever takes a complaint over has to know, on one page: safe contact and needs before anybody picks up the telephone. */
export function handOverBrief(file: CaseFile, today: LocalDate): Html {
  const stage = stageReached(file.state.timeline, file.context);
  return html`<h1 class="govuk-heading-l">Hand-over brief: ${file.name}, ${file.state.reference}</h1>
${contact(file, stage)}
${owed(file, today)}
${agreed(file, stage)}
${promises(file)}
${questions(file)}
${points(file, stage)}
${chronology(file)}`;
}

function contact(file: CaseFile, stage: Stage): Html {
  const { state } = file;
  const limits = limitsOf(state, state.complainantId);
  const needs = state.needs.map(need => html`<li>${needWords(file, need)}</li>`);
  const { handlerId } = state.stages[stage];
  return html`<section><h2 class="govuk-heading-m">Before you get in touch</h2>
<dl class="rd-brief__facts">
<div><dt>Safe contact</dt><dd>${limits.length === 0 ? 'Nothing limits how they may be reached.' : html`<strong>${limits.map(sayLimit).join('. ')}.</strong>`}</dd></div>
<div><dt>Adjustments and needs</dt><dd>${needs.length === 0 ? 'None recorded' : html`<ul class="govuk-list">${needs}</ul>`}</dd></div>
<div><dt>Who speaks for them</dt><dd>${spokenFor(file)}</dd></div>
<div><dt>Stage ${stage} is with</dt><dd>${handlerId === null ? 'Nobody' : nameOf(handlerId, file)}. ${residentKnows(file, stage)}</dd></div>
</dl></section>`;
}

function spokenFor({ state, residents }: CaseFile): string {
  if (state.death !== null) return 'They have died. Letters go to the estate, or to whoever goes on with it.';
  const { representative } = state;
  if (representative === null) return 'Nobody else';
  const name = residents.get(representative.personId)?.name ?? 'Somebody';
  return representative.authority === null ? `${name}, without authority yet: tell them nothing` : name;
}

function residentKnows({ state }: CaseFile, stage: Stage): string {
  const last = state.stages[stage].handovers.at(-1);
  if (last === undefined || !last.known) return '';
  const day = toldOn(last, state);
  return day === null ? 'The resident has not been told of it yet.' : `The resident was told on ${sayDate(day)}.`;
}

function agreed(file: CaseFile, stage: Stage): Html {
  const { contactAgreement, updates, extensions, contacts } = file.state.stages[stage];
  const spoken = contacts.at(-1);
  const lines = [
    contactAgreement !== null &&
      html`<li>How they hear from us: ${contactAgreement.method}${contactAgreement.every !== null && `, ${sayEvery(contactAgreement.every)}`}${contactAgreement.nextOn !== null && `, next on ${sayDate(contactAgreement.nextOn)}`}</li>`,
    updates !== null &&
      html`<li>Updates ${sayEvery(updates.every)} from ${sayDate(updates.firstOn)}, ${updates.how}</li>`,
    ...extensions.map(
      one =>
        html`<li>Extended to ${sayDate(one.newDueOn)} (${{ agreed: 'they agreed', refused: 'they did not agree', 'not-asked': 'they were not asked' }[one.agreement]}): ${wordsOf(file, one.reason)}</li>`,
    ),
    spoken !== undefined &&
      html`<li>Last contact, ${sayDate(spoken.on)}, by ${nameOf(spoken.by, file)}: ${wordsOf(file, spoken.note)}</li>`,
  ].filter(line => line !== false);
  return section('What was agreed with the resident', lines, 'Nothing is recorded.');
}

function promises(file: CaseFile): Html {
  const open = file.state.actions.filter(action => action.doneOn === null);
  const lines = open.map(({ what, owner, dates, dateGivenBy }) => {
    const who = owner.kind === 'person' ? nameOf(owner.personId, file) : owner.name;
    const [first, ...moved] = dates;
    const date = moved.at(-1) ?? first;
    const given = dateGivenBy === null ? 'no day yet' : `its day to be told by ${sayDate(dateGivenBy)}`;
    const when = date === undefined ? given : `by ${sayDate(date)}`;
    const before = first !== undefined && moved.length > 0 && `, first promised for ${sayDate(first)}`;
    return html`<li>${wordsOf(file, what)} <span class="rd-quiet-text">(${who}, ${when}${before})</span></li>`;
  });
  return section('Promises that are open', lines, 'None.');
}

function questions(file: CaseFile): Html {
  const open = file.state.information.filter(isAwaited);
  const lines = open.map(
    one => html`<li>${askedName(one.requestId, file)}, by ${sayDate(one.dueOn)}: ${wordsOf(file, one.question)}</li>`,
  );
  return section('Questions that wait for an answer', lines, 'None.');
}

function points(file: CaseFile, stage: Stage): Html {
  const lines = file.state.points.map(point => {
    const decision = point.decisions[stage];
    const stands =
      point.ended !== null
        ? endWords[point.ended.how]
        : decision === null
          ? 'Not decided yet'
          : findingWords[decision.finding];
    return html`<li><strong>${point.number}.</strong> ${wordsOf(file, point.text)} <span class="rd-quiet-text">(${stands})</span></li>`;
  });
  return section('The points', lines, 'The complaint has not been defined.');
}

function section(heading: string, lines: readonly Html[], none: string): Html {
  return html`<section><h2 class="govuk-heading-m">${heading}</h2>
${lines.length === 0 ? html`<p class="govuk-body">${none}</p>` : html`<ul class="govuk-list govuk-list--bullet">${lines}</ul>`}</section>`;
}
