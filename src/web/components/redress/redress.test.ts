import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../../html.ts';
import { adjustmentBadges } from './adjustment-badges.ts';
import { barChart } from './bar-chart.ts';
import { caseHeader } from './case-header.ts';
import { columnChart } from './column-chart.ts';
import { controlChart } from './control-chart.ts';
import { dataTable } from './data-table.ts';
import { demoBanner } from './demo-banner.ts';
import { dueTag } from './due-tag.ts';
import { emptyState } from './empty-state.ts';
import { obligationCard, obligationList } from './obligation-card.ts';
import { refusalPanel } from './refusal-panel.ts';
import { savedDraftHint } from './saved-draft-hint.ts';
import { statTile } from './stat-tile.ts';

/** What a reader sees without pictures: the text of the markup. */
function words(markup: { toString(): string }): string {
  return markup
    .toString()
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

test('when something is due is said in words with the full date, and the tone adds nothing that the words lack', () => {
  const late = dueTag({ words: '2 working days late', tone: 'late', date: 'Monday 16 March 2026' });
  assert.equal(words(late), '2 working days late Monday 16 March 2026');
  assert.match(late.toString(), /rd-due--late/);
});

test('a thing to do says what, by when, why then, the clause, and how to do it', () => {
  const card = obligationCard({
    title: 'Send the response to <Mrs O>',
    tone: 'soon',
    due: 'due tomorrow',
    date: 'Thursday 19 March 2026',
    why: 'Ten working days from the acknowledgement.',
    clause: 'Stage 1, 5.3',
    owner: 'Priya Shah',
    acts: html`<a href="/x">Draft it</a>`,
  });
  assert.equal(
    words(card),
    'Send the response to &lt;Mrs O&gt; due tomorrow Thursday 19 March 2026 Priya Shah Ten working days from the acknowledgement. Stage 1, 5.3 Draft it',
  );
  assert.equal(obligationList([card, card]).toString().match(/<li>/g)?.length, 2);
});

test('a refusal says why and what would be allowed', () => {
  const panel = refusalPanel({ sentence: 'Point 2 has no decision.', allowed: 'You can decide it.', clause: '5.9' });
  assert.equal(words(panel), 'This cannot be done now Point 2 has no decision. You can decide it. 5.9');
});

test('what a person needs is a named list, urgent needs marked, and nothing where there is nothing', () => {
  const badges = adjustmentBadges([
    { text: 'Large print' },
    { text: 'Unsafe to visit alone', urgent: true },
  ]).toString();
  assert.match(badges, /<ul[^>]*aria-label="Adjustments and needs"/);
  assert.equal(badges.match(/--urgent/g)?.length, 1);
  assert.equal(adjustmentBadges([]).toString(), '');
});

test('an empty list says what to do next; a demonstration says what it is; a draft says when it was saved', () => {
  assert.equal(words(emptyState({ title: 'Nothing here', text: 'Log a complaint.' })), 'Nothing here Log a complaint.');
  assert.match(words(demoBanner({ text: 'You are Priya.' })), /Demonstration.*Invented people.*You are Priya/);
  assert.match(savedDraftHint({ savedAt: '14:05' }).toString(), /role="status"[^>]*>Saved at 14:05/);
});

test('a number opens to its cases', () => {
  const tile = statTile({ number: '12', label: 'late now', href: '/cases?due=late', note: 'of 131' }).toString();
  assert.match(tile, /<a [^>]*href="\/cases\?due=late"/);
  assert.equal(words(tile), '12 late now of 131');
});

test('a case header has one main heading unless the page has its own, and its keys are announced', () => {
  const props = { name: 'Mrs O', reference: 'K7QF', acts: [{ text: 'Extend', href: '/x', key: 'x' }] };
  const own = caseHeader(props).toString();
  assert.match(own, /<h1 class="rd-casehead__name">Mrs O/);
  assert.match(own, /aria-keyshortcuts="x"/);
  assert.doesNotMatch(caseHeader({ ...props, isPageHeading: false }).toString(), /<h1/);
});

test('no key of a case takes the letter that goes elsewhere', () => {
  const acts = [{ text: 'Go', href: '/x', key: 'g' }];
  assert.throws(() => caseHeader({ name: 'Mrs O', reference: 'K7QF', acts }), /key "g"/);
});

interface Line {
  readonly name: string;
  readonly count: number;
}

test('a list is a table for assistive technology, sorts by links and says the order', () => {
  const markup = dataTable<Line>({
    caption: 'Cases',
    rows: [{ name: 'Mr <A>', count: 3 }],
    tone: () => 'late',
    columns: [
      { heading: 'Name', cell: row => row.name, isRowHeader: true, sortHref: '?sort=-name', sorted: 'ascending' },
      { heading: 'Count', cell: row => row.count, format: 'number', sortHref: '?sort=count' },
    ],
  }).toString();
  assert.match(markup, /<th scope="col" role="columnheader" aria-sort="ascending"><a [^>]*href="\?sort=-name"/);
  assert.match(markup, /aria-sort="none"/);
  assert.match(markup, /<th scope="row" role="rowheader">Mr &lt;A&gt;<\/th>/);
  assert.match(markup, /<tr role="row" class="rd-table__row--late">/);
});

const series = [
  { name: 'In time', tone: '1' },
  { name: 'Late', tone: 'late' },
] as const;

test('columns stack to their sum, and the same figures stand in a table', () => {
  const markup = columnChart({
    id: 'c',
    title: 'Received',
    description: 'Rising.',
    unit: 'Month',
    series,
    columns: [
      { name: 'January 2026', short: 'Jan', values: [60, 20], href: '/cases?month=1' },
      { name: 'February 2026', short: 'Feb', values: [0, 0] },
    ],
  }).toString();
  const heights = [...markup.matchAll(/<rect class="rd-chart__fill--(?:1|late)" x=[^>]*height="(\d+)"/g)].map(match =>
    Number(match[1]),
  );
  assert.deepEqual(
    heights.map(height => Math.round(height / 10)),
    [17, 6],
  );
  assert.match(words(markup), /January 2026 60 20 80 February 2026 0 0 0/);
  assert.match(markup, /href="\/cases\?month=1"/);
  assert.match(markup, /<title id="c-title">Received: Rising\.<\/title>/);
});

test('bars say their parts in words and their sum', () => {
  const markup = barChart({ id: 'b', title: 'Age', unit: 'Days', series, bars: [{ name: '0–5', values: [40, 2] }] });
  assert.match(words(markup), /0–5 In time 40, Late 2 .*42$/);
});

test('a chart of nothing is drawn all the same', () => {
  const none = { id: 'n', title: 'None', unit: 'Month', description: 'Nothing yet.' };
  for (const markup of [
    barChart({ ...none, series, bars: [] }),
    columnChart({ ...none, series, columns: [] }),
    controlChart({ ...none, points: [], mean: 90, lower: 80, upper: 100 }),
  ]) {
    assert.doesNotMatch(markup.toString(), /NaN|Infinity/);
  }
});

test('a control chart leaves a month of nothing out of the line and names what is outside the limits', () => {
  const markup = controlChart({
    id: 'x',
    title: 'On time',
    description: 'May fell.',
    unit: 'Month',
    mean: 90,
    lower: 82,
    upper: 98,
    points: [
      { name: 'April 2026', short: 'Apr', value: 91 },
      { name: 'May 2026', short: 'May', value: 73.7, out: true },
      { name: 'June 2026', short: 'Jun', value: null },
    ],
  }).toString();
  assert.match(words(markup), /April 2026 91% No May 2026 73\.7% Yes June 2026 None No/);
  assert.match(markup, /rd-chart__dot--out/);
  assert.doesNotMatch(markup, /NaN/);
});

test('no drawing carries an inline style or script', () => {
  const markup = barChart({ id: 'b', title: 'A', unit: 'U', series, bars: [{ name: 'x', values: [1, 2] }] }).toString();
  assert.doesNotMatch(markup, /\sstyle=|<style|<script/);
});
