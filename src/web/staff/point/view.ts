import type { CaseFile } from '../../../application/case-file.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { whyNot } from '../../../domain/complaint/decide.ts';
import type { InvestigationSection, Stage } from '../../../domain/complaint/events.ts';
import type { EvidenceFile, ScanState } from '../../../domain/complaint/file-events.ts';
import type { Action, Point, Remedy } from '../../../domain/complaint/point-state.ts';
import { type Refusal, sayRefusal } from '../../../domain/complaint/refusals.ts';
import { findingWords } from '../../../domain/complaint/say-point.ts';
import { button } from '../../components/govuk/button.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { savedDraftHint } from '../../components/redress/saved-draft-hint.ts';
import { type FormSeal, sealFields } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, type HtmlContent, html } from '../../html.ts';
import { decisionFields } from '../acts/decide-point.ts';
import { sections } from '../acts/investigation.ts';
import { wordsOf } from '../case/parts.ts';
import { nameOf } from '../case/say-event.ts';
import { actHref } from '../case/step-link.ts';
import { fileLink, isMisfiled } from '../files/file-words.ts';
import { questionsSection } from './questions.ts';

/** A form of the page: where it goes, what is in it, and why it is closed where it is. */
export type PointForm = {
  href: string;
  form: FormView;
  draft: { href: string; savedAt?: string | undefined };
  closed: Refusal | null;
};

export type PointProps = {
  file: CaseFile;
  point: Point;
  stage: Stage;
  seal(): FormSeal;
  record: PointForm;
  decide: PointForm;
  /** What the scanner said of the files, by their ids. */
  scans: ReadonlyMap<string, ScanState>;
};

/** One point: the resident's side, what was found out, what follows from it, and the decision (MAG-62 to MAG-64). */
export function pointView(props: PointProps): Html {
  const { file, point, stage } = props;
  return html`<h1 class="govuk-heading-l">Point ${point.number}${stage === 2 && ' at stage 2'}</h1>
${insetText({ text: wordsOf(file, point.text) })}
${stage === 2 && firstAnswer(file, point)}
<div class="rd-write rd-write--even"><section aria-labelledby="investigation"><h2 class="govuk-heading-m" id="investigation">The investigation</h2>
${recordSection(props)}</section>
<div><section aria-labelledby="decision"><h2 class="govuk-heading-m" id="decision">The decision</h2>
${decideSection(props)}</section>
<section aria-labelledby="files">${evidenceFiles(props)}</section>
<section aria-labelledby="asked">${questionsSection(props)}</section>
<section aria-labelledby="righting">${puttingRight(props)}</section></div></div>`;
}

function firstAnswer(file: CaseFile, { decisions }: Point): Html {
  const first = decisions[1];
  if (first === null) return html`<p class="govuk-body">It was not part of stage 1.</p>`;
  return html`<h2 class="govuk-heading-m">The stage 1 answer</h2>
<p class="govuk-body"><strong>${findingWords[first.finding]}</strong>, ${nameOf(first.by, file)}, ${sayDate(first.on)}</p>
<p class="govuk-body">${wordsOf(file, first.reasons)}</p>`;
}

function recordSection({ file, point, stage, record, seal }: PointProps): Html {
  const { closed, href, form, draft } = record;
  if (closed !== null) {
    const found = sections.map(({ id, label }) => written(file, point, id, stage, label));
    return html`${closedWords(closed)}${found.every(one => one === false) ? html`<p class="govuk-body">Nothing was recorded.</p>` : found}`;
  }
  return html`<p class="govuk-body">What you write is added to what is there: nothing recorded before is changed.</p>
<form method="post" action="${href}" novalidate class="rd-form" data-draft="${draft.href}">${sealFields(seal())}
<input type="hidden" name="point" value="${point.pointId}">
${sections.map(
  ({ id, label, hint }) =>
    html`${written(file, point, id, stage, label)}${textarea({
      ...form.text(id),
      label: hasAny(file, point, id, stage)
        ? html`<span class="govuk-visually-hidden">${label}: </span>Add to it`
        : label,
      hint,
      rows: 3,
      classes: 'rd-textarea--small',
    })}`,
)}
${foot('Record it', draft)}</form>`;
}

/** After the answer the page is a record, and says so once; else why it is closed. */
function closedWords(refusal: Refusal): Html {
  if (refusal.code !== 'already-answered') return closedPanel(refusal);
  const { why, instead } = sayRefusal(refusal);
  return html`<p class="govuk-body rd-quiet-text">${why} ${instead}</p>`;
}

function closedPanel(refusal: Refusal): Html {
  const { why, instead } = sayRefusal(refusal);
  return refusalPanel({ sentence: why, allowed: instead });
}

function entries(file: CaseFile, { pointId }: Point, section: InvestigationSection, stage: Stage) {
  return file.state.investigation.filter(
    one => one.pointId === pointId && one.section === section && one.stage <= stage,
  );
}

function hasAny(file: CaseFile, point: Point, section: InvestigationSection, stage: Stage): boolean {
  return entries(file, point, section, stage).length > 0;
}

/** What is recorded in a part so far, oldest first. */
function written(
  file: CaseFile,
  point: Point,
  section: InvestigationSection,
  stage: Stage,
  label: string,
): HtmlContent {
  const all = entries(file, point, section, stage);
  return (
    all.length > 0 &&
    html`<h3 class="govuk-heading-s">${label}</h3><ul class="rd-entries">${all.map(
      one =>
        html`<li>${wordsOf(file, one.text)}<span class="rd-quiet-text rd-block">${nameOf(one.by, file)}, ${sayDate(one.on)}${one.stage < stage && ', at stage 1'}</span></li>`,
    )}</ul>`
  );
}

function foot(words: string, draft: PointForm['draft']): Html {
  return html`<div class="rd-form__foot">${button({ text: words, preventDoubleClick: true })}${button({
    text: 'Save draft',
    name: 'save-draft',
    value: '1',
    classes: 'govuk-button--secondary',
  })}</div>${savedDraftHint(draft)}`;
}

/** The files that are evidence for this point (MAG-64). */
function evidenceFiles({ file, point, scans }: PointProps): Html {
  const own = file.state.files.filter(one => one.points.includes(point.pointId) && !isMisfiled(file, one));
  const href = actHref(file.reference, 'AddFile', null, { point: point.pointId });
  const add = whyNot('AddFile', file.state, file.deciding) === null;
  const line = (one: EvidenceFile): Html =>
    html`<li>${fileLink(file, one, scans.get(one.fileId))}${one.description !== null && html`<span class="rd-block">${wordsOf(file, one.description)}</span>`}</li>`;
  return html`<h2 class="govuk-heading-m" id="files">Files for this point</h2>
${own.length === 0 ? html`<p class="govuk-body">None yet.</p>` : html`<ul class="rd-entries">${own.map(line)}</ul>`}
${add && html`<p class="govuk-body"><a class="govuk-link" href="${href}">Add files</a></p>`}`;
}

function decideSection({ file, point, stage, decide, seal }: PointProps): Html {
  const { closed, href, form, draft } = decide;
  const decision = point.decisions[stage];
  const now =
    decision !== null &&
    html`<p class="govuk-body"><strong>${findingWords[decision.finding]}</strong>, ${nameOf(decision.by, file)}, ${sayDate(decision.on)}${closed === null && '. It can be changed until the response is sent'}.</p>`;
  if (closed !== null) {
    const reasons =
      decision !== null &&
      html`<p class="govuk-body">${wordsOf(file, decision.reasons)}</p>
<p class="govuk-body rd-quiet-text">It rests on: ${wordsOf(file, decision.reliedOn)}</p>`;
    return html`${now}${reasons}${closed.code !== 'already-answered' && closedPanel(closed)}`;
  }
  return html`${now}<form method="post" action="${href}" novalidate class="rd-form" data-draft="${draft.href}">${sealFields(seal())}
<input type="hidden" name="point" value="${point.pointId}">
${decisionFields(form)}
${foot(decision === null ? 'Decide it' : 'Change the decision', draft)}</form>`;
}

/** Remedies and promises about this point. */
function puttingRight({ file, point, stage }: PointProps): Html {
  const about = (one: Remedy | Action): boolean => one.pointId === point.pointId;
  const all = [...file.state.remedies.filter(about), ...file.state.actions.filter(about)];
  const query = { point: point.pointId };
  const righting = [
    ['OfferRemedy', 'Offer a remedy', query],
    ['PromiseAction', 'Promise an action', query],
    ['RecordLearning', 'Record what we change', {}],
  ] as const;
  const links = righting
    .filter(([command]) => whyNot(command, file.state, file.deciding, { stage }) === null)
    .map(
      ([command, words, about]) =>
        html`<a class="govuk-link" href="${actHref(file.reference, command, stage, about)}">${words}</a>`,
    );
  return html`<h2 class="govuk-heading-m" id="righting">Putting it right</h2>
${all.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${all.map(one => html`<li>${wordsOf(file, one.what)}</li>`)}</ul>`}
${links.length > 0 && html`<p class="govuk-body">${links.map((link, index) => html`${index > 0 && ' · '}${link}`)}</p>`}${all.length + links.length === 0 && html`<p class="govuk-body">Nothing was offered or promised on this point.</p>`}`;
}
