import assert from 'node:assert/strict';
import test from 'node:test';
import { dayFields } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { formFields } from '../../../../test/staff-visitor.ts';
import { keepShippedPacks } from '../../../application/keep-packs.ts';
import { clauseHref } from './clause-link.ts';

const site = await staffSite();
const { magna, magenta } = site;
const magnaPage = await (await site.as(magna.person('colleague'))).get('/policy');
const magentaPage = await (await site.as(magenta.person('colleague'))).get('/policy');

test('every clause of the policy in force stands on the page under its own address, with its line and state', () => {
  for (const [page, policyId] of [
    [magnaPage, 'magna'],
    [magentaPage, 'magenta'],
  ] as const) {
    assert.equal(page.status, 200);
    const { register } = site.app.packs.shipped.get(policyId)?.policy ?? assert.fail();
    for (const { id, line, heading, state } of register) {
      const row =
        new RegExp(`<tr[^>]* id="${id}">.*?</tr>`, 's').exec(page.html)?.[0] ?? assert.fail(`${id} has no row`);
      assert.ok(row.includes(heading.replaceAll("'", '&#39;').replaceAll('"', '&quot;')), `${id}: ${heading}`);
      if (line !== null) assert.ok(row.includes(`line ${line}<`), `${id}: line ${line}`);
      assert.match(row, state === 'claimed' ? />Done</ : />Planned</);
    }
  }
});

test('whatever cites a clause finds it: each link leads to a row that is there', async () => {
  const code = await (await site.as(magna.person('colleague'))).get('/policy?of=code');
  assert.equal(code.status, 200);
  for (const page of [magnaPage, magentaPage]) {
    const hrefs = [...page.html.matchAll(/href="(\/policy(?:\?of=code)?)#([^"]+)"/g)];
    assert.ok(hrefs.length > 30);
    for (const [, where = '', anchor = ''] of hrefs) {
      const html = where === '/policy' ? page.html : code.html;
      assert.ok(html.includes(`id="${anchor}"`), `${where}#${anchor}`);
    }
  }
  assert.equal(clauseHref('MAG-34'), '/policy#MAG-34');
  assert.equal(clauseHref('Code 6.4'), '/policy?of=code#Code-6.4');
  assert.equal(clauseHref('R12'), null);
});

test('[MGL-45] the log of changes is shown, each with what and why, and the versions complaints were received under', async () => {
  await keepShippedPacks(site.app);
  const page = await (await site.as(magenta.person('colleague'))).get('/policy');
  assert.match(page.text, /February 2026 What: Section 3\.4 Why: A review by the Ombudsman/);
  assert.match(page.text, /May 2024 What: Definition brought into line with the Code Why: New edition of the Code/);
  assert.match(page.text, /Versions that complaints here were received under.*2026-03 In force/);
  assert.match(page.text, /Complaints keep the version that was in force when they were received/);
  assert.match(magnaPage.text, /The text has no list of its changes/);
});

test('[MGL-44] an overdue review is shown, and where the policy’s own dates do not fit together', () => {
  assert.match(magentaPage.text, /Review overdue Wednesday 30 September 2026 By Head of Customer Voice/);
  assert.match(magentaPage.text, /does not fit together: The next review is given as/);
  assert.match(magentaPage.text, /More than one approver is named/);
});

test('[MAG-61] the yearly review by the board is shown with why that day, and that the start is assumed', () => {
  assert.match(magnaPage.text, /Review overdue Tuesday 1 April 2025 By Strategic Board; 12 months after .*MAG-61/);
  assert.match(magnaPage.text, /which is assumed: the text leaves the day blank/);
});

test('[R2] the clocks are said in words, with whose they are', () => {
  assert.match(
    magnaPage.text,
    /Acknowledgement Within 5 working days from receipt, by the policy and the Code \( MAG-28 \)/,
  );
  assert.match(magnaPage.text, /Within 30 days from receiving the answer \( MAG-38 , whose text says “days”\)/);
  assert.match(magentaPage.text, /Within 6 months from/);
});

test('what comparing with the Code found is shown by how grave it is', () => {
  assert.match(magnaPage.text, /6 breaches, \d+ risks and \d+ notes/);
  assert.match(magnaPage.text, /Breaches \(6\): the text contradicts the Code.*Code 5\.7 Breach/);
});

test('gaps of the text are shown with how each is read', () => {
  assert.match(magentaPage.text, /Line: 164 The day from which the policy holds is a blank/);
  assert.match(magentaPage.text, /Assumed from the month after the last approval/);
});

test('[MAG-61] the review is in My work of who manages the policy, and leaves it when the approval is recorded', async () => {
  const lead = await site.as(magna.person('complaints-resolution-lead'));
  assert.match((await lead.get('/my-work')).text, /For the landlord .*late .*Review the complaints policy/);
  const colleague = await site.as(magna.person('colleague'));
  assert.doesNotMatch((await colleague.get('/my-work')).text, /Review the complaints policy/);
  const refused = await colleague.get('/policy/review');
  assert.equal(refused.status, 403);
  assert.match(refused.text, /the policy gives this to Complaints Resolution Lead/);

  const fields = {
    ...dayFields('approvedOn', '2026-11-02'),
    ...{ approvedBy: 'strategic-board', outcome: 'kept', evidence: 'Minutes of the board, item 7' },
  };
  const missing = await lead.post('/policy/review', { ...fields, approvedBy: '' });
  assert.equal(missing.status, 422);
  assert.match(missing.text, /Choose who approved it/);
  const early = await lead.post('/policy/review', { ...fields, ...dayFields('approvedOn', '2020-01-01') });
  assert.match(early.text, /was of another text/);

  const form = { ...formFields((await lead.get('/policy/review')).html), ...fields };
  const done = await lead.send('/policy/review', form);
  assert.equal(done.status, 303, done.text);
  const page = await lead.get(done.location ?? '');
  assert.match(page.text, /The review is recorded/);
  assert.match(page.text, /Review due Tuesday 2 November 2027 .*12 months after its last review/);
  assert.doesNotMatch((await lead.get('/my-work')).text, /Review the complaints policy/);
  assert.equal((await lead.send('/policy/review', form)).status, 303, 'a second press does nothing more');
  const other = await lead.send('/policy/review', { ...form, evidence: 'Minutes of another day' });
  assert.equal(other.status, 422, 'other words under one press are not taken for the same');
  assert.match(other.text, /sent before with something else in it/);
  const { rows } = await site.database.admin.query(`select body_json as body from event where type = 'PolicyReviewed'`);
  assert.equal(rows.length, 1);
  assert.equal(rows[0].body.approvedBy, 'strategic-board');
});

test('[MGL-49] the page names every body that customers may turn to, when it is the one, and what is not confirmed yet', () => {
  for (const { text } of [magnaPage, magentaPage]) {
    assert.match(
      text,
      /Housing Ombudsman Service When: Complaints by residents about their social landlord How: housing-ombudsman\.org\.uk 0300 111 3000/,
    );
    assert.match(text, /Local Government and Social Care Ombudsman To be confirmed When: Services of a council/);
    assert.match(
      text,
      /Building Safety Regulator To be confirmed When: Structural failure, the spread of fire or smoke/,
    );
    assert.match(text, /Information Commissioner To be confirmed When: How personal data were handled/);
  }
});
