import { type Attributes, attrs, classes, type Html, html } from '../../html.ts';
import { type FieldProps, field } from './form-group.ts';

export interface SelectItem {
  /** Left out, the text is the value. */
  readonly value?: string | number | undefined;
  readonly text: string;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SelectProps extends FieldProps {
  readonly items: readonly (SelectItem | false | null | undefined)[];
  /** The chosen value; an item's own `selected` prevails. */
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
}

function option(item: SelectItem, chosen: string | number | undefined): Html {
  const matches = chosen !== undefined && chosen !== '' && (item.value ?? item.text) === chosen;
  const own = attrs({ value: item.value, selected: item.selected ?? matches, disabled: item.disabled });
  return html`<option${own}${attrs(item.attributes)}>${item.text}</option>`;
}

/** A drop-down list: for long lists only; radios are easier where there are few choices. */
export function select(props: SelectProps): Html {
  return field(props, (id, describedBy) => {
    const own = attrs({
      class: classes('govuk-select', props.classes, props.error !== undefined && 'govuk-select--error'),
      id,
      name: props.name,
      disabled: props.disabled,
      'aria-describedby': describedBy,
    });
    return html`${props.formGroup?.before}
<select${own}${attrs(props.attributes)}>${props.items.map(item => item && option(item, props.value))}</select>
${props.formGroup?.after}`;
  });
}
