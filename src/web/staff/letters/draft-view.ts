import type { CaseFile } from '../../../application/case-file.ts';
import type { PreparedLetter } from '../../../application/letters.ts';
import { copiesTo } from '../../../domain/complaint/authorities.ts';
import type { HandedOver, Stage } from '../../../domain/complaint/events.ts';
import type { RefusalCode } from '../../../domain/complaint/refusals.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { barredBy, limitsOf, sayLimit } from '../../../domain/complaint/safe-contact.ts';
import { freeParts } from '../../../domain/letters/free-parts.ts';
import type { MissingItem } from '../../../domain/letters/letter-input.ts';
import type { LetterKind } from '../../../domain/policy/letter-rules.ts';
import { button } from '../../components/govuk/button.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { letterAsHtml } from '../../components/letter.ts';
import { needsNotice } from '../../components/redress/needs-notice.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { savedDraftHint } from '../../components/redress/saved-draft-hint.ts';
import { type FormSeal, sealFields } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, type HtmlContent, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { caseNeedsShown } from '../case/needs-shown.ts';
import { putRight } from './put-right.ts';
import { letterName } from './say-letter.ts';

export type LetterDraftProps = {
  file: CaseFile;
  kind: LetterKind;
  stage: Stage;
  letter: PreparedLetter;
  form: FormView;
  seal: FormSeal;
  /** The page's own address. */
  href: string;
  draft: { href: string; savedAt?: string | undefined };
  /** Why no file can be made of it, and the signs that no font has. */
  trouble: string | null;
  leftOut: readonly string[];
  /** What stopped it when it was to be issued. */
  above: HtmlContent;
};

/** Writing a letter: what the officer adds and what is missing on one side, the letter as it will be on the other. */
export function letterDraftView(props: LetterDraftProps): Html {
  const { kind, stage, letter, above, trouble, leftOut } = props;
  const { closed } = letter;
  const why = closed === null ? null : sayRefusal(closed);
  const shown = closed === null || stillWorthReading.includes(closed.code);
  return html`<h1 class="govuk-heading-l">Write the ${letterName(kind, stage)}</h1>
${above}
${why !== null && refusalPanel({ sentence: why.why, allowed: why.instead })}
${trouble !== null && refusalPanel({ title: 'The letter cannot be made', sentence: trouble })}
${leftOut.length > 0 && insetText({ text: `These signs cannot be printed and are left out: ${leftOut.join(' ')}` })}
${
  shown
    ? html`<div class="rd-write"><div class="rd-write__words">${whatIsMissing(props)}${wordsForm(props)}</div>
<section class="rd-write__letter" aria-labelledby="preview"><h2 class="govuk-heading-m" id="preview">How it will read</h2>${letterAsHtml(letter.document, 3)}</section></div>`
    : button({
        text: 'Back to the complaint',
        href: paths.case({ reference: props.file.reference }),
        classes: 'govuk-button--secondary',
      })
}`;
}

/** With these in the way the letter can be read and worked on all the same. */
const stillWorthReading: readonly RefusalCode[] = [
  'points-unanswered',
  'no-handler',
  'handler-signs',
  'not-defined',
  'panel-incomplete',
  'acknowledge-first',
  'not-your-case',
];

function whatIsMissing({ letter, file, stage }: LetterDraftProps): Html {
  const { missing, closed } = letter;
  if (missing.length === 0) {
    const ready =
      closed === null ? 'Nothing is missing: the letter can be issued.' : 'Nothing is missing from the words.';
    return html`<p class="govuk-body rd-write__ready">${ready}</p>`;
  }
  return html`<section aria-labelledby="missing"><h2 class="govuk-heading-m" id="missing">What is missing (${missing.length})</h2>
<ul class="rd-missing">${missing.map(one => missingLine(one, file, stage))}</ul></section>`;
}

const bases = { policy: 'policy', code: 'Code', rule: 'our rule' } as const;

function missingLine(missing: MissingItem, file: CaseFile, stage: Stage): Html {
  const link = putRight(missing, file, stage);
  return html`<li class="rd-missing__one">${missing.sentence} <span class="rd-quiet-text rd-nowrap">(${bases[missing.basis]}, ${missing.clause})</span>${
    link !== null && html`<br><a class="govuk-link" href="${link.href}">${link.text}</a>`
  }</li>`;
}

const ways = { email: 'By email', post: 'By post', 'by-hand': 'By hand' } as const;

/** Whom it goes to, who gets a copy, and what they need (MAG-03, MAG-06). */
function whoGetsIt(file: CaseFile, to: string | null): Html {
  const name = (id: string): string => file.residents.get(id)?.name ?? 'Details removed';
  if (to === null) return html``;
  const copies = copiesTo(file.state, to, file.deciding.today).map(name);
  const acts = to === file.state.complainantId ? '' : ', who acts for the resident';
  return html`<p class="govuk-body">It goes to <strong>${name(to)}</strong>${acts}. ${copies.length === 0 ? 'Nobody gets a copy.' : html`A copy goes to <strong>${copies.join(', ')}</strong>.`}</p>
${needsNotice({ ...caseNeedsShown(file, to), name: name(to) })}`;
}

/** The address that a way leads to, or the limit that it would breach (R60). */
function whereTo(
  way: HandedOver,
  { state }: CaseFile,
  { to, ways: { email, post } }: PreparedLetter,
): string | undefined {
  const limit = barredBy(limitsOf(state, to), way);
  if (limit !== null) return `Not safe: ${sayLimit(limit).toLowerCase()}`;
  if (way === 'by-hand') return undefined;
  return way === 'email' ? (email ?? 'no email address is known') : post.join(', ') || 'no postal address is known';
}

function wordsForm({ file, kind, letter, form, seal, href, draft, trouble }: LetterDraftProps): Html {
  const canIssue = letter.missing.length === 0 && letter.closed === null && trouble === null;
  return html`<form method="post" action="${href}" novalidate class="rd-form" data-draft="${draft.href}">
${sealFields(seal)}
${whoGetsIt(file, letter.to)}
${freeParts(kind).map(part => textarea({ ...form.text(part.id), label: part.label, hint: part.hint, rows: part.required ? 8 : 4 }))}
${radios({
  ...form.choice('how'),
  classes: 'govuk-radios--small',
  fieldset: { legend: 'How it will go' },
  items: (['email', 'post', 'by-hand'] as const).map(way => ({
    value: way,
    text: ways[way],
    hint: whereTo(way, file, letter),
  })),
})}
<div class="rd-form__foot">${button({ text: 'Update preview', name: 'do', value: 'preview', classes: 'govuk-button--secondary' })}${
    canIssue && button({ text: 'Issue the letter', name: 'do', value: 'issue', preventDoubleClick: true })
  }</div>
${savedDraftHint(draft)}
${
  canIssue &&
  html`<p class="govuk-body-s">Issuing freezes the letter as a file that never changes. It then waits in the outbox until it is handed over. <a class="govuk-link" href="${withQuery(href, { print: '1' })}">See it as it will be printed</a></p>`
}
</form>`;
}
