import { type Attributes, attrs, classes, type Html, type HtmlContent, html, type Words } from '../../html.ts';
import { wordsOf } from './words.ts';

export interface LegendProps {
  readonly text: Words;
  readonly classes?: string | undefined;
  readonly isPageHeading?: boolean | undefined;
}

export type LegendOption = Words | LegendProps;

export interface FieldsetProps {
  readonly legend?: LegendOption | undefined;
  readonly content?: HtmlContent;
  readonly role?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

function legendElement(option: LegendOption): Html {
  const props: LegendProps = wordsOf<LegendProps>(option);
  const words =
    props.isPageHeading === true ? html`<h1 class="govuk-fieldset__heading">${props.text}</h1>` : html`${props.text}`;
  return html`<legend class="${classes('govuk-fieldset__legend', props.classes)}">${words}</legend>`;
}

/** Fields that belong together, under one legend. */
export function fieldset(props: FieldsetProps): Html {
  const own = attrs({ role: props.role, 'aria-describedby': props.describedBy });
  return html`<fieldset class="${classes('govuk-fieldset', props.classes)}"${own}${attrs(props.attributes)}>
${props.legend !== undefined && legendElement(props.legend)}
${props.content}
</fieldset>`;
}
