import type { Html } from '../../html.ts';
import { classes, html } from '../../html.ts';
import { hint } from './hint.ts';
import { type TextareaProps, textarea } from './textarea.ts';

interface CountProps extends TextareaProps {
  /** Show the count only after this percentage of the limit is used. */
  readonly threshold?: number | undefined;
  readonly countType?: 'characters' | 'words' | 'graphemes' | undefined;
  /** Says the limit without JavaScript; `%{count}` stands for the number. */
  readonly limitText?: string | undefined;
  readonly countMessageClasses?: string | undefined;
}

export type CharacterCountProps = CountProps &
  (
    | { readonly maxlength: number; readonly maxwords?: undefined }
    | { readonly maxwords: number; readonly maxlength?: undefined }
  );

/** A text box that says how much room is left. The limit is also said in words, for a page without JavaScript. */
export function characterCount(props: CharacterCountProps): Html {
  const id = props.id ?? props.name;
  const countType = props.countType ?? (props.maxwords === undefined ? undefined : 'words');
  const limit = props.maxwords ?? props.maxlength;
  const unit = countType === 'words' ? 'words' : 'characters';
  const message = (props.limitText ?? `You can enter up to %{count} ${unit}`).replace('%{count}', String(limit));
  const count = hint(
    { text: message, classes: classes('govuk-character-count__message', props.countMessageClasses) },
    `${id}-info`,
  );
  return textarea({
    ...props,
    id,
    describedBy: `${id}-info`,
    classes: classes('govuk-js-character-count', props.classes),
    formGroup: {
      before: props.formGroup?.before,
      after: html`${count}${props.formGroup?.after}`,
      classes: classes('govuk-character-count', props.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-character-count',
        'data-maxlength': props.maxlength,
        'data-maxwords': props.maxwords,
        'data-threshold': props.threshold,
        'data-count-type': countType,
        ...props.formGroup?.attributes,
      },
    },
  });
}
