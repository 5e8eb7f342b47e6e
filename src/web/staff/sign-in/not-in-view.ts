import type { SaidWhy, WhoHelps } from '../../../domain/access/why-not-in.ts';
import { button } from '../../components/govuk/button.ts';
import { type Html, html } from '../../html.ts';
import type { ColourScheme } from '../../layouts/document.ts';
import { plainPage } from '../../layouts/plain-page.ts';
import { paths } from '../../paths.ts';

const help: Readonly<Record<WhoHelps, string | null>> = {
  self: null,
  administrator: 'An administrator of your landlord can help: they look after people in Redress.',
  operator:
    'If it stays so, tell whoever looks after Redress at your landlord, with the heading of this page and the time.',
};

/** Why a provider's answer let nobody in, and what would help. */
export function notInView({ title, sentences, helps }: SaidWhy, colourScheme: ColourScheme): Html {
  const more = help[helps];
  return plainPage({
    title,
    colourScheme,
    content: html`<h1 class="govuk-heading-l">${title}</h1>
${sentences.map(sentence => html`<p class="govuk-body">${sentence}</p>`)}
${more !== null && html`<p class="govuk-body">${more}</p>`}
<p class="govuk-body">${button({ text: 'Sign in again', href: paths.signIn() })}</p>`,
  });
}
