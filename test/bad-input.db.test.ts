/**
 * Every form there is, filled in badly in every way: never a fault, a sentence that says what is wrong, and what was typed kept.
 * The forms are found by following links through the demonstration; what each act asks for in particular is tested beside it.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Viewer } from '../src/application/application.ts';
import { actPages } from '../src/web/staff/acts/acts.ts';
import { crawlAll } from './crawl-all.ts';
import { asItStands, type Field, type FormOnPage, firstButton, formsOnPage } from './forms-on-page.ts';
import type { Fields, ShownPage, Visitor } from './staff-visitor.ts';

const site = await crawlAll();

type FoundForm = { what: string; url: string; at: number; person: Viewer; visitor: Visitor; form: FormOnPage };
const forms = await everyForm();

/** One form of each kind: of acts, letters, drafts, the calendar, the outbox. */
async function everyForm(): Promise<FoundForm[]> {
  const found: FoundForm[] = [];
  const known = new Set<string>();
  for (const { kind, url, person, isPage } of site.seen) {
    // Coming in has no session yet, and so no seal.
    if (!isPage || known.has(kind) || kind.startsWith('/sign-in')) continue;
    const visitor = await site.as(person);
    const { html } = await visitor.get(url);
    const here = formsOnPage(html, url);
    if (here.length > 0) known.add(kind);
    // Many rows with a button each, such as the outbox, are one kind of form.
    found.push(...here.slice(0, 3).map((form, at) => ({ what: `${kind} ${at + 1}`, url, at, person, visitor, form })));
  }
  return found;
}

const isDay = ({ name }: Field): boolean => /-(?:day|month|year)$/.test(name);
const texts = (form: FormOnPage): Field[] => form.fields.filter(one => one.kind === 'text');
const opened = async ({ visitor, url, at }: FoundForm): Promise<FormOnPage | undefined> =>
  formsOnPage((await visitor.get(url)).html, url)[at];

/** Sends a form and holds the answer to what every answer must be. */
async function sent(found: FoundForm, form: FormOnPage, fields: Fields, how: string): Promise<ShownPage> {
  const answer = await found.visitor.send(form.action, fields);
  const where = `${found.what}, ${how}`;
  // What is not there, or not theirs, may be no page at all.
  const status = /^(?:choosing|every name|odd names|spoiled)/.test(how) ? [404] : [];
  assert.ok(
    [200, 303, 409, 422, ...status].includes(answer.status),
    `${where}: ${answer.status} ${answer.text.slice(0, 300)}`,
  );
  assert.ok(!answer.html.includes('<script>alert'), `${where}: markup that was typed is markup on the page`);
  if (answer.status === 409 || answer.status === 422)
    assert.match(answer.html, /govuk-error-summary|rd-refusal/, `${where}: nothing says why`);
  return answer;
}

/** What was typed stands in the form that comes back. */
function kept(found: FoundForm, answer: ShownPage, name: string, typed: string): void {
  if (answer.status < 400) return;
  const again = formsOnPage(answer.html, found.url).flatMap(form => form.fields);
  const [value] = again.find(one => one.name === name)?.values ?? [];
  // A page that is refused as a whole has no form to keep words in; its draft has them.
  if (again.length === 0) return;
  assert.equal(value?.trim().normalize(), typed.trim().normalize(), `${found.what}: ${name} was lost`);
}

test('the forms of all acts are found, and those of letters, the log and the calendar', () => {
  const kinds = new Set(forms.map(({ what }) => what.replace(/ .*/, '')));
  const without = actPages.map(({ act }) => act).filter(act => !kinds.has(`/cases/:reference/do/${act}`));
  // What no invented complaint is in the middle of today, or what its own page asks for; tested beside the acts.
  const closedInTheDemonstration = [
    ...['clear-priority', 'review-suspension', 'give-information', 'record-clarification', 'accept-escalation'],
    ...['record-investigation', 'successor', 'answer-enquiry', 'after-review', 'settle-message'],
    ...['close-incident'],
  ];
  assert.deepEqual(
    without.filter(act => !closedInTheDemonstration.includes(act)),
    [],
  );
  for (const kind of ['/complaints/new', '/calendar/add', '/cases/:reference/letters/new/acknowledgement']) {
    assert.ok(kinds.has(kind), `no form at ${kind}`);
  }
});

test('a form sent empty, or with nothing at all of what it asks for, says what is missing', async () => {
  for (const found of forms) {
    const { form } = found;
    const own = asItStands(form);
    const hidden = form.fields.filter(one => one.kind === 'hidden').map(one => one.name);
    const seal = Object.fromEntries(Object.entries(own).filter(([name]) => hidden.includes(name)));
    const emptied = Object.fromEntries(texts(form).map(({ name }) => [name, '   ']));
    const { _csrf } = own;
    await sent(found, form, { ...own, ...emptied }, 'emptied');
    await sent(found, form, { _csrf: _csrf ?? '' }, 'with the seal alone');
    await sent(found, form, seal, 'with its hidden fields alone');
  }
});

const book = 'word '.repeat(20_000);
const wild = 'שלום \u202eمرحبا\u202c 😀👩‍🦽 Ż <script>alert(1)</script> &amp; {{x}} %00 “end” \u0007\u0000\ud800';
const wildKept = 'שלום \u202eمرحبا\u202c 😀👩‍🦽 Ż <script>alert(1)</script> &amp; {{x}} %00 “end”';

test('a pasted book is told to be too long where it is, and kept to the last word', async () => {
  for (const found of forms) {
    for (const { name } of texts(found.form).filter(one => !isDay(one))) {
      const form = await opened(found);
      if (form === undefined) continue;
      const answer = await sent(found, form, { ...asItStands(form), [name]: book }, `a book in ${name}`);
      assert.notEqual(answer.status, 303, `${found.what}: a book was taken in ${name}`);
      kept(found, answer, name, book);
    }
  }
});

test('any writing, markup, NUL and half a character are words like others, and come back as they were typed', async () => {
  for (const found of forms) {
    for (const { name } of texts(found.form).filter(one => !isDay(one))) {
      const form = await opened(found);
      if (form === undefined) continue;
      const others = texts(form).map(one => [one.name, one.name === name ? wild : '']);
      const answer = await sent(found, form, { ...asItStands(form), ...Object.fromEntries(others) }, `wild ${name}`);
      if (answer.status >= 400) kept(found, answer, name, `${wildKept} \ufffd`);
    }
  }
});

test('31 February, the year 26, words and days out of any calendar are never a date', async () => {
  const days = [
    ['31', '2', '2026'],
    ['4', '11', '26'],
    ['0', '13', '2026'],
    ['first', 'of', 'never'],
    ['1', '1', '0001'],
    ['31', '12', '9999'],
    ['😀', '<script>alert(1)</script>', '\u0000'],
    ['4', '', ''],
  ];
  for (const found of forms) {
    const stems = new Set(found.form.fields.filter(isDay).map(({ name }) => name.replace(/-(day|month|year)$/, '')));
    for (const stem of stems) {
      for (const [day = '', month = '', year = ''] of days) {
        const form = await opened(found);
        if (form?.fields.some(one => one.name === `${stem}-day`) !== true) continue;
        const date = { [`${stem}-day`]: day, [`${stem}-month`]: month, [`${stem}-year`]: year };
        const answer = await sent(found, form, { ...asItStands(form), ...date }, `${stem} ${day} ${month} ${year}`);
        if (year !== '\u0000' && year !== '9999') kept(found, answer, `${stem}-year`, year);
      }
    }
  }
});

test('choices that were not offered, names sent many times and names of no field are never taken', async () => {
  for (const found of forms) {
    const { form } = found;
    const own = asItStands(form);
    const choices = form.fields.filter(one => one.kind === 'one-of' || one.kind === 'some-of');
    for (const bad of ["'; drop table event; --", '00000000-0000-0000-0000-000000000000']) {
      const chosen = Object.fromEntries(choices.map(({ name }) => [name, bad]));
      await sent(found, form, { ...own, ...chosen }, `choosing ${bad}`);
    }
    const often = Object.fromEntries(
      form.fields.filter(one => one.kind !== 'hidden').map(({ name }) => [name, ['a', '', 'b']]),
    );
    await sent(found, form, { ...own, ...often }, 'every name three times');
    await sent(found, form, { ...own, __proto__: 'x', constructor: 'y', 'words[a][b]': 'z', '': 'w' }, 'odd names');
    const hidden = form.fields.filter(one => one.kind === 'hidden' && one.name !== '_csrf');
    const spoiled = Object.fromEntries(hidden.map(({ name }) => [name, "-1' \u0000 😀"]));
    await sent(found, form, { ...own, ...spoiled }, 'spoiled hidden fields');
  }
});

test('a form without the seal, or with that of another session, does nothing and says so', async () => {
  for (const { form, visitor, what } of forms) {
    for (const _csrf of ['', 'x', 'A'.repeat(43)]) {
      const answer = await visitor.send(form.action, { ...asItStands(form), _csrf });
      assert.equal(answer.status, 403, what);
    }
  }
});

/** A form filled in as well as can be without knowing what it is about. */
function filled(form: FormOnPage): Record<string, string | string[]> {
  const rows = form.fields.flatMap(({ name, kind, type, options, values }): [string, string | string[]][] => {
    if (kind === 'hidden') return [[name, values]];
    // A search within a form looks for something, and sends nothing.
    if (kind === 'button' || kind === 'some-of' || type === 'search') return [];
    if (kind === 'one-of') return [[name, values[0] || (options.find(one => one !== '') ?? '')]];
    if ((values[0] ?? '') !== '') return [[name, values]];
    if (/-day$/.test(name)) return [[name, '4']];
    if (/-month$/.test(name)) return [[name, '11']];
    if (/-year$/.test(name)) return [[name, '2026']];
    return [[name, type === 'email' ? 'a@example.org' : type === 'tel' ? '01632 960001' : 'Some words.']];
  });
  return Object.fromEntries([...rows, ...firstButton(form)]);
}

const eventsThere = async (): Promise<number> =>
  (await site.database.admin.query<{ n: number }>('select count(*)::int as n from event')).rows[0]?.n ?? 0;

test('a form that is stale says what happened meanwhile or is taken, and keeps what was typed', async () => {
  for (const found of forms.filter(one => one.form.fields.some(({ name }) => name === '_version'))) {
    const form = await opened(found);
    if (form === undefined) continue;
    const fields = { ...filled(form), _version: '1' };
    const answer = await sent(found, form, fields, 'stale');
    if (answer.status !== 409) continue;
    for (const { name } of texts(form)) kept(found, answer, name, String(fields[name as keyof typeof fields]));
  }
});

test('a second press of the button does nothing again, and other words under the same press are told so', async () => {
  let done = 0;
  for (const found of forms) {
    const form = await opened(found);
    if (form === undefined) continue;
    const fields = filled(form);
    const first = await sent(found, form, fields, 'filled in');
    if (first.status !== 303 || first.location?.includes('done=') !== true) continue;
    done += 1;
    const before = await eventsThere();
    const second = await sent(found, form, fields, 'pressed twice');
    assert.equal(await eventsThere(), before, `${found.what} was done twice`);
    assert.ok(second.status === 303 || second.status === 422, `${found.what}: ${second.status}`);
    const [text] = texts(form).filter(one => !isDay(one));
    if (text === undefined) continue;
    const other = await sent(found, form, { ...fields, [text.name]: 'Other words.' }, 'other words, same press');
    assert.notEqual(other.status, 303, `${found.what}: two different forms under one press`);
    assert.equal(await eventsThere(), before, `${found.what}: two different forms under one press`);
  }
  assert.ok(done >= 12, `only ${done} forms could be filled in and sent`);
});
