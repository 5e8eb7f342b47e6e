import { attrs, classes, type Html, html } from '../../html.ts';
import { type FieldProps, field } from './form-group.ts';

export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** Several lines of text. A leading line break is kept, which plain HTML would swallow. */
export function textarea(props: TextareaProps): Html {
  return field(props, (id, describedBy) => {
    const own = attrs({
      class: classes('govuk-textarea', props.error !== undefined && 'govuk-textarea--error', props.classes),
      id,
      name: props.name,
      rows: props.rows ?? 5,
      spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
      disabled: props.disabled,
      'aria-describedby': describedBy,
      autocomplete: props.autocomplete,
    });
    const value = props.value ?? '';
    return html`${props.formGroup?.before}
<textarea${own}${attrs(props.attributes)}>${value.startsWith('\n') && '\n'}${value}</textarea>
${props.formGroup?.after}`;
  });
}
