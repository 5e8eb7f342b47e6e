import { asComplaintEvent } from '../../../application/load-case.ts';
import { splitOff } from '../../../application/split-point.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, dateValues, withinHolidays } from '../../forms/date-field.ts';
import { choiceField, longTextField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { aboutPoint, pointField, pointInAddress, pointRadios, startPoint } from './choose-point.ts';

/** A point that becomes a complaint of its own, with its own clock; the two are linked (MAG-37, MGL-23, MGL-31). */
export const movePointPage = actPage({
  act: 'move-point',
  command: 'MovePoint',
  title: () => 'Move a point to a new complaint',
  hint: () =>
    'Where it is unrelated, or would hold up the answer. The new complaint is logged for the same resident, counted from the day the point was raised, and linked both ways.',
  submit: 'Move the point',
  about: aboutPoint,
  subject: context => pointInAddress(context)?.pointId ?? null,
  shape: context => {
    const { policy, calendar } = context.file.context;
    return {
      point: pointField,
      words: longTextField({ label: 'What the new complaint is', required: 'Enter what the new complaint is' }),
      raised: dateField({
        ...withinHolidays('The day it was raised', calendar),
        required: 'Enter the day it was raised',
        today: context.visit.today,
        when: 'past',
      }),
      category: choiceField(idsOf(policy.categories), 'Choose what it is about'),
      'service-area': choiceField(idsOf(policy.serviceAreas), 'Choose which service it is about'),
      authority: optionalChoiceField(['covers', 'ask']),
    };
  },
  check: ({ authority }, context) =>
    authority === null && authorised(context) !== null
      ? [{ field: 'authority', text: 'Choose whether the authority covers the new complaint' }]
      : [],
  start: context => {
    const { state, texts } = context.file;
    const point = pointInAddress(context);
    return {
      ...startPoint(context),
      words: point === undefined ? '' : (texts[point.text.textId] ?? ''),
      ...dateValues('raised', raisedOn(context)),
      category: state.category,
      'service-area': state.serviceArea,
    };
  },
  fields: (form, context) => {
    const { categories, serviceAreas } = context.file.context.policy;
    return html`${pointRadios(form, context, 'Which point?')}
${textarea({ ...form.text('words'), label: 'What the new complaint is', hint: 'In the resident’s own words where there are any.', rows: 4 })}
${dateInput({ ...form.date('raised'), fieldset: { legend: 'When did they raise it?' } })}
${select({ ...form.choice('category'), label: 'Category', items: itemsOf(categories) })}
${select({ ...form.choice('service-area'), label: 'Service', items: itemsOf(serviceAreas) })}
${authorityRadios(form, context)}`;
  },
  make: (values, making, { visit, file, stage }, tx) =>
    splitOff(visit.app, tx, visit.viewer, making, file, {
      stage,
      pointId: values.point,
      raisedOn: values.raised,
      words: values.words,
      category: values.category,
      serviceArea: values['service-area'],
      authorityCovers: values.authority === 'covers' && authorised({ visit, file }) !== null,
    }),
  done: 'Point moved. The new complaint is linked, and waits for somebody to take it.',
});

/** The day the point joined where it came later; else the day the complaint was received. */
function raisedOn(context: ActContext): LocalDate {
  const { file, visit } = context;
  const pointId = pointInAddress(context)?.pointId;
  for (const event of file.events.map(asComplaintEvent)) {
    if (event.type === 'PointAdded' && event.body.point.pointId === pointId) return event.body.raisedOn;
  }
  return file.state.receivedOn ?? visit.today;
}

/** Whoever has authority to act for the resident today; null: nobody has. */
function authorised({
  file,
  visit,
}: Pick<ActContext, 'file' | 'visit'>): { name: string; until: LocalDate | null } | null {
  const { representative } = file.state;
  const authority = representative?.authority ?? null;
  if (representative === null || authority === null) return null;
  if (authority.until !== null && authority.until < visit.today) return null;
  return { name: file.residents.get(representative.personId)?.name ?? 'Details removed', until: authority.until };
}

/** Authority was given for what was complained of then, so somebody has to say that it covers the new complaint (R22). */
function authorityRadios(form: FormView, context: ActContext): Html {
  const who = authorised(context);
  if (who === null) return html``;
  return radios({
    ...form.choice('authority'),
    fieldset: { legend: `Does the authority of ${who.name} cover the new complaint too?` },
    hint: `It was recorded for this complaint${who.until === null ? '' : ` and holds until ${sayDate(who.until)}`}. Look at what the resident signed.`,
    items: [
      { value: 'covers', text: 'Yes, it covers both', hint: 'Letters about the new complaint go to them as well.' },
      {
        value: 'ask',
        text: 'No, or we cannot tell',
        hint: 'They are asked for it. Nothing goes to them before they show it.',
      },
    ],
  });
}

function idsOf(list: readonly { id: string }[]): string[] {
  return list.map(one => one.id);
}

function itemsOf(list: readonly { id: string; label: string }[]) {
  return [{ value: '', text: 'Choose' }, ...list.map(({ id, label }) => ({ value: id, text: label }))];
}
