import { workloads } from '../../../application/queries/workload.ts';
import { mayTakeOver } from '../../../domain/complaint/named-contact.ts';
import { isAwaited } from '../../../domain/complaint/question-events.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { idField, lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { askedName, nameOf } from '../case/say-event.ts';
import { type ActContext, actPage } from './act-page.ts';
import { aboutAction, actionField, actionInAddress, actionRadios } from './choose-action.ts';
import { handlerOf, handlerRadios } from './choose-handler.ts';
import { staffField, staffItems } from './choose-person.ts';
import { wayBox, wayIn, wayMissing, wayShape } from './contact-way.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

const reasonField = longTextField({ label: 'The reason', required: 'Say why it changes hands', max: 4000 });
const reasonHint = 'It stays with the complaint, and the resident may read it. Write nothing of anybody’s health.';
const reasonBox = { label: 'Why does it change hands?', hint: reasonHint, rows: 2, classes: 'rd-textarea--small' };

/** A stage from one person to another, before its answer or after it, when they stay the contact (MGL-14). */
export const handOverPage = actPage({
  act: 'hand-over',
  command: 'HandOver',
  title: ({ stage }) => `Hand stage ${stage} over`,
  hint: context => {
    const { file } = context;
    const handler = handlerOf(context);
    return html`${handler === null ? '' : `${nameOf(handler, file)} has it now. `}Its dates stay as they are. Whoever takes it finds all they need in the <a class="govuk-link" href="${paths.caseHandOver({ reference: file.reference })}">hand-over brief</a>; where the resident knows their contact, telling them of the new one is owed at once.`;
  },
  submit: 'Hand it over',
  about: ({ stage }) => ({ stage }),
  looksUp: async (context, tx) => ({
    ...context,
    loads: await workloads(tx, context.visit.viewer.landlordId, context.visit.today),
  }),
  shape: context => ({ person: staffField(context, 'Choose who takes it'), reason: reasonField }),
  start: ({ visit }) => ({ person: visit.query['to'] ?? '' }),
  fields: (form, context) => html`${handlerRadios(form, context, person =>
    mayTakeOver(context.file.state, context.stage, person, context.file.deciding),
  )}
${textarea({ ...form.text('reason'), ...reasonBox })}`,
  make: ({ person, reason }, { keep }, { stage }) => ({
    type: 'HandOver',
    stage,
    personId: person,
    reason: keep(reason, 'assignment'),
  }),
  done: 'Handed over. It is on their list of work.',
});

/** The resident was told whom to turn to from now on (MGL-14). */
export const tellNewContactPage = actPage({
  act: 'tell-new-contact',
  command: 'TellNewContact',
  title: () => 'Record that the resident knows their new contact',
  hint: context => {
    const handler = handlerOf(context);
    return html`Their contact is now ${handler === null ? 'nobody' : nameOf(handler, context.file)}. A letter that the new contact signs tells them as well, once it is sent.`;
  },
  submit: 'Record it',
  about: ({ stage }) => ({ stage }),
  shape: context => ({
    how: lineField({ label: 'How', required: 'Enter how they were told', max: 200 }),
    ...wayShape,
    note: longTextField({ label: 'What they said', max: 4000 }),
    on: statedDay(context, 'The day they were told'),
  }),
  start: context => ({ ...todayIn(context) }),
  check: ({ way }, context) => wayMissing(way, context),
  fields: (form, context) => html`${wayBox(form, context)}${textInput({
    ...form.text('how'),
    label: 'How were they told?',
    hint: 'For example: by phone, or by email.',
  })}
${textarea({ ...form.text('note'), label: 'What they said, if anything', rows: 2, classes: 'rd-textarea--small' })}
${statedDayBoxes(form, 'When?')}`,
  make: ({ how, note, on, way }, { keep }, { stage }) => ({
    type: 'TellNewContact',
    stage,
    on,
    how,
    note: note === '' ? null : keep(note, 'contact'),
    ...wayIn(way),
  }),
  done: 'Recorded: the resident knows their new contact.',
});

function everybodyHere({ file }: ActContext): string[] {
  return file.staff.filter(person => person.active).map(person => person.personId);
}

/** Somebody else sees to a promise. Its date is what the resident was told, and stays. */
export const handOverActionPage = actPage({
  act: 'hand-over-action',
  command: 'HandOverAction',
  title: () => 'Give a promise to somebody else',
  hint: () => 'The day it was promised for stays as it is.',
  submit: 'Give it to them',
  about: aboutAction,
  subject: context => actionInAddress(context)?.actionId ?? null,
  shape: context => ({
    action: actionField,
    person: staffField(context, 'Choose who sees to it'),
    reason: reasonField,
  }),
  start: context => ({ action: actionInAddress(context)?.actionId ?? '' }),
  fields: (form, context) => html`${actionRadios(form, context)}
${select({ ...form.choice('person'), label: 'Who sees to it now', items: staffItems(context, everybodyHere(context)) })}
${textarea({ ...form.text('reason'), ...reasonBox })}`,
  make: ({ action, person, reason }, { keep }) => ({
    type: 'HandOverAction',
    actionId: action,
    to: person,
    reason: keep(reason, 'assignment'),
  }),
  done: 'The promise is on somebody else’s list of work.',
});

/** Somebody else answers a question (MAG-10). */
export const handOverInformationPage = actPage({
  act: 'hand-over-question',
  command: 'HandOverInformation',
  title: () => 'Ask somebody else instead',
  hint: () => 'The day to answer by stays as it is. Whoever was asked before no longer sees the question.',
  submit: 'Ask them instead',
  about: context => {
    const asked = requestInAddress(context);
    const none = context.file.state.information.length === 0 ? { requestId: '' } : {};
    return asked === undefined ? none : { requestId: asked.requestId };
  },
  shape: context => ({
    request: idField('Choose the question'),
    person: staffField(context, 'Choose whom to ask'),
    reason: reasonField,
  }),
  start: context => ({ request: requestInAddress(context)?.requestId ?? '' }),
  fields: (form, context) => html`${select({
    ...form.choice('request'),
    label: 'Which question?',
    items: [
      { value: '', text: 'Choose' },
      ...openRequests(context).map(one => ({
        value: one.requestId,
        text: `${askedName(one.requestId, context.file)}: ${(context.file.texts[one.question.textId] ?? '').slice(0, 80)}`,
      })),
    ],
  })}
${select({ ...form.choice('person'), label: 'Whom to ask now', items: staffItems(context, everybodyHere(context)) })}
${textarea({ ...form.text('reason'), ...reasonBox })}`,
  make: ({ request, person, reason }, { keep }) => ({
    type: 'HandOverInformation',
    requestId: request,
    to: person,
    reason: keep(reason, 'assignment'),
  }),
  done: 'The question is on somebody else’s list of work.',
});

function openRequests({ file }: ActContext) {
  return file.state.information.filter(request => request.of !== null && isAwaited(request));
}

/** The question in the address; the only open one where none is named. */
function requestInAddress(context: ActContext) {
  const open = openRequests(context);
  const [only, ...more] = open;
  return open.find(one => one.requestId === context.visit.query['request']) ?? (more.length === 0 ? only : undefined);
}
