import assert from 'node:assert/strict';
import test from 'node:test';
import { accountSite } from '../../../../test/account-site.ts';
import { formFields } from '../../../../test/staff-visitor.ts';

const site = await accountSite();
const lead = site.magna.person('complaints-resolution-lead');
const page = '/imports';

const homes = (...lines: readonly string[]) => ({
  name: 'homes of May.csv',
  content: ['uprn,address,postcode,tenure,colour', ...lines].join('\r\n'),
});

const query = async (text: string, ...values: unknown[]) => (await site.database.admin.query(text, values)).rows;

test('what a file would change is shown, is brought in by one button, and a second press says the same', async () => {
  const visitor = await site.as(lead);
  const sent = await visitor.upload(
    page,
    { kind: 'homes' },
    homes('100040000001,"1 Tern Walk, Testington",ZZ7 1AA,social rent,red', 'x1,2 Tern Walk,,,'),
  );
  assert.equal(sent.status, 303, sent.text.slice(0, 500));
  const url = sent.location ?? '';
  const preview = await visitor.get(url);
  assert.match(preview.text, /1 new .*0 changed .*0 as before .*1 not taken/);
  assert.match(preview.text, /Columns that mean nothing here and are not read: colour/);
  assert.match(
    preview.text,
    /3 Column: UPRN What stands there: x1 Why it is not taken: expected a UPRN of up to 12 digits/,
  );
  assert.match(preview.text, /3 Column: Postcode .*the cell is empty; expected the postcode/);
  assert.match(preview.text, /1 Tern Walk, Testington, ZZ7 1AA With: UPRN: 100040000001; Tenure: social rent/);
  assert.equal((await query('select from home')).length, 0);
  const fields = formFields(preview.html);
  for (const _ of [1, 2]) {
    const done = await visitor.send(url, fields);
    assert.deepEqual([done.status, done.location], [303, `${url}?done=applied`]);
  }
  const after = await visitor.get(`${url}?done=applied`);
  assert.match(after.text, /The file is brought in.*Brought in 4 Nov 2026, 10:00/);
  assert.doesNotMatch(after.html, /Bring in this one/);
  assert.equal((await query('select from home')).length, 1);
  assert.match(
    (await visitor.get(page)).text,
    new RegExp(
      `homes of May.csv Holds: Homes .*${lead.name} Came to: 1 new, 0 changed, 0 as before, 1 not taken State: Brought in`,
    ),
  );
});

test('the rows that are not taken are downloaded as they were typed, to be mended and sent again', async () => {
  const visitor = await site.as(lead);
  const sent = await visitor.upload(page, { kind: 'homes' }, homes('x1,"2 Tern Walk, =cmd",ZZ7 1AA,,'));
  const file = await visitor.get(`${sent.location}/not-taken.csv`);
  assert.equal(file.status, 200);
  const [head, row] = file.html.replace('\uFEFF', '').split('\r\n');
  assert.equal(head, 'uprn,address,postcode,tenure,Line,Column,Value,Why it was not taken');
  assert.match(row ?? '', /^x1,"2 Tern Walk, =cmd",ZZ7 1AA,,2,uprn,x1,expected a UPRN/);
});

test('without a file, without a kind, and with what is no spreadsheet, the page says what is wrong', async () => {
  const visitor = await site.as(lead);
  const cases: [Awaited<ReturnType<typeof visitor.upload>>, RegExp][] = [
    [await visitor.upload(page, { kind: 'homes' }, null), /Choose a file/],
    [await visitor.upload(page, {}, homes()), /Choose what the file holds/],
    [await visitor.upload(page, { kind: 'staff' }, homes()), /Choose what the file holds/],
    [
      await visitor.upload(page, { kind: 'homes' }, { name: 'a.xlsx', content: 'PK\u0003\u0004' }),
      /a\.xlsx is a workbook\. Save it as CSV/,
    ],
    [await visitor.upload(page, { kind: 'people' }, homes()), /has no column name/],
    [await visitor.post(page, { kind: 'homes' }), /Choose a file/],
  ];
  for (const [answer, words] of cases) {
    assert.equal(answer.status, 422, answer.text.slice(0, 300));
    assert.match(answer.text, words);
  }
});

test('a file may be larger than any other form, and is read as it comes in', async () => {
  const visitor = await site.as(lead);
  const long = 'Very Long Name of a Street '.repeat(10);
  const rows = Array.from({ length: 8000 }, (_, n) => `${5000 + n},"${n} ${long}",ZZ${10 + (n % 80)} 1AA,,`);
  const file = homes(...rows);
  assert.ok(file.content.length > 2 * 1024 * 1024, 'more than a form may hold');
  const sent = await visitor.upload(page, { kind: 'homes' }, file);
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  const preview = await visitor.get(sent.location ?? '');
  assert.match(preview.text, /8,000 new .*New: the first 100 of 8,000/);
});

test('only who keeps the register brings in homes and people, and only administrators bring in staff', async () => {
  const officer = await site.as(site.magna.person('complaints-adviser'));
  assert.equal((await officer.get(page)).status, 403);
  const { _csrf = '' } = await officer.form('/my-work');
  assert.equal((await officer.send(page, { _csrf, kind: 'homes' })).status, 403);
  const sent = await (await site.as(lead)).upload(page, { kind: 'homes' }, homes('100040000009,9 Tern Walk,ZZ7 1AA,,'));
  assert.equal((await officer.get(sent.location ?? '')).status, 403);
  const other = await site.as(site.magenta.person('head-of-customer-voice'));
  assert.equal((await other.get(sent.location ?? '')).status, 404);
  assert.equal((await other.get(`${sent.location}/not-taken.csv`)).status, 404);
  const unsealed = await (await site.as(lead)).upload(page, { kind: 'homes', _csrf: 'x' }, homes());
  assert.equal(unsealed.status, 403);
  assert.equal((await (await site.as(lead)).get('/imports/nonsense')).status, 404);
});

test('an administrator brings in staff, having shown that it is them', async () => {
  const chief = site.magna.person('complaints-adviser', 1);
  await site.makeAdministrator(chief);
  const admin = await site.joined('magna', chief);
  const { browser } = admin;
  const visitor = await site.as(chief);
  const content = 'name,email,team,roles\nBea Cole,bea@example.org,Complaints,Complaints Adviser\n';
  const sent = await visitor.upload(page, { kind: 'staff' }, { name: 'staff.csv', content });
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  const url = sent.location ?? '';
  const unproven = await visitor.send(url, formFields((await visitor.get(url)).html));
  assert.equal(unproven.status, 422);
  assert.match(unproven.text, /Your password, or a code from your app/);
  const done = await browser.post(url, {});
  assert.equal(done.status, 303, done.text.slice(0, 300));
  assert.equal((await query(`select from person where email = 'bea@example.org'`)).length, 1);
});
