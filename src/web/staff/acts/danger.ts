/** A danger made safe, or found to be none: due at a moment, and recorded at one (R13, MAG-15). */
import { londonTimeOf, sayDate } from '../../../domain/calendar/dates.ts';
import type { Danger } from '../../../domain/complaint/duty-state.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';
import { checkTime, momentOf, statedTime, statedTimeBox } from './stated-moment.ts';

export const settleDangerPage = actPage({
  act: 'settle-danger',
  command: 'SettleDanger',
  title: () => 'Record that it is safe',
  hint: context => dueWords(context),
  submit: 'Record it',
  about: context => ({ dangerId: dangerIn(context)?.dangerId ?? '' }),
  subject: context => dangerIn(context)?.dangerId ?? null,
  shape: context => ({
    outcome: choiceField(['made-safe', 'no-danger'], 'Choose what was found'),
    on: statedDay(context, 'The day'),
    time: statedTime(),
    note: longTextField({
      label: 'What was done or found',
      required: 'Say what was done, or why there is no danger',
      max: 4000,
    }),
  }),
  check: values => checkTime(values.time),
  start: context => ({ ...todayIn(context), time: londonTimeOf(context.visit.now) }),
  fields: form => html`${radios({
    ...form.choice('outcome'),
    fieldset: { legend: 'What was found?' },
    items: [
      { value: 'made-safe', text: 'It was made safe', hint: 'The lasting repair may still have to come; promise it.' },
      { value: 'no-danger', text: 'There is no danger' },
    ],
  })}
${textarea({ ...form.text('note'), label: 'What was done, or why there is no danger', hint: 'Who went there, what they saw and did.', rows: 4 })}
${statedDayBoxes(form, 'On what day?')}
${statedTimeBox(form)}`,
  make: ({ outcome, on, time: said, note }, { keep }, context) => ({
    type: 'SettleDanger',
    dangerId: dangerIn(context)?.dangerId ?? '',
    outcome,
    at: momentOf(on, said),
    note: keep(note, 'danger'),
  }),
  done: 'Recorded. Promise whatever still has to be done.',
});

function dangerIn({ visit, file }: ActContext): Danger | undefined {
  const open = file.state.dangers.filter(one => one.settled === null);
  return open.find(one => one.dangerId === visit.query['danger']) ?? open[0];
}

function dueWords(context: ActContext): string {
  const danger = dangerIn(context);
  const owed = context.file.obligations.find(one => one.id === `make-safe-${danger?.dangerId}`);
  if (owed?.dueAt == null || owed.dueOn === null) return 'What was done, and when.';
  return `It is due by ${londonTimeOf(owed.dueAt)} on ${sayDate(owed.dueOn)}: ${owed.rule} (${owed.clause}).`;
}
