import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { faultPage, forbiddenPage, notFoundPage } from './error-pages.ts';
import { plainPage } from './plain-page.ts';
import { printPage } from './print-page.ts';
import { type StaffPageProps, staffPage } from './staff-page.ts';

const page: StaffPageProps = {
  title: 'My work',
  landlordName: 'Alder & Ash Homes',
  accent: '#7a2e8c',
  person: { name: 'Priya Shah', role: 'Complaint officer' },
  nav: { current: 'my-work', counts: { 'my-work': { text: '3', means: 'late' } } },
  content: html`<h1 class="govuk-heading-l">My work</h1>`,
};

const everyPage: readonly Html[] = [
  staffPage(page),
  staffPage({ ...page, errors: [{ text: 'Enter a name', href: '#name' }], done: 'Sent.', colourScheme: 'dark' }),
  plainPage({ title: 'Sign in', content: 'x' }),
  printPage({ title: 'Brief', landlordName: 'Alder', made: 'Printed on 3 March 2026', content: 'x', backHref: '/' }),
  notFoundPage(),
  forbiddenPage('Only a complaints lead may do this.'),
  faultPage('7F3K'),
];

test('no page has a script, style or event of its own inside it, so the strictest content policy holds', () => {
  for (const one of everyPage) {
    const markup = one.toString();
    assert.doesNotMatch(markup, /<style|\sstyle=|\son[a-z]+=|javascript:/);
    for (const [, attributes] of markup.matchAll(/<script([^>]*)>/g))
      assert.match(attributes ?? '', / src="\/assets\//);
  }
});

test('every page is in British English, says whose it is, and lets a keyboard skip to its content', () => {
  for (const one of everyPage) {
    const markup = one.toString();
    assert.match(markup, /<html lang="en-GB"/);
    assert.match(markup, /<title>[^<]+Redress<\/title>/);
    assert.match(markup, /<main class="rd-main" id="content"/);
  }
  assert.match(staffPage(page).toString(), /<a href="#content" class="govuk-skip-link"/);
});

test('a page with errors says so in its title and lists them first', () => {
  const markup = staffPage({ ...page, errors: [{ text: 'Enter a name', href: '#name' }] }).toString();
  assert.match(markup, /<title>Error: My work – Alder &amp; Ash Homes – Redress<\/title>/);
  assert.match(markup, /<a href="#name">Enter a name<\/a>/);
});

test('the current entry is marked for assistive technology, and a count says what it counts', () => {
  const markup = staffPage(page).toString();
  assert.equal(markup.match(/aria-current="page"/g)?.length, 1);
  assert.match(markup, /3<span class="govuk-visually-hidden"> late<\/span>/);
});

test('only the entries that this person has are shown', () => {
  const markup = staffPage({ ...page, nav: { allowed: ['my-work', 'log'] } }).toString();
  assert.match(markup, /Log a complaint/);
  assert.doesNotMatch(markup, /rd-nav__link[^>]*>Outbox/);
});

test('colours chosen by the person prevail over the device; left alone, the device decides', () => {
  assert.match(staffPage({ ...page, colourScheme: 'dark' }).toString(), /<html[^>]* data-scheme="dark"/);
  assert.doesNotMatch(staffPage(page).toString(), /<html[^>]* data-scheme/);
});

test('a fault gives the number to tell, and says that doing it again is safe', () => {
  const markup = faultPage('7F3K').toString();
  assert.match(markup, /<strong>7F3K<\/strong>/);
  assert.match(markup, /never does it twice/);
});
