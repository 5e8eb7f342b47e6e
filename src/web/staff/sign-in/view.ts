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
import { paths, withQuery } from '../../paths.ts';

/** A landlord whose people come in through a provider of their own. */
export type Offered = { slug: string; landlord: string; name: string };

export type SignInProps = {
  landlords: readonly LandlordPeople[];
  policies: PackLibrary;
  back: string;
  colourScheme: ColourScheme;
  /** The first half is over, so it begins anew. */
  again: boolean;
  providers: readonly Offered[];
  /** The short name of the landlord whose provider somebody may still be signed in at; null where nobody has just signed out. */
  signedOutOf: string | null;
};

/** Everybody of the demonstration by landlord, each a button; where there is none, an email address and a password. */
export function signInView(props: SignInProps): Html {
  const { landlords, policies, back, colourScheme, again, providers, signedOutOf } = props;
  if (landlords.length === 0) {
    const text = 'The time for entering the code is over. Enter your email address and password again';
    const form = again ? newForm().withErrors({ field: undefined, text }) : newForm();
    const left = providers.find(one => one.slug === signedOutOf);
    return passwordView({ form, back, colourScheme, providers, left });
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

export type PasswordProps = {
  form: FormView;
  back: string;
  colourScheme: ColourScheme;
  providers: readonly Offered[];
  /** Whoever has just signed out had come in through this one. */
  left?: Offered | undefined;
};

/** An email address and a password. The password is never shown again. */
export function passwordView({ form, back, colourScheme, providers, left }: PasswordProps): Html {
  return plainPage({
    title: 'Sign in',
    colourScheme,
    errors: form.summary(),
    content: html`<h1 class="govuk-heading-l">Sign in</h1>
${left !== undefined && signedOut(left)}
${providers.length > 0 && providerLinks(providers, back)}
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

/** One button a landlord; where there is one alone it needs no name. */
function providerLinks(providers: readonly Offered[], back: string): Html {
  const several = providers.length > 1;
  const words = ({ landlord, name }: Offered): string =>
    several ? `${landlord}: sign in with ${name}` : `Sign in with ${name}`;
  const href = ({ slug }: Offered): string =>
    withQuery(paths.signInWith({ landlord: slug }), { back: back === paths.home() ? undefined : back });
  return html`<ul class="govuk-list">${providers.map(
    one => html`<li>${button({ text: words(one), href: href(one) })}</li>`,
  )}</ul>
<h2 class="govuk-heading-m">Or with a password of Redress</h2>`;
}

function signedOut({ slug, name }: Offered): Html {
  return html`<div class="govuk-inset-text"><p>You have signed out of Redress. You may still be signed in at ${name}: on a computer that others use, <a class="govuk-link" href="${paths.signOutWith({ landlord: slug })}">sign out of ${name} too</a>.</p></div>`;
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
