/** `/dissatisfaction/records/…`: one record, what it waits for, and the form for that. */
import { changeRecord, type RecordAct } from '../../../application/dissatisfaction.ts';
import type { WhyNot } from '../../../application/one-act.ts';
import { openRecord, type RecordFile } from '../../../application/queries/dissatisfaction.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import { choiceField, lineField, longTextField } from '../../forms/fields.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf, versionSeen } from '../../forms/sent-form.ts';
import type { Html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type Answer, formField, type StaffRoutes, type Visit } from '../../visit.ts';
import { howItWent } from '../acts/how-it-went.ts';
import { logView } from '../case/open-viewed.ts';
import { answerForm, confirmForm, recordView, reviewForm, routeText } from './record-view.ts';

const done: Readonly<Record<string, string>> = {
  told: 'Recorded. What is owed now is below.',
  answer: 'Recorded. What is owed now is below.',
  confirm: 'Recorded as handed over.',
  review: 'Recorded.',
};

export function recordRoutes(routes: StaffRoutes): void {
  routes.get(paths.dissatisfactionRecord.pattern, async (visit, tx) => {
    const file = await openRecord(tx, visit.viewer.landlordId, visit.scope, visit.params['record'] ?? '');
    if (file === null) return null;
    await logView(visit, file.recordId, false);
    return shown(visit, file, startForm(visit, file));
  });
  routes.post(paths.dissatisfactionRecord.pattern, sent);
}

function startForm(visit: Visit, { record }: RecordFile): FormView {
  return newForm({ ...dateValues('on', visit.today), channel: record.channel });
}

async function sent(visit: Visit): Promise<Answer> {
  const file = await visit.read(tx =>
    openRecord(tx, visit.viewer.landlordId, visit.scope, visit.params['record'] ?? ''),
  );
  if (file === null) return null;
  const named = formField(visit.body, 'act');
  const confirms = named === 'confirm';
  const read = named === 'review' ? readReview(visit) : confirms ? readConfirm(visit) : readAnswer(visit);
  if (!('act' in read)) return { status: 422, html: shown(visit, file, read.wrong) };
  const form = { commandId: commandIdOf(visit.body), payload: payloadOf(rawForm(visit.body), 'dissatisfaction') };
  const asked = { recordId: file.recordId, versionSeen: versionSeen(visit.body) };
  const outcome = await changeRecord(visit.app, visit.viewer, asked, read.act, form);
  if (outcome.kind !== 'done') return notDone(visit, file, read.form, outcome);
  const { act } = read;
  if ((act.kind === 'answer' && act.answer === 'yes') || (act.kind === 'review' && act.verdict === 'complaint'))
    return { redirect: withQuery(paths.logComplaint(), { dissatisfaction: file.recordId }) };
  const here = paths.dissatisfactionRecord({ record: file.recordId });
  return { redirect: withQuery(here, { done: act.kind === 'offer' ? 'answer' : act.kind }) };
}

type Read = { act: RecordAct; form: FormView } | { wrong: FormView };

function day({ today }: Visit) {
  return dateField({ label: 'The day', required: 'Enter the day', today, when: 'past' });
}

function readAnswer(visit: Visit): Read {
  const shape = {
    answer: choiceField(['yes', 'no', 'no-answer'], 'Choose what they said'),
    channel: choiceField(channelsOf(visit.landlord.policy), 'Choose how you asked them'),
    on: day(visit),
    words: lineField({ label: 'What they said', max: 1000 }),
  };
  const result = readForm(shape, visit.body);
  if (!result.ok) return { wrong: result.form };
  const { answer, channel, on, words } = result.values;
  const act: RecordAct =
    answer === 'no-answer'
      ? { kind: 'offer', on, channel }
      : { kind: 'answer', on, channel, answer, words: words || null };
  return { act, form: result.form };
}

function readConfirm(visit: Visit): Read {
  const shape = {
    how: howItWent('Choose how it went to them'),
    on: day(visit),
    evidence: longTextField({ label: 'What was sent', required: 'Enter what was sent to them' }),
  };
  const result = readForm(shape, visit.body);
  if (!result.ok) return { wrong: result.form };
  return { act: { kind: 'confirm', ...result.values }, form: result.form };
}

function readReview(visit: Visit): Read {
  const shape = {
    verdict: choiceField(['agreed', 'complaint'], 'Choose what you found'),
    'review-note': longTextField({ label: 'Why', required: 'Say in a sentence why', max: 2000 }),
  };
  const result = readForm(shape, visit.body);
  if (!result.ok) return { wrong: result.form };
  const { verdict, 'review-note': note } = result.values;
  return { act: { kind: 'review', verdict, note }, form: result.form };
}

function channelsOf(policy: Policy): string[] {
  return policy.channels.map(one => one.id);
}

/** What is recorded stands above what was typed, as far as that can still be asked. */
function notDone(visit: Visit, file: RecordFile, form: FormView, outcome: WhyNot): Answer {
  const { why, instead } = outcome.kind === 'refused' ? sayRefusal(outcome.refusal) : otherwise[outcome.kind];
  const wrong = form.withErrors({ field: undefined, text: why });
  const panel = refusalPanel({ sentence: why, allowed: instead });
  return { status: outcome.kind === 'refused' ? 422 : 409, html: shown(visit, file, wrong, panel) };
}

const otherwise = {
  changed: {
    why: 'Somebody else recorded something here while you were filling in the form. What you typed was not recorded.',
    instead: 'What stands now is below. Look at it before you record anything else.',
  },
  'other-sent': {
    why: 'You already sent this form, with something else in it. The first one was kept.',
    instead: 'What stands now is below. Look at it before you send this as well.',
  },
};

function shown(visit: Visit, file: RecordFile, form: FormView, above?: Html): Html {
  return visit.page({
    title: `Dissatisfaction – ${file.person.name}`,
    content: recordView({ file, visit, asked: asked(visit, file, form), above }),
    errors: form.summary(),
    done: done[visit.query['done'] ?? ''],
    nav: { current: 'log' },
    width: 'reading',
  });
}

/** The one form that is open: the answer to the offer, another answer, or what went to them in writing. */
function asked(visit: Visit, file: RecordFile, form: FormView): Html | null {
  const { answer, became, confirmedOn } = file.record;
  if (became !== null) return null;
  if (formField(visit.body, 'act') === 'review') return reviewForm(form, visit, file);
  const again = visit.query['change'] === '1' || formField(visit.body, 'act') === 'answer';
  if (answer === null || (again && answer.is === 'no')) return answerForm(form, visit, file);
  if (answer.is === 'yes') return null;
  if (confirmedOn !== null) return mayReview(visit, file) ? reviewForm(newForm(), visit, file) : null;
  return confirmForm(form.raw.has('evidence') ? form : withEvidence(form, visit, file), visit, file);
}

/** Looked at again by somebody who sees every complaint, and had no part in the answer. */
function mayReview({ viewer, scope }: Visit, { record }: RecordFile): boolean {
  const { sampledOn, review, answer, recordedBy } = record;
  const own = answer?.by === viewer.personId || recordedBy === viewer.personId;
  return scope.kind === 'all' && sampledOn !== null && review === null && !own;
}

function withEvidence(form: FormView, visit: Visit, file: RecordFile): FormView {
  const how = file.person.email === null ? 'post' : 'email';
  const typed = Object.fromEntries([...form.raw].map(([name, values]) => [name, [...values]]));
  const started = newForm({ ...typed, how, evidence: routeText(visit, file) });
  return started.withErrors(...form.errors);
}
