import { type Html, html } from '../html.ts';
import { navigationEntries } from './header.ts';

function row(keys: readonly string[], means: string): Html {
  return html`<div class="rd-keys__row"><dt class="rd-keys__keys">${keys.map(key => html`<kbd class="rd-kbd">${key}</kbd> `)}</dt><dd class="rd-keys__means">${means}</dd></div>`;
}

/**
 * The help for keys, opened by `?` or from the person's menu. The page's own keys are added to it from the buttons
 * that have one. Keys of one letter can be turned off, as WCAG 2.1.4 asks.
 */
export function keysHelp(): Html {
  return html`<dialog class="rd-keys" id="rd-keys" aria-labelledby="rd-keys-title">
<h2 class="govuk-heading-m" id="rd-keys-title">Keyboard shortcuts</h2>
<dl class="rd-keys__list">
${row(['/'], 'Search')}
${row(['?'], 'Show these keys')}
${row(['Esc'], 'Close a menu, or leave the search box')}
${navigationEntries.map(one => row(['g', one.shortcut], one.text))}
</dl>
<div data-keys-page hidden><h3 class="govuk-heading-s">On this page</h3><dl class="rd-keys__list" data-keys-page-list></dl></div>
<div class="govuk-checkboxes govuk-checkboxes--small">
<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="rd-keys-on" type="checkbox" data-keys-on checked><label class="govuk-label govuk-checkboxes__label" for="rd-keys-on">Use these keys on this device</label></div>
</div>
<form method="dialog"><button class="govuk-button govuk-button--secondary rd-keys__close" autofocus>Close</button></form>
</dialog>`;
}
