import type { CaseFile } from '../../../application/case-file.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { nobodyLeft, reviewers } from '../../../domain/complaint/independence.ts';
import type { Point } from '../../../domain/complaint/point-state.ts';
import { endWords, findingWords } from '../../../domain/complaint/say-point.ts';
import { type Html, html } from '../../html.ts';
import { needWords, wordsOf } from '../case/parts.ts';
import { askedName, nameOf } from '../case/say-event.ts';
import { isMisfiled } from '../files/file-words.ts';
import { chronology, owed } from './sections.ts';

/** Stage 2 on one page: what it is about, what stage 1 answered, what the resident says to that, and who may review it (R30). */
export function briefView(file: CaseFile, today: LocalDate): Html {
  const { state } = file;
  return html`<h1 class="govuk-heading-l">Brief for the reviewer: ${file.name}, ${state.reference}</h1>
${complaint(file)}
${points(file)}
${unhappyWith(file)}
${chronology(file)}
${evidence(file)}
${owed(file, today)}
${whoMayReview(file)}`;
}

function complaint(file: CaseFile): Html {
  const { state } = file;
  const wanted = state.stages[1].definition?.outcomeSought ?? null;
  return html`<section><h2 class="govuk-heading-m">The complaint</h2>
<dl class="rd-brief__facts">
<div><dt>In the resident’s words</dt><dd>${wordsOf(file, state.words)}</dd></div>
<div><dt>What they wanted</dt><dd>${wordsOf(file, wanted)}</dd></div>
<div><dt>Home</dt><dd>${file.address ?? 'Not recorded'}</dd></div>
<div><dt>Adjustments and needs</dt><dd>${state.needs.length === 0 ? 'None recorded' : html`<ul class="govuk-list">${state.needs.map(need => html`<li>${needWords(file, need)}</li>`)}</ul>`}</dd></div>
</dl></section>`;
}

function points(file: CaseFile): Html {
  const rows = file.state.points.map(
    point =>
      html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${point.number}</th><td class="govuk-table__cell">${wordsOf(file, point.text)}</td><td class="govuk-table__cell">${firstAnswer(file, point)}</td></tr>`,
  );
  return html`<section><h2 class="govuk-heading-m">The points, and what stage 1 answered</h2>
${rows.length === 0 ? html`<p class="govuk-body">The complaint has not been defined.</p>` : html`<table class="govuk-table"><caption class="govuk-visually-hidden">Points and their stage 1 answers</caption><thead><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">No.</th><th scope="col" class="govuk-table__header">Point</th><th scope="col" class="govuk-table__header">Stage 1</th></tr></thead><tbody>${rows}</tbody></table>`}</section>`;
}

function firstAnswer(file: CaseFile, { decisions, ended }: Point): Html {
  if (ended !== null) return html`${endWords[ended.how]}. ${ended.reasons !== null && wordsOf(file, ended.reasons)}`;
  const first = decisions[1];
  if (first === null) return html`Not answered at stage 1`;
  return html`<strong>${findingWords[first.finding]}.</strong> ${wordsOf(file, first.reasons)}<span class="rd-quiet-text rd-block">${nameOf(first.by, file)}; rests on: ${wordsOf(file, first.reliedOn)}</span>`;
}

function unhappyWith(file: CaseFile): Html {
  const request = file.state.escalations.at(-1);
  if (request === undefined)
    return html`<section><h2 class="govuk-heading-m">What the resident is unhappy with</h2><p class="govuk-body">Stage 2 has not been asked for.</p></section>`;
  const asked = request.points;
  const numbers =
    asked === 'all' ? [] : file.state.points.filter(point => asked.includes(point.pointId)).map(point => point.number);
  return html`<section><h2 class="govuk-heading-m">What the resident is unhappy with</h2>
<p class="govuk-body">Asked for on ${sayDate(request.on)}${request.forwardedBy === 'ombudsman' && ', passed on by the Ombudsman'}: ${asked === 'all' ? 'every point' : `point ${numbers.join(', ')}`}.</p>
<p class="govuk-body">${request.words === null ? 'They gave no reasons, and need not give any.' : wordsOf(file, request.words)}</p></section>`;
}

function evidence(file: CaseFile): Html {
  const { state } = file;
  const number = (pointId: string): number | string =>
    state.points.find(point => point.pointId === pointId)?.number ?? '';
  const recorded = state.investigation.filter(one => one.section === 'evidence' || one.section === 'not-available');
  const answers = state.information.filter(one => one.answer !== null);
  const files = state.files.filter(one => !isMisfiled(file, one));
  const none = recorded.length + answers.length + files.length === 0;
  return html`<section><h2 class="govuk-heading-m">Evidence</h2>
${
  none
    ? html`<p class="govuk-body">None is recorded.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${recorded.map(
        one =>
          html`<li>${one.section === 'not-available' && 'Not available: '}${wordsOf(file, one.text)} <span class="rd-quiet-text">(point ${number(one.pointId)}, ${nameOf(one.by, file)}, ${sayDate(one.on)})</span></li>`,
      )}${answers.map(
        one =>
          html`<li>Asked: ${wordsOf(file, one.question)} Answered: ${wordsOf(file, one.answer)} <span class="rd-quiet-text">(${askedName(one.requestId, file)})</span></li>`,
      )}${files.map(one => html`<li>File: ${wordsOf(file, one.name)}${one.description !== null && html`: ${wordsOf(file, one.description)}`} <span class="rd-quiet-text">(${sayDate(one.on)})</span></li>`)}</ul>`
}</section>`;
}

/** Who may take it, what to think of first, and who may not and why: nobody is left out in silence. */
function whoMayReview({ state, deciding }: CaseFile): Html {
  const all = reviewers(state, deciding);
  const left = nobodyLeft(state, deciding);
  const may = all.filter(one => one.eligibility.eligible);
  return html`<section><h2 class="govuk-heading-m">Who may review it, and who may not</h2>
${left !== null && html`<p class="govuk-body">Nobody the policy names is left: ${left.because} (${left.clause}). ${left.then}</p>`}
<ul class="govuk-list govuk-list--bullet">${may.map(
    ({ person, eligibility }) =>
      html`<li><strong>${person.name}</strong> may${eligibility.eligible && eligibility.warnings.length > 0 && html`; think first: ${eligibility.warnings.join('; ')}`}.</li>`,
  )}${all.map(
    ({ person, eligibility }) =>
      !eligibility.eligible && html`<li>${person.name} may not: ${eligibility.because} (${eligibility.clause}).</li>`,
  )}</ul></section>`;
}
