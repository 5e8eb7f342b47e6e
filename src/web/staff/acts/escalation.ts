import { sayDate } from '../../../domain/calendar/dates.ts';
import { askedLate, LATE } from '../../../domain/complaint/decide/escalation.ts';
import { caseWindow } from '../../../domain/complaint/escalation-window.ts';
import { groundsFor } from '../../../domain/complaint/exclusion.ts';
import type { ExclusionGround } from '../../../domain/policy/exclusion-rules.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { optionalDateField } from '../../forms/date-field.ts';
import { choiceField, choicesField, longTextField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { wordsOf } from '../case/parts.ts';
import { type ActContext, actPage } from './act-page.ts';
import { channelField, channelItems } from './choose-channel.ts';
import { staffItems } from './choose-person.ts';
import { openPoints, shortened } from './choose-point.ts';
import { groundAnswers, groundField, groundRadios, wrongAnswers } from './ground-questions.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

/** A request for stage 2: no reason needed, of all points or some, from the day it was made (MAG-38, MGL-24, R40 to R43). */
export const requestEscalationPage = actPage({
  act: 'request-escalation',
  command: 'RequestEscalation',
  title: () => 'Record a request for stage 2',
  hint: context => windowWords(context),
  submit: 'Record the request',
  about: () => ({}),
  shape: context => ({
    on: statedDay(context, 'The day of the request'),
    channel: channelField(context),
    extent: choiceField(['all', 'some'], 'Choose whether it is about everything'),
    points: choicesField(openPoints(context).map(point => point.pointId)),
    words: longTextField({ label: 'What they said' }),
    by: choiceField(['resident', 'ombudsman'], 'Choose who asked'),
    earlier: optionalDateField({ label: 'The day of their own request', today: context.visit.today, when: 'past' }),
    deadline: optionalDateField({ label: 'The Ombudsman’s date', today: context.visit.today }),
  }),
  start: context => ({ ...todayIn(context), extent: 'all', by: 'resident' }),
  check: ({ extent, points }) =>
    extent === 'some' && points.length === 0
      ? [{ field: 'points', text: 'Choose the points they want looked at again' }]
      : [],
  fields: (
    form,
    context,
  ) => html`${statedDayBoxes(form, 'When did they ask, or first say that they are not satisfied?')}
${select({ ...form.choice('channel'), label: 'How did they ask?', items: channelItems(context) })}
${radios({
  ...form.choice('extent'),
  fieldset: { legend: 'What do they want looked at again?' },
  items: [
    { value: 'all', text: 'Everything' },
    {
      value: 'some',
      text: 'Some points',
      conditional: checkboxes({
        ...form.choices('points'),
        fieldset: { legend: 'Which points?' },
        items: openPoints(context).map(({ pointId, number, text }) => ({
          value: pointId,
          text: `${number}. ${shortened(context.file.texts[text.textId] ?? '')}`,
        })),
      }),
    },
  ],
})}
${textarea({
  ...form.text('words'),
  label: 'What they said, if they gave reasons',
  hint: 'They do not have to give any. In their own words.',
  rows: 4,
})}
${radios({
  ...form.choice('by'),
  fieldset: { legend: 'Who asked?' },
  items: [
    { value: 'resident', text: 'The resident or who acts for them' },
    { value: 'ombudsman', text: 'The Ombudsman passed it on', conditional: forwardedBoxes(form) },
  ],
})}`,
  make: ({ on, channel, extent, points, words, by, earlier, deadline }, { keep }) => ({
    type: 'RequestEscalation',
    ...(by === 'ombudsman' ? { on: earlier ?? on, letterOn: on, deadline } : { on }),
    channel,
    points: extent === 'all' ? 'all' : points,
    words: words === '' ? null : keep(words, 'escalation'),
    forwardedBy: by,
  }),
  done: 'Request for stage 2 recorded.',
});

/** Passed on by the Ombudsman: the resident's own earlier request counts, and a date of the Ombudsman's is owed beside ours (R43). */
function forwardedBoxes(form: FormView): Html {
  return html`<p class="govuk-body rd-quiet-text">The day above is that of the Ombudsman’s letter.</p>
${dateInput({ ...form.date('earlier'), fieldset: { legend: 'Had they asked us before? On what day?' }, hint: 'Stage 2 then counts from that day.' })}
${dateInput({ ...form.date('deadline'), fieldset: { legend: 'The Ombudsman’s own date for the answer, if it gives one' } })}`;
}

/** Until when stage 2 can be asked for, and that a later request is taken too unless somebody decides otherwise. */
function windowWords({ file }: ActContext): Html {
  const window = caseWindow(file.state, file.context);
  const { respondedOn } = file.state.timeline.stage1;
  if (respondedOn === null)
    return html`<p class="govuk-body">Stage 1 has not been answered. The request keeps its day: they get a reply with the date of that answer, which stays owed, and stage 2 opens the day it is sent.</p>`;
  return html`<p class="govuk-body">No reason is needed, and a conversation is enough.${
    window !== null &&
    html` It can be asked for until ${sayDate(window.closesOn)}: ${window.rule} (${window.clause}). A later request is decided by a person, and taken unless there is a reason not to.`
  }</p>`;
}

/** A late request that is taken all the same (MAG-38, R40). */
export const acceptEscalationPage = actPage({
  act: 'accept-escalation',
  command: 'AcceptEscalation',
  title: () => 'Accept the request for stage 2',
  hint: context => requestWords(context),
  submit: 'Accept it',
  about: () => ({}),
  shape: () => ({ reason: longTextField({ label: 'The reason', max: 4000 }) }),
  fields: form =>
    textarea({ ...form.text('reason'), label: 'Why, if it needs saying', rows: 3, classes: 'rd-textarea--small' }),
  make: ({ reason }, { keep }) => ({
    type: 'AcceptEscalation',
    reason: reason === '' ? null : keep(reason, 'escalation'),
  }),
  done: 'Accepted. Stage 2 runs from the day it was asked for.',
});

/** The request as it was made. */
function requestWords({ file }: ActContext): Html {
  const request = file.state.escalations.at(-1);
  if (request === undefined) return html``;
  const window = caseWindow(file.state, file.context);
  return insetText({
    text: html`Asked for on <strong>${sayDate(request.on)}</strong>${window !== null && request.on > window.closesOn && html`, after the window, which closed on ${sayDate(window.closesOn)} (${window.clause})`}.
${request.words !== null && html`<br>${wordsOf(file, request.words)}`}`,
  });
}

/** Stage 2 not held: by the role the policy names, on a ground, with reasons and the right to the Ombudsman (MAG-39, R40). */
export const refuseEscalationPage = actPage({
  act: 'refuse-escalation',
  command: 'RefuseEscalation',
  title: () => 'Not accept the request for stage 2',
  hint: context =>
    html`${requestWords(context)}<p class="govuk-body">A request is accepted unless a ground of the policy applies. The letter gives the reasons and the way to the Ombudsman.</p>`,
  submit: 'Decide not to accept it',
  submitKind: 'warning',
  about: () => ({}),
  shape: context => ({
    ground: groundField(
      grounds(context),
      lateness(context).map(one => one.value),
    ),
    reasons: longTextField({ label: 'The reasons', required: 'Give the reasons as the resident will read them' }),
    support: optionalChoiceField(supporters(context)),
  }),
  check: ({ support }, context) => [
    ...wrongAnswers(context, grounds(context)),
    ...(support === null && supporters(context).length > 0
      ? [{ field: 'support', text: 'Choose who supports the decision' }]
      : []),
  ],
  fields: (form, context) => html`${groundRadios(form, context, grounds(context), lateness(context))}
${textarea({ ...form.text('reasons'), label: 'The reasons, as the resident will read them', rows: 5 })}
${supporters(context).length > 0 && select({ ...form.choice('support'), label: 'Who supports the decision', items: staffItems(context, supporters(context)) })}`,
  make({ ground, reasons, support }, { keep }, context) {
    const read = groundAnswers(context, grounds(context));
    const answers = 'answers' in read ? read.answers : {};
    return {
      type: 'RefuseEscalation',
      groundId: ground,
      answers,
      reasons: keep(reasons, 'refusal'),
      supportedBy: support,
    };
  },
  done: 'Decided. The resident is told in writing, with the reasons.',
  next: ({ file }) =>
    withQuery(paths.caseLetterDraft({ reference: file.reference, kind: 'escalation-refusal' }), { stage: 2 }),
});

/** Offered only where it did come late. */
function lateness({ file }: ActContext): { value: string; text: string }[] {
  if (!askedLate(file.state, file.deciding)) return [];
  return [{ value: LATE, text: 'It came after the time for asking, and there is a reason not to take it late' }];
}

/** The policy's grounds, each with its questions, as for a complaint that is not taken. */
function grounds({ file }: ActContext): readonly ExclusionGround[] {
  return groundsFor(file.context.policy, file.state);
}

function supporters({ file }: ActContext): string[] {
  const roles = file.context.policy.escalation.refusal?.withSupportFrom ?? [];
  const { actor } = file.deciding;
  return file.staff
    .filter(one => one.active && one.personId !== actor.personId && one.roles.some(role => roles.includes(role)))
    .map(one => one.personId);
}
