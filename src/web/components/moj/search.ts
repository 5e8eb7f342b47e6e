import { classes, type Html, html } from '../../html.ts';
import { button } from '../govuk/button.ts';
import type { HintOption } from '../govuk/hint.ts';
import type { LabelOption, LabelProps } from '../govuk/label.ts';
import { textInput } from '../govuk/text-input.ts';
import { type WordsProps, wordsOf } from '../govuk/words.ts';

export interface SearchProps {
  readonly action: string;
  readonly label: LabelOption;
  readonly hint?: HintOption | undefined;
  readonly id: string;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly buttonText: string;
}

/** A search within one list. The search over everything is in the header of every page. */
export function search(props: SearchProps): Html {
  const label: LabelProps = wordsOf<LabelProps>(props.label);
  const hint: WordsProps | undefined = props.hint === undefined ? undefined : wordsOf<WordsProps>(props.hint);
  const field = textInput({
    id: props.id,
    name: props.name ?? 'search',
    type: 'search',
    value: props.value,
    label: { ...label, classes: classes('moj-search__label', label.classes) },
    hint: hint && { ...hint, classes: classes('moj-search__hint', hint.classes) },
    classes: 'moj-search__input',
    wrapper: { classes: 'moj-search__input-wrapper' },
    formGroup: { after: button({ text: props.buttonText, classes: 'moj-search__button' }) },
  });
  return html`<search class="moj-search"><form action="${props.action}" method="get">${field}</form></search>`;
}
