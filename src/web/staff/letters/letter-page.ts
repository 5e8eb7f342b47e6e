/** `/cases/:reference/letters/:letter`: one issued letter, its file, and what became of it. */
import type { Outcome } from '../../../application/act.ts';
import type { CaseFile } from '../../../application/case-file.ts';
import { cameBack, cancelLetter, handOver } from '../../../application/hand-over.ts';
import { likelyWay, waysTo } from '../../../application/letter-people.ts';
import { letterBytes } from '../../../application/letters.ts';
import type { HandedOver } from '../../../domain/complaint/events.ts';
import type { Letter } from '../../../domain/complaint/letter-state.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import type { HtmlContent } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type Answer, formField, type StaffRoutes, type Visit } from '../../visit.ts';
import { notDone } from '../acts/not-done.ts';
import { caseHead } from '../case/case-head.ts';
import { openViewed } from '../case/open-viewed.ts';
import { letterView } from './letter-view.ts';
import { letterTitle } from './say-letter.ts';
import { asksFormat, despiteField, formatField, sentFormat } from './sent-format.ts';

export function letterPageRoutes(routes: StaffRoutes): void {
  routes.get(paths.caseLetter.pattern, async (visit, tx) => {
    const shown = withLetter(await openViewed(visit, tx), visit);
    return shown === null ? null : letterPage(visit, shown);
  });
  routes.post(paths.caseLetter.pattern, sendLetterForm);
  routes.get(paths.caseLetterFile.pattern, async (visit, tx) => {
    const shown = withLetter(await openViewed(visit, tx), visit);
    const bytes = shown === null ? null : await letterBytes(tx, visit.viewer.landlordId, shown.letter.sha256);
    if (shown === null || bytes === null) return null;
    const { kind, dated } = shown.letter;
    const name = `${shown.file.reference}-${kind}-${dated}.pdf`;
    return { file: { bytes, type: 'application/pdf', name, inline: true } };
  });
}

type Shown = { file: CaseFile; letter: Letter };

function withLetter(file: CaseFile | null, visit: Visit): Shown | null {
  const letter = file?.state.letters.find(one => one.letterId === visit.params['letter']);
  return file === null || letter === undefined ? null : { file, letter };
}

const done: Readonly<Record<string, string>> = {
  issued: 'The letter is issued. It counts as sent on the day it is handed over or posted.',
  sent: 'Marked as sent.',
  cancelled: 'Cancelled. The letter stays as it was issued, and what it was to do stays owed.',
  returned: 'Recorded: it did not arrive, so it is owed again.',
};

/** The way chosen when it was issued comes along in the address. */
const ways = ['email', 'post', 'by-hand'] as const satisfies readonly HandedOver[];

type Forms = { sentForm?: FormView; returnForm?: FormView; cancelForm?: FormView; above?: HtmlContent };

function letterPage(visit: Visit, { file, letter }: Shown, forms: Forms = {}) {
  const { today } = visit;
  const chosen = ways.find(one => one === visit.query['how']);
  const how = chosen ?? likelyWay(waysTo(file, letter.to), file.state, letter.to);
  const content = letterView({
    file,
    letter,
    today,
    sentForm: forms.sentForm ?? newForm({ how, ...dateValues('on', today) }),
    returnForm: forms.returnForm ?? newForm(dateValues('returned', today)),
    cancelForm: forms.cancelForm ?? newForm(),
    seal: () => visit.seal(),
    above: forms.above,
  });
  return visit.page({
    title: `${letterTitle(letter.kind, letter.stage)} – ${file.name}`,
    content,
    done: done[visit.query['done'] ?? ''],
    errors: (forms.sentForm ?? forms.returnForm ?? forms.cancelForm)?.summary(),
    sticky: caseHead(file, today, { isPageHeading: false }),
    nav: { current: 'cases' },
  });
}

async function sendLetterForm(visit: Visit): Promise<Answer> {
  const file = await visit.read(tx => openViewed(visit, tx));
  const shown = withLetter(file, visit);
  if (shown === null) return null;
  const wanted = formField(visit.body, 'do');
  if (wanted === 'returned') return returned(visit, shown);
  return wanted === 'cancel' ? cancelled(visit, shown) : sent(visit, shown);
}

async function sent(visit: Visit, shown: Shown): Promise<Answer> {
  const shape = {
    how: choiceField(ways, 'Choose how the letter went'),
    on: dateField({
      label: 'The day it went',
      required: 'Give the day on which it went',
      today: visit.today,
      when: 'past',
    }),
    evidence: longTextField({ label: 'What shows that day', max: 2000 }),
    format: formatField,
    despite: despiteField,
  };
  const result = readForm(shape, visit.body);
  if (!result.ok) return { status: 422, html: letterPage(visit, shown, { sentForm: result.form }) };
  const { format, ...values } = result.values;
  if (format === null && asksFormat(shown.letter, shown.file.state)) {
    const sentForm = result.form.withErrors({ field: 'format', text: 'Choose in what it went' });
    return { status: 422, html: letterPage(visit, shown, { sentForm }) };
  }
  const handing = { ...values, ...sentFormat(format, values.on), letterId: shown.letter.letterId };
  const outcome = await handOver(visit.app, visit.viewer, ask(visit, shown, result.form, 'sent'), handing);
  return answer(visit, shown, outcome, 'sent', form => ({ sentForm: form }), result.form);
}

async function returned(visit: Visit, shown: Shown): Promise<Answer> {
  const shape = {
    why: choiceField(['bounced', 'wrong-address', 'not-posted'], 'Choose what happened to the letter'),
    returned: dateField({
      label: 'The day we knew',
      required: 'Give the day on which we knew',
      today: visit.today,
      when: 'past',
    }),
    note: longTextField({ label: 'What is known about it', required: 'Say what is known about it', max: 2000 }),
  };
  const result = readForm(shape, visit.body);
  if (!result.ok) return { status: 422, html: letterPage(visit, shown, { returnForm: result.form }) };
  const { why, returned: on, note } = result.values;
  const returning = { letterId: shown.letter.letterId, on, why, note };
  const outcome = await cameBack(visit.app, visit.viewer, ask(visit, shown, result.form, 'returned'), returning);
  return answer(visit, shown, outcome, 'returned', form => ({ returnForm: form }), result.form);
}

async function cancelled(visit: Visit, shown: Shown): Promise<Answer> {
  const shape = {
    reason: longTextField({ label: 'Why it is not to go', required: 'Say why it is not to go', max: 2000 }),
  };
  const result = readForm(shape, visit.body);
  if (!result.ok) return { status: 422, html: letterPage(visit, shown, { cancelForm: result.form }) };
  const cancelling = { letterId: shown.letter.letterId, reason: result.values.reason };
  const outcome = await cancelLetter(visit.app, visit.viewer, ask(visit, shown, result.form, 'cancel'), cancelling);
  return answer(visit, shown, outcome, 'cancelled', form => ({ cancelForm: form }), result.form);
}

/** Marking a letter clashes with nothing that others do: the domain sees whether it has gone already. */
function ask(visit: Visit, { file }: Shown, form: FormView, what: string) {
  return {
    caseId: file.caseId,
    versionSeen: null,
    commandId: commandIdOf(visit.body),
    payload: payloadOf(form.raw, what),
  };
}

function answer(
  visit: Visit,
  shown: Shown,
  outcome: Outcome,
  what: 'sent' | 'returned' | 'cancelled',
  shownIn: (form: FormView) => Forms,
  form: FormView,
): Answer {
  const { file, letter } = shown;
  if (outcome.kind === 'done') {
    return {
      redirect: withQuery(paths.caseLetter({ reference: file.reference, letter: letter.letterId }), { done: what }),
    };
  }
  const { status, sentence, panel } = notDone(outcome, file);
  const again = shownIn(form.withErrors({ field: undefined, text: sentence }));
  return { status, html: letterPage(visit, shown, { ...again, above: panel }) };
}
