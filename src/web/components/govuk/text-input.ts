import { type Attributes, attrs, classes, type Html, html, type Words } from '../../html.ts';
import { type FieldProps, field } from './form-group.ts';
import { type WordsProps, wordsOf } from './words.ts';

export interface TextInputProps extends FieldProps {
  readonly value?: string | number | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number' | undefined;
  readonly inputmode?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly pattern?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** For example "£". Hidden from assistive technology, so the label must say it too. */
  readonly prefix?: Words | WordsProps | undefined;
  readonly suffix?: Words | WordsProps | undefined;
  readonly wrapper?:
    | { readonly classes?: string | undefined; readonly attributes?: Attributes | undefined }
    | undefined;
}

function affix(kind: 'prefix' | 'suffix', option: Words | WordsProps): Html {
  const props: WordsProps = wordsOf<WordsProps>(option);
  return html`<div class="${classes(`govuk-input__${kind}`, props.classes)}" aria-hidden="true"${attrs(props.attributes)}>${props.text}</div>`;
}

function control(props: TextInputProps, id: string, describedBy: string | undefined): Html {
  const own = attrs({
    class: classes('govuk-input', props.classes, props.error !== undefined && 'govuk-input--error'),
    id,
    name: props.name,
    type: props.type ?? 'text',
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
    value: props.value,
    disabled: props.disabled,
    'aria-describedby': describedBy,
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    pattern: props.pattern,
    inputmode: props.inputmode,
  });
  return html`<input${own}${attrs(props.attributes)}>`;
}

/** One line of text. `classes` sets the width, for example `govuk-input--width-10`. */
export function textInput(props: TextInputProps): Html {
  const { before, after } = props.formGroup ?? {};
  return field(props, (id, describedBy) => {
    const input = control(props, id, describedBy);
    if (props.prefix === undefined && props.suffix === undefined && before === undefined && after === undefined) {
      return input;
    }
    return html`<div class="${classes('govuk-input__wrapper', props.wrapper?.classes)}"${attrs(props.wrapper?.attributes)}>
${before}${props.prefix !== undefined && affix('prefix', props.prefix)}
${input}
${props.suffix !== undefined && affix('suffix', props.suffix)}${after}</div>`;
  });
}
