import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { type Html, rawHtml } from '../../html.ts';
import { domOutline } from '../dom.fixture.ts';
import { alert } from './alert.ts';
import { badge } from './badge.ts';
import { filter } from './filter.ts';
import { mojPrimaryNavigation } from './primary-navigation.ts';
import { search } from './search.ts';
import { sideNavigation } from './side-navigation.ts';
import { subNavigation } from './sub-navigation.ts';
import { ticketPanel } from './ticket-panel.ts';
import { timeline } from './timeline.ts';

interface NunjucksEnvironment {
  addFilter(name: string, filter: (value: string) => string): void;
  renderString(template: string, context: object): string;
}

const installed = createRequire(import.meta.url);
const nunjucks: { configure(folders: readonly string[], options: object): NunjucksEnvironment } = installed('nunjucks');
const folders = ['@ministryofjustice/frontend/package.json', 'govuk-frontend/package.json'].map(name =>
  dirname(installed.resolve(name)),
);
const templates = nunjucks.configure([...folders, ...folders.map(folder => join(folder, 'dist'))], {
  autoescape: true,
});
templates.addFilter('mojDate', value => `said ${value}`);

function official(component: string, params: object): string {
  const macro = `moj${component.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())}`;
  const source = `{% from "moj/components/${component}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`;
  return templates.renderString(source, { params });
}

function same(ours: Html, component: string, params: object): void {
  assert.equal(domOutline(ours.toString()), domOutline(official(component, params)));
}

test('a badge is the official one, plain and coloured, with its words escaped', () => {
  same(badge({ text: 'Joint & several' }), 'badge', { text: 'Joint & several' });
  same(badge({ text: 'Late', colour: 'red' }), 'badge', { text: 'Late', classes: 'moj-badge--red' });
  const markup = rawHtml('<b>x</b>');
  same(badge({ text: markup, attributes: { id: 'a' } }), 'badge', { html: markup.markup, attributes: { id: 'a' } });
});

test('a sub navigation marks the current page', () => {
  const items = [
    { text: 'Overview', href: '/a', active: true },
    { text: 'Letters (6)', href: '/b' },
  ];
  same(subNavigation({ label: 'Parts', items }), 'sub-navigation', { label: 'Parts', items });
});

test('a side navigation marks the current place, with and without sections', () => {
  const items = [
    { text: 'One', href: '#one', active: true },
    { text: 'Two', href: '#two' },
  ];
  same(sideNavigation({ label: 'On this page', items }), 'side-navigation', { label: 'On this page', items });
  const section = { items };
  same(
    sideNavigation({ label: 'P', sections: [{ heading: 'Group', headingLevel: 3, ...section }] }),
    'side-navigation',
    {
      label: 'P',
      sections: [{ heading: { text: 'Group', headingLevel: 3 }, ...section }],
    },
  );
});

test('a primary navigation marks the current page and may hold a search', () => {
  const items = [
    { text: 'Home', href: '/', active: true },
    { text: 'Help', href: '/help' },
  ];
  same(mojPrimaryNavigation({ label: 'Main', items }), 'primary-navigation', { label: 'Main', items });
  same(mojPrimaryNavigation({ label: 'Main', items, search: rawHtml('<b>s</b>') }), 'primary-navigation', {
    label: 'Main',
    items,
    searchHtml: '<b>s</b>',
  });
});

test('a timeline says what, by whom and when', () => {
  same(
    timeline({
      headingLevel: 3,
      items: [
        {
          label: 'Sent',
          by: 'Priya',
          timestamp: '2026-03-01',
          date: 'said 2026-03-01',
          content: rawHtml('<p>Letter</p>'),
        },
        { label: 'Received', timestamp: '2026-02-27', date: 'said 2026-02-27', content: 'By <email>' },
      ],
    }),
    'timeline',
    {
      headingLevel: 3,
      items: [
        {
          label: { text: 'Sent' },
          byline: { text: 'Priya' },
          datetime: { timestamp: '2026-03-01', type: 'date' },
          html: '<p>Letter</p>',
        },
        { label: { text: 'Received' }, datetime: { timestamp: '2026-02-27', type: 'date' }, text: 'By <email>' },
      ],
    },
  );
});

test('a filter lists what is on, each to be taken off, and then the fields', () => {
  const options = '<p>fields</p>';
  const category = { heading: 'Stage', items: [{ text: 'Stage 1', href: '/cases' }] };
  const selected = { heading: 'Selected filters', clearHref: '/all', clearText: 'Clear' };
  same(
    filter({ heading: 'Filter', options: rawHtml(options), selected: { ...selected, categories: [category] } }),
    'filter',
    {
      heading: { text: 'Filter' },
      optionsHtml: options,
      selectedFilters: {
        heading: { text: selected.heading },
        clearLink: { href: selected.clearHref, text: selected.clearText },
        categories: [{ heading: { text: 'Stage' }, items: category.items }],
      },
    },
  );
  same(filter({ heading: 'Filter', options: '' }), 'filter', { heading: { text: 'Filter' }, optionsHtml: '' });
});

test('a search has its label, hint and button', () => {
  same(
    search({
      action: '/cases',
      id: 'q',
      name: 'q',
      value: 'damp',
      label: 'Find',
      hint: 'A name',
      buttonText: 'Search',
    }),
    'search',
    {
      action: '/cases',
      label: { text: 'Find' },
      hint: { text: 'A name' },
      input: { id: 'q', name: 'q', value: 'damp' },
      button: { text: 'Search' },
    },
  );
});

test('an alert of each kind has its own icon, and a heading where it is asked for', () => {
  for (const variant of ['information', 'success', 'warning', 'error'] as const) {
    same(alert({ variant, title: 'Title' }), 'alert', { variant, title: 'Title' });
    const full = { variant, title: 'Title', text: 'Words', showTitleAsHeading: true, headingTag: 'h3' } as const;
    same(alert(full), 'alert', full);
  }
});

test('a ticket panel has a section for each fact', () => {
  same(ticketPanel({ items: [{ content: 'One', colour: 'red' }, { content: 'Two' }] }), 'ticket-panel', {
    items: [{ text: 'One', classes: 'moj-ticket-panel__content--red' }, { text: 'Two' }],
  });
});
