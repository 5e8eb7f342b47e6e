import { sayDate } from '../../../domain/calendar/dates.ts';
import { CHASED_HOW, isAwaited } from '../../../domain/complaint/question-events.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { wordsOf } from '../case/parts.ts';
import { askedName } from '../case/say-event.ts';
import { type ActCommand, actHref } from '../case/step-link.ts';
import { type ActContext, actPage } from './act-page.ts';
import { shortened } from './choose-point.ts';
import { requestIn } from './question-link.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

/** That whoever was asked was asked again, before the date or after it (MAG-10). It moves no date. */
export const chaseQuestionPage = actPage({
  act: 'chase-question',
  command: 'ChaseQuestion',
  title: () => 'Record that you asked again',
  hint: context =>
    html`Nothing is sent from here: ring or write to them, then record it. The dates of the complaint stay as they are. ${otherWays(context)}`,
  submit: 'Record it',
  minds: false,
  about: aboutRequest,
  subject: context => requestIn(context)?.requestId ?? null,
  shape: context => ({
    request: requestField(context),
    on: statedDay(context, 'The day you asked again'),
    how: choiceField(CHASED_HOW, 'Choose how you asked'),
    note: longTextField({ label: 'What they said', required: 'Enter what they said', max: 4000 }),
  }),
  start: context => ({ request: requestIn(context)?.requestId ?? '', ...todayIn(context) }),
  fields: (form, context) => html`${requestChoice(form, context)}
${statedDayBoxes(form, 'When did you ask again?')}
${radios({
  ...form.choice('how'),
  fieldset: { legend: 'How?' },
  items: [
    { value: 'phone', text: 'By phone' },
    { value: 'email', text: 'By email' },
    { value: 'in-person', text: 'In person' },
  ],
})}
${textarea({ ...form.text('note'), label: 'What they said, or that nobody answered', rows: 3 })}`,
  make: ({ request, on, how, note }, { keep }) => ({
    type: 'ChaseQuestion',
    requestId: request,
    on,
    how,
    note: keep(note, 'note'),
  }),
  done: 'Recorded.',
});

/** What else can be done about a question that is not answered. */
function otherWays(context: ActContext): Html {
  const request = requestIn(context);
  if (request === undefined) return html``;
  const { reference } = context.file;
  const about = { request: request.requestId };
  const link = (command: ActCommand, words: string): Html =>
    html`<a class="govuk-link" href="${actHref(reference, command, null, about)}">${words}</a>`;
  const fresh =
    request.outsider !== null && html` If their link is lost, ${link('MakeQuestionLink', 'make a new one')}.`;
  return html`${fresh} If it is not to be had, or not needed any more, ${link('EndQuestion', 'end the question')}.`;
}

/** What is known of the command before the form is filled in. */
export function aboutRequest(context: ActContext): { requestId?: string } {
  const request = requestIn(context);
  return request === undefined ? {} : { requestId: request.requestId };
}

/** The questions that have not been answered. */
function unanswered({ file }: ActContext) {
  return file.state.information.filter(one => one.answeredOn === null && one.ended === null);
}

/** Reads the question chosen. */
export function requestField(context: ActContext) {
  return choiceField(
    unanswered(context).map(one => one.requestId),
    'Choose the question',
  );
}

/** The question as words where the address names it, else a choice. */
export function requestChoice(form: FormView, context: ActContext): Html {
  const { file } = context;
  const named = requestIn(context);
  if (named !== undefined) {
    const state = isAwaited(named) ? `To be answered by ${sayDate(named.dueOn)}` : 'Passed back';
    return html`<input type="hidden" name="request" value="${named.requestId}">
<div class="govuk-inset-text"><strong>${askedName(named.requestId, file)}:</strong> ${wordsOf(file, named.question)}<span class="rd-block rd-quiet-text">${state}</span></div>`;
  }
  return radios({
    ...form.choice('request'),
    fieldset: { legend: 'Which question?' },
    items: unanswered(context).map(one => ({
      value: one.requestId,
      text: `${askedName(one.requestId, file)}: ${shortened(file.texts[one.question.textId] ?? '')}`,
    })),
  });
}
