import { button } from '../components/govuk/button.ts';
import { savedDraftHint } from '../components/redress/saved-draft-hint.ts';
import { attrs, type Html, type HtmlContent, html, type Words } from '../html.ts';

/** The hidden fields that every form which changes something carries. */
export const hiddenFields = {
  /** Guards against a form sent from another site. */
  csrf: '_csrf',
  /** Made when the form was shown: sending it twice does the thing once. */
  command: '_command',
  /** The case's version when the form was shown: a stale form is told what has changed. */
  version: '_version',
} as const;

export interface FormSeal {
  readonly csrf: string;
  readonly commandId: string;
  /** Left out where there is no case yet. */
  readonly expectedVersion?: number | undefined;
}

/** The hidden fields alone, for a form that is only a button. */
export function sealFields(seal: FormSeal): Html {
  const version = seal.expectedVersion;
  return html`<input type="hidden" name="${hiddenFields.csrf}" value="${seal.csrf}">
<input type="hidden" name="${hiddenFields.command}" value="${seal.commandId}">
${version !== undefined && html`<input type="hidden" name="${hiddenFields.version}" value="${version}">`}`;
}

export interface FormPageProps {
  readonly title: Words;
  /** Smaller, above the title: whose case it is. */
  readonly caption?: Words | undefined;
  /** What this does and when to do it, in a sentence or two. */
  readonly hint?: HtmlContent;
  readonly action: string;
  readonly seal: FormSeal;
  readonly fields: HtmlContent;
  /** The words on the button: what will happen, "Send the acknowledgement". */
  readonly submit: string;
  /** `warning` for what cannot be taken back. */
  readonly submitKind?: 'warning' | undefined;
  /** The way out without doing it. */
  readonly cancelHref?: string | undefined;
  /** Where the draft is kept as it is typed, and when it was last saved, in words ("14:05"). */
  readonly draft?: { readonly href: string; readonly savedAt?: string | undefined } | undefined;
  /** Another button of the same form, for example "Save draft". */
  readonly secondary?: HtmlContent;
  /** A refusal, or a warning, between the title and the fields. */
  readonly above?: HtmlContent;
  readonly multipart?: boolean | undefined;
}

/**
 * The content of a page that asks for something and does it: one heading, what it is for, the fields, one main button.
 * To be shown again with status 422 and the same `FormView` when something is wrong.
 */
export function formPage(props: FormPageProps): Html {
  const own = attrs({
    action: props.action,
    enctype: props.multipart === true ? 'multipart/form-data' : undefined,
    'data-draft': props.draft?.href,
    'data-keep': props.draft === undefined,
  });
  const submit = button({
    text: props.submit,
    classes: props.submitKind === 'warning' ? 'govuk-button--warning' : undefined,
    preventDoubleClick: true,
  });
  return html`${props.caption !== undefined && html`<span class="govuk-caption-l">${props.caption}</span>`}
<h1 class="govuk-heading-l">${props.title}</h1>
${props.above}
${props.hint !== undefined && html`<div class="rd-form__intro">${props.hint}</div>`}
<form method="post" novalidate class="rd-form"${own}>
${sealFields(props.seal)}
${props.fields}
<div class="rd-form__foot">${submit}${props.secondary}${
    props.cancelHref !== undefined && html`<a class="govuk-link" href="${props.cancelHref}">Cancel</a>`
  }</div>
${props.draft !== undefined && savedDraftHint(props.draft)}
</form>`;
}
