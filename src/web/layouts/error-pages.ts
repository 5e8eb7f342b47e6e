import { type Html, type HtmlContent, html } from '../html.ts';
import { paths } from '../paths.ts';
import { type PlainPageProps, plainPage } from './plain-page.ts';

type Shell = Pick<PlainPageProps, 'landlordName' | 'accent' | 'colourScheme' | 'demo'>;

function errorPage(shell: Shell, title: string, words: HtmlContent): Html {
  return plainPage({
    ...shell,
    title,
    content: html`<h1 class="govuk-heading-l">${title}</h1>
${words}
<p class="govuk-body"><a class="govuk-link" href="${paths.home()}">Go to the start page</a></p>`,
  });
}

/** 404. It says the same whether the page never was or is not this person's to see. */
export function notFoundPage(shell: Shell = {}): Html {
  return errorPage(
    shell,
    'This page cannot be found',
    html`<p class="govuk-body">If you typed the address, check that it is right. If you copied it, check that you have all of it.</p>
<p class="govuk-body">If a link on one of our pages brought you here, the case may have been moved to people you do not work with. Ask whoever gave you the link.</p>`,
  );
}

/** 403. `why` is a sentence: who may do this, or what is missing. */
export function forbiddenPage(why: string, shell: Shell = {}): Html {
  return errorPage(
    shell,
    'You cannot do this',
    html`<p class="govuk-body">${why}</p>
<p class="govuk-body">Nothing was changed. What you typed is kept as a draft if the page said “Saved”.</p>`,
  );
}

/** 413. More was sent than a form may hold, its files included. */
export function tooLargePage(shell: Shell = {}): Html {
  return errorPage(
    shell,
    'That was too much at once',
    html`<p class="govuk-body">What you sent was larger than this form and its files may be together. Nothing was changed.</p>
<p class="govuk-body">Go back: what you typed should still be there. Send fewer files, or smaller ones.</p>`,
  );
}

/** 429. Nothing is wrong with what was asked; there was too much of it at once. */
export function tooManyPage(shell: Shell = {}): Html {
  return errorPage(
    shell,
    'Too many pages at once',
    html`<p class="govuk-body">More pages were asked for in the last minute than a person looks at. Wait a minute, then go on: nothing was lost, and what you typed is kept as a draft if the page said “Saved”.</p>
<p class="govuk-body">If you did not ask for many pages, a program on your computer or in your network may have. Tell whoever looks after your computers.</p>`,
  );
}

/** 500. `incident` is the number under which the fault is in the log. */
export function faultPage(incident: string, shell: Shell = {}): Html {
  return errorPage(
    shell,
    'Something went wrong on our side',
    html`<p class="govuk-body">What you were doing may not have been saved. Go back and look before you do it again; doing it again from the same page never does it twice.</p>
<p class="govuk-body">If it happens again, tell whoever looks after Redress this number: <strong>${incident}</strong></p>`,
  );
}

/** 503. The program is there but cannot reach its data at the moment. */
export function unavailablePage(shell: Shell = {}): Html {
  return errorPage(
    shell,
    'Redress cannot be used just now',
    html`<p class="govuk-body">It cannot reach its records. Nothing has been lost. Try again in a minute.</p>`,
  );
}
