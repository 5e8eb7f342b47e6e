import { type Attributes, attrs, classes, type Html, html } from '../../html.ts';
import { fieldGroup, type GroupProps } from './form-group.ts';
import { textInput } from './text-input.ts';

export type DatePart = 'day' | 'month' | 'year';

/** What one of the three boxes may say for itself. */
export interface DatePartProps {
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly value?: string | number | undefined;
  readonly classes?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: string | undefined;
  readonly pattern?: string | undefined;
  readonly attributes?: Attributes | undefined;
  /** True marks this box as the wrong one; false keeps it unmarked; left out, all are marked when the date has an error. */
  readonly error?: boolean | undefined;
}

export interface DateInputProps extends GroupProps {
  /** The boxes' ids are `<id>-day`, `<id>-month` and `<id>-year`. */
  readonly id: string;
  /** Put before each box's name with a hyphen: `received` gives `received-day`. */
  readonly namePrefix?: string | undefined;
  readonly values?: { readonly [part in DatePart]?: string | number | undefined } | undefined;
  /** Which boxes to show; all three when left out. */
  readonly parts?: readonly DatePart[] | undefined;
  readonly day?: DatePartProps | undefined;
  readonly month?: DatePartProps | undefined;
  readonly year?: DatePartProps | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

function isMarked(part: DatePartProps): boolean {
  return part.error === true || part.classes?.includes('govuk-input--error') === true;
}

function box(props: DateInputProps, which: DatePart, anyMarked: boolean): Html {
  const part = props[which] ?? {};
  const name = part.name ?? which;
  const own = part.classes ?? '';
  const wrong = isMarked(part) || (part.error !== false && props.error !== undefined && !anyMarked);
  return html`<div class="govuk-date-input__item">${textInput({
    label: { text: part.label ?? name.charAt(0).toUpperCase() + name.slice(1), classes: 'govuk-date-input__label' },
    id: part.id ?? `${props.id}-${name}`,
    name: props.namePrefix === undefined ? name : `${props.namePrefix}-${name}`,
    value: part.value ?? props.values?.[which],
    inputmode: part.inputmode ?? 'numeric',
    classes: classes(
      'govuk-date-input__input',
      wrong && !own.includes('govuk-input--error') && 'govuk-input--error',
      !own.includes('govuk-input--width-') && (which === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2'),
      own,
    ),
    autocomplete: part.autocomplete,
    pattern: part.pattern,
    attributes: part.attributes,
  })}</div>`;
}

/** A date as three boxes. Only the wrong box is marked where it is known which one is wrong. */
export function dateInput(props: DateInputProps): Html {
  const parts: readonly DatePart[] = props.parts ?? ['day', 'month', 'year'];
  const anyMarked = parts.some(part => isMarked(props[part] ?? {}));
  const boxes = parts.map(part => box(props, part, anyMarked));
  const controls = html`<div class="${classes('govuk-date-input', props.classes)}"${attrs(props.attributes)} id="${props.id}">
${props.formGroup?.before}${boxes}${props.formGroup?.after}</div>`;
  return fieldGroup({ ...props, idPrefix: props.id, role: 'group' }, controls);
}
