import type { PackLibrary } from '../../../application/pack-library.ts';
import type { LandlordPeople } from '../../../application/people.ts';
import type { Role } from '../../../domain/policy/roles.ts';
import { button } from '../../components/govuk/button.ts';
import { details } from '../../components/govuk/details.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import type { ColourScheme } from '../../layouts/document.ts';
import { plainPage } from '../../layouts/plain-page.ts';
import { paths } from '../../paths.ts';

export type SignInProps = {
  landlords: readonly LandlordPeople[];
  policies: PackLibrary;
  back: string;
  colourScheme: ColourScheme;
  /** The first half is over, so it begins anew. */
  again: boolean;
};

/** Everybody of the demonstration by landlord, each a button; where there is none, an email address and a password. */
export function signInView({ landlords, policies, back, colourScheme, again }: SignInProps): Html {
  if (landlords.length === 0) {
    const text = 'The time for entering the code is over. Enter your email address and password again';
    const form = again ? newForm().withErrors({ field: undefined, text }) : newForm();
    return passwordView({ form, back, colourScheme });
  }
  return plainPage({
    title: 'Come in',
    colourScheme,
    width: 'wide',
    demo: { text: 'Nothing here is sent to anybody.' },
    content: html`<h1 class="govuk-heading-l">Who would you like to be?</h1>
<p class="govuk-body">Every person, home and complaint here is invented. Come in as anybody, and change to somebody else whenever you like.</p>
<div class="rd-columns">${landlords.map(landlord => landlordPeople(landlord, policies, back))}</div>`,
  });
}

export type PasswordProps = { form: FormView; back: string; colourScheme: ColourScheme };

/** An email address and a password. The password is never shown again. */
export function passwordView({ form, back, colourScheme }: PasswordProps): Html {
  return plainPage({
    title: 'Sign in',
    colourScheme,
    errors: form.summary(),
    content: html`<h1 class="govuk-heading-l">Sign in</h1>
<form method="post" novalidate class="rd-form" action="${paths.signIn()}"><input type="hidden" name="back" value="${back}">
${textInput({ ...form.text('email'), label: 'Email address', type: 'email', autocomplete: 'username', spellcheck: false, autocapitalize: 'none' })}
${textInput({ ...form.text('password'), value: '', label: 'Password', type: 'password', autocomplete: 'current-password', spellcheck: false, autocapitalize: 'none' })}
<div class="rd-form__foot">${button({ text: 'Continue', preventDoubleClick: true })}</div>
</form>
${details({
  summary: 'I cannot sign in',
  content: html`<p class="govuk-body">If you have forgotten your password, or have never signed in here, ask an administrator of your landlord for a link. It lets you choose a password and set up your telephone.</p>
<p class="govuk-body">If there is no administrator who can come in, whoever looks after Redress makes a link from the terminal.</p>`,
})}`,
  });
}

const order: readonly Role['seniority'][] = [
  'officer',
  'lead',
  'head',
  'director',
  'chief-executive',
  'board',
  'colleague',
];

/** Those who work on complaints all day first, then those who decide, then those who are asked for facts. */
function landlordPeople(landlord: LandlordPeople, policies: PackLibrary, back: string): Html {
  const roles = [...policies.shipped.values()].flatMap(pack => pack.policy.roles);
  const place = (person: LandlordPeople['people'][number]): number =>
    order.indexOf(roles.find(role => person.roles.includes(role.id))?.seniority ?? 'colleague');
  const people = landlord.people.toSorted((a, b) => place(a) - place(b));
  return html`<section class="rd-who"><h2 class="govuk-heading-m">${landlord.name}</h2>
<form method="post" action="${paths.signIn()}"><input type="hidden" name="back" value="${back}">
<ul class="govuk-list rd-who__list">${people.map(
    person => html`<li><button class="rd-who__person" name="person" value="${landlord.landlordId}:${person.personId}">
<span class="rd-who__name">${person.name}</span> <span class="rd-who__role">${person.jobTitle ?? ''}</span></button></li>`,
  )}</ul></form></section>`;
}
