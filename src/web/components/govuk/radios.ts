import { type Attributes, attrs, classes, type Html, html } from '../../html.ts';
import { type ChoiceDivider, type ChoiceItem, choice } from './choices.ts';
import { fieldGroup, type GroupProps } from './form-group.ts';

export interface RadiosProps extends GroupProps {
  readonly name: string;
  readonly idPrefix?: string | undefined;
  readonly items: readonly (ChoiceItem | ChoiceDivider | false | null | undefined)[];
  /** The chosen value; an item's own `checked` prevails. */
  readonly value?: string | number | undefined;
  /** `govuk-radios--inline` or `govuk-radios--small`. */
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** One choice out of several. The first radio's id is the group's, so that an error summary can link to it. */
export function radios(props: RadiosProps): Html {
  const idPrefix = props.idPrefix ?? props.name;
  const items = props.items.map((item, index) => {
    if (!item) return null;
    if ('divider' in item) return html`<div class="govuk-radios__divider">${item.divider}</div>`;
    const chosen = props.value !== undefined && props.value !== '' && item.value === props.value;
    return choice(item, {
      kind: 'radio',
      id: item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`),
      name: props.name,
      checked: item.checked ?? chosen,
      describedBy: undefined,
    });
  });
  const controls = html`<div class="${classes('govuk-radios', props.classes)}"${attrs(props.attributes)} data-module="govuk-radios">
${props.formGroup?.before}${items}${props.formGroup?.after}</div>`;
  return fieldGroup({ ...props, idPrefix }, controls);
}
