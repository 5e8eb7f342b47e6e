import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { actUrl, does } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { everything } from '../../../application/queries/case-selection.ts';
import { rebuildEverything } from '../../../application/rebuild.ts';
import { csvCell } from './download.ts';
import { listHref } from './selection.ts';

const site = await staffSite();
const { magna, magenta } = site;
const officer = magna.person('complaints-adviser');
const visitor = await site.as(officer);

const contact = { knownAs: null, email: null, phone: null };
const okonkwo = await site.logged(officer, { receivedOn: '2026-11-03' });
const abara = await site.logged(officer, {
  receivedOn: '2026-10-12',
  complainant: { ...contact, name: 'Zoë Abara', email: 'zoe.abara@example.org', phone: '+44 1632 960 555' },
  home: { address: '9 Windmill Rise, Testington', postcode: 'ZZ9 8WR' },
  words: 'Diary sheets about the drumming upstairs were never answered.',
  category: 'antisocial-behaviour',
  serviceArea: 'tenancy',
  needs: [{ kind: 'large-print', detail: '16 point' }],
});
const formula = await site.logged(officer, {
  receivedOn: '2026-11-04',
  complainant: { ...contact, name: '=HYPERLINK("http://example.org","Pay")' },
  home: { address: '+1 Sum, Street', postcode: null },
});
await site.logged(magenta.person('complaint-resolution-officer'), {
  complainant: { ...contact, name: 'Zoë Abara' },
});

const references = (html: string): string[] =>
  [...html.matchAll(/class="govuk-link rd-table__main" href="\/cases\/([^"]+)"/g)].map(
    ([, reference]) => reference ?? '',
  );

async function listed(query: string): Promise<string[]> {
  const page = await visitor.get(`/cases${query}`);
  assert.equal(page.status, 200, page.text);
  return references(page.html).toSorted();
}

const all = [okonkwo, abara, formula].map(one => one.reference).toSorted();

test('all cases of the landlord are there, what is due soonest first, and none of another landlord', async () => {
  const page = await visitor.get('/cases');
  assert.deepEqual(references(page.html).toSorted(), all);
  assert.equal(references(page.html)[0], abara.reference);
  assert.match(page.text, /3 cases/);
});

test('each filter keeps what it says, and stands in the address', async () => {
  const cases: [string, string[]][] = [
    ['?stage=1', all],
    ['?stage=2', []],
    ['?state=to-acknowledge', all],
    ['?state=investigating', []],
    ['?state=overdue', [abara.reference]],
    ['?due=late', [abara.reference]],
    ['?due=week&category=antisocial-behaviour', []],
    ['?category=antisocial-behaviour', [abara.reference]],
    ['?needs=1', [abara.reference]],
    ['?handler=nobody', all],
    [`?handler=${officer.personId}`, []],
    ['?duty=acknowledge-1&month=2026-10&result=missed', [abara.reference]],
    ['?duty=acknowledge-1&month=2026-11&result=not-yet-due', [okonkwo.reference, formula.reference].toSorted()],
    ['?duty=respond-1&by=original&month=2026-10&result=counted', []],
  ];
  for (const [query, expected] of cases) assert.deepEqual(await listed(query), expected, query);
});

test('what an address asks for that does not exist is left out, and never a fault', async () => {
  for (const query of [
    '?stage=3&state=%00&due=never&handler=x&category=%27&duty=respond-9&month=2026-13&result=met&sort=evil&from=abc',
    '?q=%00%00&needs=yes',
    '?state=closed&state=withdrawn',
    '?q=%F0%9F%98%80',
    `?q=${'x'.repeat(5000)}`,
    '?q=%D9%84%D8%A7%20%D8%A3%D8%AD%D8%AF',
    "?q=')%3B drop table event; --",
    '?q=(%26%7C!',
  ]) {
    const page = await visitor.get(`/cases${query}`);
    assert.equal(page.status, 200, query);
  }
  assert.deepEqual(await listed('?stage=3&state=%00&due=never&handler=x&duty=respond-9&sort=evil'), all);
});

test('a case is found by parts of name, address and reference, by words, by phone and by email', async () => {
  const found: string[] = [
    'abara',
    'ZOË',
    'windmill rise',
    'abara windmill',
    'zz98wr',
    abara.reference.slice(0, 7).toLowerCase(),
    'drumming',
    'answer diary',
    '01632 960555',
    '+44 (0)1632 960555',
    'Zoe.Abara@example.org',
  ];
  for (const sought of found)
    assert.deepEqual(await listed(`?q=${encodeURIComponent(sought)}`), [abara.reference], sought);
  assert.deepEqual(await listed('?q=abarra'), [abara.reference], 'a slip of the pen');
  assert.deepEqual(await listed('?q=abara&due=today'), []);
});

test('a whole reference leads straight to its case, however it is typed, and to no other landlord’s', async () => {
  const typed = abara.reference.replaceAll('-', '').toLowerCase();
  const page = await visitor.get(`/cases?q=${typed}`);
  assert.deepEqual([page.status, page.location], [303, `/cases/${abara.reference}`]);
  const other = await site.as(magenta.person('complaint-resolution-officer'));
  assert.equal((await other.get(`/cases?q=${typed}`)).status, 200);
});

test('an empty list says what to do next', async () => {
  assert.match((await visitor.get('/cases?q=nobodyofthatname')).text, /Nothing was found for “nobodyofthatname”/);
  assert.match((await visitor.get('/cases?stage=2')).text, /No case is like that.*Show all cases/);
  const wider = await visitor.get('/cases?q=abara&stage=2');
  assert.match(wider.html, /href="\/cases\?q=abara">Search all cases for it/);
});

test('[MAG-11] somebody who may see only their own complaints sees, finds and takes away only those', async () => {
  const colleague = magna.person('colleague');
  const mine = await site.logged(colleague, { complainant: { ...contact, name: 'Ines Quayle' } });
  const own = await site.as(colleague);
  assert.deepEqual(references((await own.get('/cases')).html), [mine.reference]);
  assert.deepEqual(references((await own.get('/cases?q=ceiling')).html), [mine.reference]);
  assert.deepEqual(references((await own.get('/cases?q=quayl')).html), [mine.reference]);
  assert.deepEqual(references((await own.get('/cases?q=abara')).html), []);
  assert.equal((await own.get(`/cases?q=${abara.reference}`)).status, 200);
  const file = await own.get('/cases/download');
  assert.ok(file.html.includes(mine.reference) && !file.html.includes(abara.reference));
});

test('[MAG-10][MAG-11] whoever was only asked a question finds it among their work, and the complaint in no list or search', async () => {
  const asked = magna.person('colleague', 1);
  const road = await roadOf(site, 'magna', {
    complainant: { ...contact, name: 'Perpetua Strand', email: 'strand@example.org' },
  });
  await road.acknowledged();
  await road.does(road.cast.officer, keep => ({
    type: 'AskInformation',
    requestId: randomUUIDv7(),
    stage: 1,
    of: asked.personId,
    serviceArea: 'repairs',
    dueOn: '2026-11-09',
    question: keep('When was the visit?', 'question'),
  }));
  const own = await site.as(asked);
  const work = (await own.get('/my-work')).text;
  assert.ok(work.includes(road.reference) && !work.includes('Strand'));
  for (const query of ['', '?q=strand', '?q=ceiling', `?q=${road.reference}`]) {
    const list = await own.get(`/cases${query}`);
    assert.deepEqual([list.location, references(list.html)], [null, []], query);
  }
  assert.ok(!(await own.get('/cases/download')).html.includes(road.reference));
});

test('a download has what the list has, and no cell of it can be taken for a formula', async () => {
  const file = await visitor.get('/cases/download?category=antisocial-behaviour');
  assert.match(file.html, /^\uFEFFReference,Name,Address,/);
  const [, line = '', end] = file.html.split('\r\n');
  assert.ok(
    line.startsWith(`${abara.reference},Zoë Abara,"9 Windmill Rise, Testington, ZZ9 8WR",Large print,1,`),
    line,
  );
  assert.equal(end, '');
  const whole = await visitor.get('/cases/download');
  assert.ok(whole.html.includes(`"'=HYPERLINK(""http://example.org"",""Pay"")","'+1 Sum, Street"`), whole.html);
  const harmless: [string, string][] = [
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    [' =x', "' =x"],
    ['+44', "'+44"],
    ['a=b', 'a=b'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
  ];
  for (const [text, cell] of harmless) assert.equal(csvCell(text), cell);
});

test('a page is left by its signed address only, and that is good for its own list only', async () => {
  for (let index = 0; index < 55; index += 1) {
    await site.logged(officer, {
      complainant: { ...contact, name: `Page Turner ${index}` },
      home: null,
      category: 'charges',
      words: 'Too dear.',
    });
  }
  const first = await visitor.get('/cases?category=charges&sort=name');
  const next =
    /href="([^"]+)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail('no next page');
  const second = await visitor.get(next);
  const seen = [...references(first.html), ...references(second.html)];
  assert.equal(new Set(seen).size, 55);
  const changed = [
    next.replace('category=charges', 'category=staff'),
    next.replace(/from=(.)/, (_, sign) => `from=${sign === 'A' ? 'B' : 'A'}`),
    next.replace('sort=name', 'sort=-name'),
    next.replace(/\.[\w-]+$/, ''),
  ];
  const own = references(first.html);
  for (const url of changed) {
    const page = await visitor.get(url);
    assert.equal(page.status, 200);
    assert.ok(!/rel="prev"/.test(page.html), `${url} begins the list`);
  }
  const previous = /href="([^"]+)" rel="prev"/.exec(second.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.deepEqual(references((await visitor.get(previous)).html), own);
});

test('an address holds no more than what was chosen', () => {
  const list = {
    selection: { ...everything, stage: 2 as const, needs: true },
    sorting: { by: 'name' as const, descending: true },
  };
  assert.equal(listHref(list), '/cases?stage=2&needs=1&sort=-name');
});

test('names and words of strangers are shown as words', async () => {
  const nasty = await site.logged(officer, { complainant: { ...contact, name: '<script>alert(1)</script>' } });
  const page = await visitor.get('/cases?sort=-received');
  assert.ok(page.html.includes(nasty.reference) && !page.html.includes('<script>alert(1)'));
});

test('[R68] the cause recorded last is a filter: in the address, taken off with one press, and in the download', async () => {
  const visitor = await site.as(magna.person('complaints-resolution-lead'));
  const { reference } = await site.logged(officer, { complainant: { ...contact, name: 'Cora Dell' } });
  const record = (cause: string) =>
    does(visitor, actUrl(reference, 'record-cause'), { cause, note: 'From the job history.' });
  assert.deepEqual(await listed('?cause=records'), []);
  await record('delay');
  await record('records');
  assert.deepEqual(await listed('?cause=delay'), [], 'what it was thought to be before does not count');
  const page = await visitor.get('/cases?cause=records&state=to-acknowledge');
  assert.deepEqual(references(page.html), [reference]);
  assert.match(page.text, /Filter \(2 chosen\).*Cause .*Our records were wrong or missing/);
  assert.match(page.html, /<option value="records" selected>/);
  assert.match(page.html, /href="\/cases\?state=to-acknowledge"/);
  const [heading = '', line = ''] = (await visitor.get('/cases/download?cause=records')).html.split('\r\n');
  const at = heading.split(',').indexOf('Cause');
  assert.equal(line.split(/,(?=\S)/)[at], 'Our records were wrong or missing', line);
  await rebuildEverything(site.app);
  assert.deepEqual(await listed('?cause=records'), [reference]);
});
