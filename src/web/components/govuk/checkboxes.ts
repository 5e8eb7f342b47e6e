import { type Attributes, attrs, classes, type Html, html } from '../../html.ts';
import { type ChoiceDivider, type ChoiceItem, choice } from './choices.ts';
import { fieldGroup, type GroupProps } from './form-group.ts';
import { idList } from './words.ts';

export interface CheckboxItem extends ChoiceItem {
  readonly name?: string | undefined;
  /** `exclusive` for "none of these": choosing it clears the others. */
  readonly behaviour?: 'exclusive' | undefined;
}

export interface CheckboxesProps extends GroupProps {
  readonly name: string;
  readonly idPrefix?: string | undefined;
  readonly items: readonly (CheckboxItem | ChoiceDivider | false | null | undefined)[];
  /** The chosen values; an item's own `checked` prevails. */
  readonly values?: readonly (string | number)[] | undefined;
  readonly describedBy?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Any number of choices out of several. The first box's id is the group's, so that an error summary can link to it. */
export function checkboxes(props: CheckboxesProps): Html {
  const idPrefix = props.idPrefix ?? props.name;
  // Without a fieldset to carry them, each box names the group's hint and error itself.
  const describedBy =
    props.fieldset === undefined
      ? idList(
          props.describedBy,
          props.hint !== undefined && `${idPrefix}-hint`,
          props.error !== undefined && `${idPrefix}-error`,
        )
      : undefined;
  const items = props.items.map((item, index) => {
    if (!item) return null;
    if ('divider' in item) return html`<div class="govuk-checkboxes__divider">${item.divider}</div>`;
    return choice(item, {
      kind: 'checkbox',
      id: item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`),
      name: item.name ?? props.name,
      checked: item.checked ?? props.values?.includes(item.value) ?? false,
      describedBy,
      extra: { 'data-behaviour': item.behaviour },
    });
  });
  const controls = html`<div class="${classes('govuk-checkboxes', props.classes)}"${attrs(props.attributes)} data-module="govuk-checkboxes">
${props.formGroup?.before}${items}${props.formGroup?.after}</div>`;
  return fieldGroup({ ...props, idPrefix }, controls);
}
