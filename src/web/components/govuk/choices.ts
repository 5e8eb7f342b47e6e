import { type Attributes, attrs, classes, type Html, type HtmlContent, html, type Words } from '../../html.ts';
import { type HintOption, hint } from './hint.ts';
import { label } from './label.ts';
import { idList, type WordsProps, wordsOf } from './words.ts';

/** One radio button or checkbox. */
export interface ChoiceItem {
  readonly value: string | number;
  readonly text: Words;
  readonly id?: string | undefined;
  readonly hint?: HintOption | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly label?: { readonly classes?: string | undefined; readonly attributes?: Attributes | undefined } | undefined;
  /** Shown only while this choice is chosen; always shown without JavaScript. */
  readonly conditional?: Html | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A word such as "or" between choices. */
export interface ChoiceDivider {
  readonly divider: string;
}

interface ChoiceElement {
  readonly kind: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  readonly describedBy: string | undefined;
  readonly extra?: Attributes;
}

/** One choice with its label, hint and conditional part, shared by radios and checkboxes. */
export function choice(item: ChoiceItem, element: ChoiceElement): Html {
  const block = element.kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const hintId = item.hint === undefined ? undefined : `${element.id}-item-hint`;
  const conditionalId = `conditional-${element.id}`;
  const own = attrs({
    class: `${block}__input`,
    id: element.id,
    name: element.name,
    type: element.kind,
    value: item.value,
    checked: element.checked,
    disabled: item.disabled,
    'data-aria-controls': item.conditional && conditionalId,
    ...element.extra,
    'aria-describedby': idList(element.describedBy, hintId),
  });
  return html`<div class="${block}__item">
<input${own}${attrs(item.attributes)}>
${label({ text: item.text, classes: classes(`${block}__label`, item.label?.classes), attributes: item.label?.attributes }, element.id)}
${item.hint !== undefined && choiceHint(block, item.hint, hintId)}
</div>
${item.conditional && conditionalPart(block, conditionalId, element.checked, item.conditional)}`;
}

function choiceHint(block: string, option: HintOption, id: string | undefined): Html {
  const props: WordsProps = wordsOf<WordsProps>(option);
  return hint({ ...props, classes: classes(`${block}__hint`, props.classes) }, id);
}

function conditionalPart(block: string, id: string, checked: boolean, content: HtmlContent): Html {
  const names = classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`);
  return html`<div class="${names}" id="${id}">${content}</div>`;
}
