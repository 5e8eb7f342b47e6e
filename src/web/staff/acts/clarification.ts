/** Asking the resident to explain, and what they said. No clock stops meanwhile (R4, MAG-28, R26). */
import { insetText } from '../../components/govuk/inset-text.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

export const askClarificationPage = actPage({
  act: 'ask-clarification',
  command: 'AskClarification',
  title: () => 'Ask the resident to explain',
  hint: () =>
    'No date moves for a question. If no answer comes, answer on what is known, on time; a complaint is never closed for silence.',
  submit: 'Record the question',
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    on: statedDay(context, 'The day of the question'),
    question: longTextField({ label: 'Question', required: 'Enter what you asked' }),
  }),
  start: todayIn,
  fields: form => html`${textarea({ ...form.text('question'), label: 'What did you ask?', rows: 4 })}
${statedDayBoxes(form, 'When did you ask?')}`,
  make: ({ on, question }, { keep }, { stage }) => ({
    type: 'AskClarification',
    stage,
    on,
    question: keep(question, 'clarification'),
  }),
  done: 'Question recorded. All dates stay as they are.',
});

export const recordClarificationPage = actPage({
  act: 'record-clarification',
  command: 'RecordClarification',
  title: () => 'Record the explanation',
  hint: context =>
    html`${insetText({ text: openQuestion(context) })}If it changes what we understood, define the complaint again and send it to the resident.`,
  submit: 'Record the explanation',
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    on: statedDay(context, 'The day of the answer'),
    answer: longTextField({ label: 'Answer', required: 'Enter what the resident said' }),
  }),
  start: todayIn,
  fields: form => html`${textarea({ ...form.text('answer'), label: 'What did the resident say?', rows: 5 })}
${statedDayBoxes(form, 'When did they say it?')}`,
  make: ({ on, answer }, { keep }, { stage }) => ({
    type: 'RecordClarification',
    stage,
    on,
    answer: keep(answer, 'clarification'),
  }),
  done: 'Explanation recorded.',
});

function openQuestion({ file, stage }: ActContext): string {
  const asked = file.state.stages[stage].clarifications.findLast(one => one.answeredOn === null);
  return asked === undefined ? '' : (file.texts[asked.question.textId] ?? '');
}
