import { attrs, classes, type Html, type HtmlContent, html } from '../../html.ts';
import { button, type LinkButtonProps } from '../govuk/button.ts';
import { type MoreMenuProps, moreMenu } from './more-menu.ts';

/** A button that goes to the page of an act, with a key of one letter. */
export interface CaseAct {
  readonly text: string;
  readonly href: string;
  /** One small letter, shown in the button and pressed to go there; not `g`, which goes elsewhere. */
  readonly key?: string | undefined;
  readonly main?: boolean | undefined;
}

export interface CaseHeaderProps {
  /** Whose complaint it is. */
  readonly name: string;
  readonly reference: string;
  /** Tags: stage, due, priority. Made with `tag` and `dueTag`. */
  readonly tags?: HtmlContent;
  readonly adjustments?: Html | undefined;
  readonly acts?: readonly CaseAct[] | undefined;
  /** Acts that are rarer, behind one word. */
  readonly more?: readonly CaseAct[] | undefined;
  /** False where the page has a heading of its own, for example a form about this case. */
  readonly isPageHeading?: boolean | undefined;
  readonly caseHref?: string | undefined;
}

/** `g` begins the keys that go elsewhere (`g w` is My work), so no act may have it. */
function checkKey(one: CaseAct): void {
  if (one.key === 'g') throw new Error(`The key "g" of "${one.text}" already means "go to".`);
}

function act(one: CaseAct): Html {
  const key = one.key !== undefined && html`<kbd class="rd-kbd rd-kbd--act" aria-hidden="true">${one.key}</kbd>`;
  const props: LinkButtonProps = {
    text: html`${one.text}${key}`,
    href: one.href,
    classes: classes(one.main !== true && 'govuk-button--secondary'),
    attributes: { 'data-key': one.key, 'data-key-text': one.key && one.text, 'aria-keyshortcuts': one.key },
  };
  return button(props);
}

function moreActs(acts: readonly CaseAct[]): Html {
  const menu: MoreMenuProps = {
    summary: 'More',
    label: 'Actions: ',
    classes: 'rd-casehead__more',
    content: html`<ul class="rd-menu__list">${acts.map(
      one =>
        html`<li><a class="govuk-link rd-menu__link" href="${one.href}"${attrs({ 'data-key': one.key, 'data-key-text': one.key && one.text })}>${one.text}</a></li>`,
    )}</ul>`,
  };
  return moreMenu(menu);
}

/** Stays at the top of a case's pages: who, which case, when due, what can be done. On a small screen it scrolls away. */
export function caseHeader(props: CaseHeaderProps): Html {
  const level = props.isPageHeading === false ? 'p' : 'h1';
  const acts = props.acts ?? [];
  const more = props.more ?? [];
  [...acts, ...more].forEach(checkKey);
  const name =
    props.caseHref === undefined
      ? html`${props.name}`
      : html`<a class="rd-casehead__link" href="${props.caseHref}">${props.name}</a>`;
  const row =
    (acts.length > 0 || more.length > 0) &&
    html`<div class="rd-casehead__acts">${acts.map(act)}${more.length > 0 && moreActs(more)}</div>`;
  return html`<section class="rd-casehead" aria-label="This case"><div class="rd-width rd-casehead__row">
<div class="rd-casehead__line"><${level} class="rd-casehead__name">${name} <span class="rd-casehead__reference">${props.reference}</span></${level}>
<div class="rd-casehead__tags">${props.tags}${props.adjustments}</div></div>
${row}
</div></section>`;
}
