import type { CaseFile } from '../../../application/case-file.ts';
import type { Decision, Point } from '../../../domain/complaint/point-state.ts';
import { endWords, findingWords } from '../../../domain/complaint/say-point.ts';
import { tag } from '../../components/govuk/tag.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { isOpenAtAStage } from './acts-offered.ts';
import { endedWithout } from './ended.ts';
import { wordsOf } from './parts.ts';
import { nameOf } from './say-event.ts';
import { actHref } from './step-link.ts';

/** Every point with its answer at each stage, and the way to its investigation (MAG-43, Code 6.7). */
export function pointsSection(file: CaseFile, live: boolean): Html {
  const { points } = file.state;
  if (points.length === 0) {
    const define = html`<a class="govuk-link" href="${actHref(file.reference, 'DefineComplaint', null)}">Define the complaint</a>`;
    const words =
      endedWithout(file.state) !== null
        ? 'It ended before its points were defined.'
        : html`Not defined yet: the numbered points that will each be answered. ${live && define}`;
    return html`<section><h2 class="govuk-heading-m">Points</h2><p class="govuk-body">${words}</p></section>`;
  }
  return html`<section><h2 class="govuk-heading-m">Points</h2><ol class="rd-points">${points.map(point => onePoint(point, file, live))}</ol></section>`;
}

function onePoint(point: Point, file: CaseFile, live: boolean): Html {
  const href = paths.casePoint({ reference: file.reference, point: point.pointId });
  return html`<li class="rd-points__one" value="${point.number}">
<div class="rd-points__text">${wordsOf(file, point.text)}</div>
<div class="rd-points__state">${state(point)}</div>
${decisionLine(point.decisions[1], file)}${decisionLine(point.decisions[2], file)}
${point.responsibility !== 'ours' && html`<p class="rd-quiet-text">${point.responsibility === 'shared' ? 'Partly our responsibility' : 'Not our responsibility'}${point.responsibleBody !== null && html`: ${wordsOf(file, point.responsibleBody)}`}</p>`}
${live && html`<p class="govuk-body-s"><a class="govuk-link" href="${href}">${isOpenAtAStage(file, 'DecidePoint') || isOpenAtAStage(file, 'RecordInvestigation') ? 'Investigate and decide' : 'See the investigation'}<span class="govuk-visually-hidden"> point ${point.number}</span></a></p>`}
</li>`;
}

function state(point: Point): Html {
  if (point.ended !== null) return tag({ text: endWords[point.ended.how], colour: 'grey' });
  if (point.suspended) return tag({ text: 'Suspended for court', colour: 'purple' });
  const decision = point.decisions[2] ?? point.decisions[1];
  if (point.notPursued) return tag({ text: 'Stage 1 answer stands', colour: 'grey' });
  return decision === null
    ? tag({ text: 'Not decided', colour: 'yellow' })
    : tag({ text: findingWords[decision.finding], colour: 'blue' });
}

function decisionLine(decision: Decision | null, file: CaseFile): Html {
  if (decision === null) return html``;
  return html`<p class="govuk-body-s"><strong>Stage ${decision.stage}: ${findingWords[decision.finding].toLowerCase()}.</strong> ${wordsOf(file, decision.reasons)} <span class="rd-quiet-text">${nameOf(decision.by, file)}</span></p>`;
}
