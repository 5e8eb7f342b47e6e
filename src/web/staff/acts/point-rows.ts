/** Rows of numbered points in a form: those there are, and spare ones; more come by a button, so no script is needed. */
import { wasAskedFor } from '../../../domain/complaint/decide/understanding.ts';
import type { DefinedPoint, Responsibility, TextRef } from '../../../domain/complaint/events.ts';
import type { Point } from '../../../domain/complaint/point-state.ts';
import type { CaseState } from '../../../domain/complaint/state.ts';
import { button } from '../../components/govuk/button.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { fieldset } from '../../components/govuk/fieldset.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import { oneValue, type RawForm, rawForm } from '../../forms/raw-form.ts';
import { type Html, html } from '../../html.ts';
import type { ActContext } from './act-page.ts';
import { openPoints } from './choose-point.ts';

/** The button that asks for more rows, and the hidden count of those there are. */
export const moreRows = 'more-rows';
const rowCount = 'rows';
const most = 60;

export type PointRow = {
  /** The names of its fields begin with this. */
  key: string;
  /** The point it is about; undefined for one that is new. */
  known: Point | undefined;
  text: string;
  responsibility: Responsibility;
  body: string;
  notPursued: boolean;
};

const responsibilities: readonly Responsibility[] = ['ours', 'shared', 'not-ours'];

/** How many rows a form has: two spare ones at least, and more where they were asked for. */
function rowsIn(raw: RawForm, context: ActContext): number {
  const asked = Number(oneValue(raw, rowCount)) || 0;
  const more = raw.has(moreRows) ? 3 : 0;
  return Math.min(most, Math.max(asked, openPoints(context).length + 2, 3) + more);
}

/** The rows as they were typed. */
export function readRows(raw: RawForm, context: ActContext): PointRow[] {
  const open = openPoints(context);
  return Array.from({ length: rowsIn(raw, context) }, (_, index) => {
    const key = `point-${index + 1}`;
    const said = oneValue(raw, `${key}-responsibility`);
    return {
      key,
      known: open.find(point => point.pointId === oneValue(raw, `${key}-id`)),
      text: oneValue(raw, key).trim(),
      responsibility: responsibilities.find(one => one === said) ?? 'ours',
      body: oneValue(raw, `${key}-body`).replaceAll(/\s+/g, ' ').trim(),
      notPursued: oneValue(raw, `${key}-not-pursued`) !== '',
    };
  });
}

/** The rows of the form that was sent. */
export function rowsSent(context: ActContext): PointRow[] {
  return readRows(rawForm(context.visit.body), context);
}

/** What the rows begin with: the points as they stand. */
export function startRows(context: ActContext): Record<string, string> {
  const { file, stage } = context;
  const entries = openPoints(context).flatMap((point, index) => {
    const key = `point-${index + 1}`;
    const dropped = stage === 2 && point.joinedStage === 1 && !wasAskedFor(file.state, point.pointId);
    return [
      [`${key}-id`, point.pointId],
      [key, file.texts[point.text.textId] ?? ''],
      [`${key}-responsibility`, point.responsibility],
      [`${key}-body`, point.responsibleBody === null ? '' : (file.texts[point.responsibleBody.textId] ?? '')],
      ...(dropped ? [[`${key}-not-pursued`, 'yes']] : []),
    ];
  });
  return Object.fromEntries(entries);
}

/** What is wrong with the rows. */
export function wrongRows(rows: readonly PointRow[]): FormError[] {
  const errors = rows.flatMap(({ key, known, text, responsibility, body }): FormError[] => {
    if (text === '' && known !== undefined) {
      const why = `Point ${known.number} stays part of the complaint: withdraw, move or exclude it instead of clearing it`;
      return [{ field: key, text: why }];
    }
    if (text === '') return body === '' ? [] : [{ field: key, text: 'Enter the point, or clear what is below it' }];
    if (text.length > 4000) return [{ field: key, text: 'A point must be 4,000 characters or fewer' }];
    if (body.length > 300)
      return [{ field: `${key}-body`, text: 'Who is responsible must be 300 characters or fewer' }];
    return responsibility !== 'ours' && body === ''
      ? [{ field: `${key}-body`, text: 'Say who is responsible for it instead, or with us' }]
      : [];
  });
  const empty = rows.every(row => row.text === '');
  return errors.length === 0 && empty ? [{ field: 'point-1', text: 'Enter at least one point' }] : errors;
}

type KeepText = (value: string, kind: string) => TextRef;

/** The points that the rows make, numbered after those there are; words that did not change keep their reference. */
export function pointsFrom(
  rows: readonly PointRow[],
  state: CaseState,
  texts: Readonly<Record<string, string>>,
  keep: KeepText,
): DefinedPoint[] {
  let next = state.points.length;
  const same = (ref: TextRef | null | undefined, value: string): TextRef | null =>
    ref && texts[ref.textId] === value ? ref : null;
  return rows
    .filter(row => row.text !== '' && !row.notPursued)
    .map(({ known, text, responsibility, body }) => ({
      pointId: known?.pointId ?? crypto.randomUUID(),
      number: known?.number ?? ++next,
      text: same(known?.text, text) ?? keep(text, 'point'),
      responsibility,
      responsibleBody:
        responsibility === 'ours' ? null : (same(known?.responsibleBody, body) ?? keep(body, 'responsible-body')),
    }));
}

/** The rows in the form, and the button for more. */
export function pointRows(form: FormView, context: ActContext): Html {
  const rows = readRows(form.raw, context);
  return html`<input type="hidden" name="${rowCount}" value="${rows.length}">
${rows.map((row, index) => oneRow(form, row, numberOf(row, index, context), context))}
${button({ text: 'Add more rows', name: moreRows, value: '1', classes: 'govuk-button--secondary' })}`;
}

/** A new row's number follows those of all points there ever were; a spare row in between will not count. */
function numberOf({ known }: PointRow, index: number, context: ActContext): number {
  const { points } = context.file.state;
  return known?.number ?? points.length + index + 1 - openPoints(context).length;
}

function oneRow(form: FormView, { key, known }: PointRow, number: number, { stage }: ActContext): Html {
  const whose = html`<div class="rd-choice-row">${radios({
    ...form.choice(`${key}-responsibility`),
    value: oneValue(form.raw, `${key}-responsibility`) || 'ours',
    idPrefix: `${key}-responsibility`,
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: 'Who is responsible for it?', classes: 'govuk-visually-hidden' } },
    items: [
      { value: 'ours', text: 'Ours' },
      { value: 'shared', text: 'Partly ours' },
      { value: 'not-ours', text: 'Not ours' },
    ],
  })}
${textInput({ ...form.text(`${key}-body`), label: 'If not ours alone, whose it is', classes: 'govuk-input--width-20' })}</div>`;
  return fieldset({
    classes: 'rd-points-row',
    legend: { text: `Point ${number}`, classes: 'govuk-fieldset__legend--s' },
    content: html`${known !== undefined && html`<input type="hidden" name="${key}-id" value="${known.pointId}">`}
${textarea({ ...form.text(key), label: { text: 'The point', classes: 'govuk-visually-hidden' }, rows: 2, classes: 'rd-textarea--small' })}
${whose}
${
  stage === 2 &&
  known !== undefined &&
  checkboxes({
    ...form.choices(`${key}-not-pursued`),
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'Not pursued: the stage 1 answer stands' }],
  })
}`,
  });
}
