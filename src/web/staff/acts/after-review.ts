/** How the procedure ended that the resident was sent to instead: still dissatisfied, it is a complaint (MGL-06, R20). */
import { logBeside } from '../../../application/split-point.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { Chase } from '../../../domain/complaint/duty-state.ts';
import type { CaseState } from '../../../domain/complaint/state.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

export const reviewOutcomePage = actPage({
  act: 'after-review',
  command: 'RecordReviewOutcome',
  title: () => 'Record how the other procedure ended',
  hint: context => chaseWords(context),
  submit: 'Record it',
  about: context => ({ chaseId: chaseIn(context)?.chaseId ?? '' }),
  shape: context => ({
    answer: choiceField(['still-dissatisfied', 'satisfied', 'not-ended'], 'Choose what they said'),
    next: optionalDateField({ label: 'The day on which to ask again', today: context.visit.today }),
    words: longTextField({ label: 'What they said', required: 'Enter what they said' }),
    on: statedDay(context, 'The day they were asked'),
  }),
  check: ({ answer, next }) =>
    answer === 'not-ended' && next === null ? [{ field: 'next', text: 'Enter the day on which to ask again' }] : [],
  start: todayIn,
  fields: (form, context) => html`${radios({
    ...form.choice('answer'),
    fieldset: { legend: 'What did they say?' },
    items: [
      {
        value: 'still-dissatisfied',
        text: 'It has ended, and they are still dissatisfied',
        hint: whatHappens(context),
      },
      { value: 'satisfied', text: 'It has ended, and they do not want to take it further' },
      {
        value: 'not-ended',
        text: 'It has not ended yet',
        conditional: dateInput({ ...form.date('next'), fieldset: { legend: 'When do we ask again?' } }),
      },
    ],
  })}
${textarea({ ...form.text('words'), label: 'In their own words', rows: 4 })}
${statedDayBoxes(form, 'When were they asked?')}`,
  async make({ answer, next, words, on }, { keep, loaded }, context, tx) {
    const { visit, file } = context;
    const chase = chaseIn(context);
    const { category, serviceArea } = loaded.state;
    const own = { raisedOn: on, words, category, serviceArea, authorityCovers: false };
    const becomes =
      answer === 'still-dissatisfied' && isAnswered(chase, loaded.state)
        ? { becomes: await logBeside(visit.app, tx, visit.viewer, loaded.state, file, own) }
        : {};
    return {
      type: 'RecordReviewOutcome',
      chaseId: chase?.chaseId ?? '',
      on,
      answer,
      nextOn: answer === 'not-ended' ? next : null,
      words: keep(words, 'complaint'),
      ...becomes,
    };
  },
  done: 'Recorded. What is owed now is below.',
});

/** Whether what is asked about is a point that the answer has left behind. */
function isAnswered(chase: Chase | undefined, { timeline }: CaseState): boolean {
  return chase !== undefined && chase.pointId !== null && timeline.stage1.respondedOn !== null;
}

function chaseIn({ visit, file }: ActContext): Chase | undefined {
  const open = file.state.chases.filter(one => one.ended === null);
  return open.find(one => one.chaseId === visit.query['chase']) ?? open[0];
}

function whatHappens(context: ActContext): string {
  const chase = chaseIn(context);
  if (chase === undefined || chase.pointId === null)
    return 'It is taken up as a complaint from that day. The day we first received it stays on record.';
  return isAnswered(chase, context.file.state)
    ? 'The answer has gone, so it is logged as a complaint of its own from that day, linked to this one.'
    : 'The point joins the others and is answered with them.';
}

function chaseWords(context: ActContext): string {
  const chase = chaseIn(context);
  if (chase === undefined) return 'Nobody was sent to another procedure.';
  const point = context.file.state.points.find(one => one.pointId === chase.pointId);
  const sent = point === undefined ? 'They were' : `With point ${point.number} they were`;
  return `${sent} sent to another procedure on ${sayDate(chase.since)}, and are asked on ${sayDate(chase.dueOn)} how it ended.`;
}
