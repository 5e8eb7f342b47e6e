import type { PackLibrary } from '../../../application/pack-library.ts';
import type { LandlordPeople } from '../../../application/people.ts';
import type { Role } from '../../../domain/policy/roles.ts';
import { type Html, html } from '../../html.ts';
import type { ColourScheme } from '../../layouts/document.ts';
import { plainPage } from '../../layouts/plain-page.ts';
import { paths } from '../../paths.ts';

export type SignInProps = {
  landlords: readonly LandlordPeople[];
  policies: PackLibrary;
  back: string;
  colourScheme: ColourScheme;
};

/** Everybody of the demonstration by landlord, each a button; without a demonstration, how to be let in. */
export function signInView({ landlords, policies, back, colourScheme }: SignInProps): Html {
  const demonstration = landlords.length > 0;
  return plainPage({
    title: 'Come in',
    colourScheme,
    width: 'wide',
    demo: demonstration ? { text: 'Nothing here is sent to anybody.' } : undefined,
    content: demonstration
      ? html`<h1 class="govuk-heading-l">Who would you like to be?</h1>
<p class="govuk-body">Every person, home and complaint here is invented. Come in as anybody, and change to somebody else whenever you like.</p>
<div class="rd-columns">${landlords.map(landlord => landlordPeople(landlord, policies, back))}</div>`
      : html`<h1 class="govuk-heading-l">Sign in</h1>
<p class="govuk-body">This copy of Redress holds real complaints, and no way to prove who you are has been set up yet. Ask whoever looks after it.</p>`,
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
