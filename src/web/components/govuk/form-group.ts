import { type Attributes, attrs, classes, type Html, type HtmlContent, html } from '../../html.ts';
import { type ErrorOption, errorMessage } from './error-message.ts';
import { fieldset, type LegendOption } from './fieldset.ts';
import { type HintOption, hint } from './hint.ts';
import { type LabelOption, label } from './label.ts';
import { idList } from './words.ts';

/** The box round one question: its classes and attributes, and what stands before and after the control. */
export interface FormGroupProps {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly before?: HtmlContent;
  readonly after?: HtmlContent;
}

/** What every single field has in common. */
export interface FieldProps {
  readonly name: string;
  /** Left out, the name is the id: error summaries link to it. */
  readonly id?: string | undefined;
  readonly label: LabelOption;
  readonly hint?: HintOption | undefined;
  readonly error?: ErrorOption | undefined;
  readonly describedBy?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly formGroup?: FormGroupProps | undefined;
}

/** The outer box alone. */
export function formGroup(error: unknown, props: FormGroupProps | undefined, content: HtmlContent): Html {
  const names = classes('govuk-form-group', error !== undefined && 'govuk-form-group--error', props?.classes);
  return html`<div class="${names}"${attrs(props?.attributes)}>${content}</div>`;
}

/** Label, hint, error and control in the order that assistive technology expects, with the ids tied together. */
export function field(props: FieldProps, control: (id: string, describedBy: string | undefined) => HtmlContent): Html {
  const id = props.id ?? props.name;
  const hintId = props.hint === undefined ? undefined : `${id}-hint`;
  const errorId = props.error === undefined ? undefined : `${id}-error`;
  return formGroup(
    props.error,
    props.formGroup,
    html`
${label(props.label, id)}
${props.hint !== undefined && hint(props.hint, hintId)}
${props.error !== undefined && errorMessage(props.error, errorId)}
${control(id, idList(props.describedBy, hintId, errorId))}
`,
  );
}

/** A fieldset as an option of radios, checkboxes and dates. */
export interface FieldsetOption {
  readonly legend?: LegendOption | undefined;
  readonly describedBy?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface GroupProps {
  readonly fieldset?: FieldsetOption | undefined;
  readonly hint?: HintOption | undefined;
  readonly error?: ErrorOption | undefined;
  readonly formGroup?: FormGroupProps | undefined;
}

/** The same for several controls under one legend. `describedBy` is what the fieldset already names. */
export function fieldGroup(
  props: GroupProps & { readonly idPrefix: string; readonly describedBy?: string | undefined; readonly role?: string },
  controls: HtmlContent,
): Html {
  const hintId = props.hint === undefined ? undefined : `${props.idPrefix}-hint`;
  const errorId = props.error === undefined ? undefined : `${props.idPrefix}-error`;
  const inner = html`
${props.hint !== undefined && hint(props.hint, hintId)}
${props.error !== undefined && errorMessage(props.error, errorId)}
${controls}
`;
  const set = props.fieldset;
  if (set === undefined) return formGroup(props.error, props.formGroup, inner);
  const describedBy = idList(set.describedBy ?? props.describedBy, hintId, errorId);
  return formGroup(props.error, props.formGroup, fieldset({ ...set, role: props.role, describedBy, content: inner }));
}
