/** `/cases/:reference/letters/new/:kind`: a letter is written, read and issued on one page. */
import {
  issueLetter,
  type LetterAsked,
  type PreparedLetter,
  prepareLetter,
  printLetter,
  whyNoFile,
} from '../../../application/letters.ts';
import type { Reading } from '../../../application/reading.ts';
import type { HandedOver } from '../../../domain/complaint/events.ts';
import { freeParts } from '../../../domain/letters/free-parts.ts';
import { LETTER_KINDS } from '../../../domain/policy/letter-kinds.ts';
import type { LetterKind } from '../../../domain/policy/letter-rules.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { choiceField, type FormField, longTextField } from '../../forms/fields.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { oneValue } from '../../forms/raw-form.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf, versionSeen } from '../../forms/sent-form.ts';
import type { Html, HtmlContent } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type Answer, formField, type StaffRoutes, type Visit } from '../../visit.ts';
import { type ActContext, actContext } from '../acts/act-page.ts';
import { doneSentence } from '../acts/acts.ts';
import { notDone } from '../acts/not-done.ts';
import { caseHead } from '../case/case-head.ts';
import { draftFor, draftHref, keepDraft, type ShownDraft } from '../drafts/drafts.ts';
import { letterDraftView } from './draft-view.ts';
import { letterName } from './say-letter.ts';

export function letterDraftRoutes(routes: StaffRoutes): void {
  routes.get(paths.caseLetterDraft.pattern, showDraft);
  routes.post(paths.caseLetterDraft.pattern, sendDraft);
}

type Writing = ActContext & { kind: LetterKind; extensionId: string | null; supersedes: string | null };

async function writing(visit: Visit, tx: Reading): Promise<Writing | null> {
  const kind = LETTER_KINDS.find(one => one === visit.params['kind']);
  const context = kind === undefined ? null : await actContext(visit, tx);
  if (context === null || kind === undefined) return null;
  const { extension = null, corrects = null } = visit.query;
  return { ...context, kind, extensionId: extension, supersedes: corrects };
}

function draftName({ kind, stage }: Writing): string {
  return `letter-${kind}-${stage}`;
}

function askedFor({ kind, stage, extensionId, supersedes }: Writing, form: FormView): LetterAsked {
  const free = Object.fromEntries(freeParts(kind).map(({ id }) => [id, oneValue(form.raw, id).slice(0, longest)]));
  const how = ways.find(one => one === oneValue(form.raw, 'how'));
  return { kind, stage, free, how, extensionId, supersedes };
}

const ways = ['email', 'post', 'by-hand'] as const satisfies readonly HandedOver[];
const longest = 5000;

function shape(kind: LetterKind): Record<string, FormField<unknown>> {
  const parts = freeParts(kind).map(({ id, label }) => [id, longTextField({ label, max: longest })]);
  return { ...Object.fromEntries(parts), how: choiceField(ways, 'Choose how the letter will go') };
}

async function showDraft(visit: Visit, tx: Reading): Promise<Answer> {
  const place = await writing(visit, tx);
  if (place === null) return null;
  const draft = await draftFor(visit, tx, draftName(place), place.file.caseId);
  const typed = newForm(draft?.fields ?? {});
  const letter = prepareLetter(place.file, askedFor(place, typed));
  if (visit.query['print'] === '1') return asFile(place, letter);
  const form = oneValue(typed.raw, 'how') === '' ? newForm({ ...draft?.fields, how: letter.how }) : typed;
  return draftPage(place, form, { letter, draft });
}

async function asFile({ visit, kind, stage, file }: Writing, letter: PreparedLetter): Promise<Answer> {
  const printed = await printLetter(visit.app, letter);
  if ('trouble' in printed) return null;
  const name = `${file.reference}-${kind}-${stage}-preview.pdf`;
  return { file: { bytes: printed.bytes, type: 'application/pdf', name, inline: true } };
}

async function sendDraft(visit: Visit): Promise<Answer> {
  const place = await visit.read(tx => writing(visit, tx));
  if (place === null) return null;
  const { file, kind } = place;
  const result = readForm(shape(kind), visit.body);
  if (!result.ok) return { status: 422, html: await draftPage(place, result.form) };
  if (formField(visit.body, 'do') !== 'issue') {
    await keepDraft(visit, draftName(place), file.caseId, 'do');
    return { redirect: visit.request.url };
  }
  return issue(place, result.form);
}

async function issue(place: Writing, form: FormView): Promise<Answer> {
  const { visit, file } = place;
  const ask = {
    caseId: file.caseId,
    versionSeen: versionSeen(visit.body),
    commandId: commandIdOf(visit.body),
    payload: payloadOf(form.raw, draftName(place)),
    draft: { form: draftName(place), caseId: file.caseId },
  };
  try {
    const outcome = await issueLetter(visit.app, visit.viewer, ask, askedFor(place, form));
    if (outcome.kind === 'done') {
      const href = paths.caseLetter({ reference: file.reference, letter: outcome.letterId });
      return { redirect: withQuery(href, { done: 'issued', how: askedFor(place, form).how }) };
    }
    const { status, sentence, panel } = notDone(outcome, file);
    const html = await draftPage(place, form.withErrors({ field: undefined, text: sentence }), { above: panel });
    return { status, html };
  } catch (error) {
    const sentence = whyNoFile(error);
    const above = refusalPanel({ title: 'The letter cannot be made', sentence });
    return {
      status: 422,
      html: await draftPage(place, form.withErrors({ field: undefined, text: sentence }), { above }),
    };
  }
}

type Shown = { letter?: PreparedLetter; draft?: ShownDraft | null; above?: HtmlContent };

async function draftPage(place: Writing, form: FormView, shown: Shown = {}): Promise<Html> {
  const { visit, file, kind, stage } = place;
  const letter = shown.letter ?? prepareLetter(file, askedFor(place, form));
  const ready = letter.closed === null && letter.missing.length === 0;
  const printed = ready ? await printLetter(visit.app, letter) : null;
  const trouble = printed !== null && 'trouble' in printed ? printed.trouble : null;
  const content = letterDraftView({
    file,
    kind,
    stage,
    letter,
    form,
    seal: visit.seal(file.state.version),
    href: visit.request.url,
    draft: shown.draft ?? { href: draftHref(draftName(place), file.caseId) },
    trouble,
    leftOut: printed !== null && 'leftOut' in printed ? printed.leftOut : [],
    above: shown.above,
  });
  return visit.page({
    title: `Write the ${letterName(kind, stage)} – ${file.name}`,
    content,
    done: doneSentence(visit.query['done']),
    errors: form.summary(),
    sticky: caseHead(file, visit.today, { isPageHeading: false }),
    nav: { current: 'cases' },
  });
}
