import assert from 'node:assert/strict';
import test from 'node:test';
import { actUrl, dayFields, does, happened, officersOf } from '../../test/act-forms.ts';
import { staffSite } from '../../test/staff-site.ts';
import { tamper, verdictOn } from '../../test/tampering.ts';
import { appendEvents } from '../storage/events.ts';
import { inLandlord } from '../storage/landlord-transaction.ts';
import { disposeTexts } from '../storage/personal-text.ts';
import { rebuildEverything } from './rebuild.ts';

const site = await staffSite();
const { officer, lead } = officersOf(site.magenta);
const { landlordId } = site.magenta;

type Detail = { kind: string; text: { textId: string } };

async function detailsOf(reference: string): Promise<Detail[]> {
  const events = (await happened(site, reference)).filter(event => event.type === 'PersonDetailsKept');
  return events.flatMap(event => event.body['details'] as Detail[]);
}

async function findings(): Promise<string[]> {
  const { findings: found } = await verdictOn(site.database, landlordId);
  return found.map(({ kind, version, says }) => `${kind} ${version ?? ''} ${says.replace(/ [0-9a-f-]{36}/, '')}`);
}

/** A complaint with everybody who can be named around one, all of them first named by an act. */
async function crowded(): Promise<{ reference: string; caseId: string }> {
  const representative = { name: 'Mr Ade Bello', email: null, phone: '01632 960555', authority: null };
  const { reference, caseId } = await site.logged(officer, { representative });
  const visitor = await site.as(officer);
  await does(visitor, actUrl(reference, 'correct-contact'), {
    ...{ email: '', phone: '01632 960777', address: '2 Elm Road\nTestington', reason: 'They rang' },
  });
  await does(visitor, actUrl(reference, 'record-move'), {
    ...{ address: '9 New Street, Testington', note: 'They wrote', ...dayFields('on', '2026-11-03') },
  });
  await does(await site.as(lead), actUrl(reference, 'record-death'), {
    ...{
      told: 'Her son',
      contact: 'new',
      name: 'Tunde Okonkwo',
      phone: '01632 960888',
      ...dayFields('on', '2026-11-04'),
    },
  });
  await does(await site.as(lead), actUrl(reference, 'successor'), {
    ...{ who: 'new', name: 'Mrs Ngozi Eze', email: 'ngozi@example.org', capacity: 'next-of-kin', evidence: 'The will' },
  });
  return { reference, caseId };
}

test('[R80] every name and every way to reach somebody that is kept is named by an event, wherever it came from', async () => {
  const { reference } = await crowded();
  const told = await (await site.as(officer)).post('/dissatisfaction/new', {
    ...{ words: 'Fed up', name: 'Lena Fox', phone: '01632 960999', email: '', source: 'contact', channel: 'phone' },
    ...{ 'told-to': 'staff', request: 'no', offer: 'not-offered', ...dayFields('told', '2026-11-02') },
  });
  assert.equal(told.status, 303, told.text);
  assert.deepEqual(await findings(), []);
  const kinds = (await detailsOf(reference)).map(one => one.kind);
  assert.deepEqual(kinds, [
    ...['name', 'email', 'phone', 'address', 'name', 'phone'],
    ...['address', 'name', 'phone', 'name', 'email'],
  ]);
  const { text } = await (await site.as(lead)).get(`/cases/${reference}/timeline`);
  assert.match(text, /Recorded of Amaka Okonkwo: name, email, telephone, address/);
  const { rows } = await site.database.admin.query(
    `select count(*)::int as many from event where body ~ 'Okonkwo|Bello|Eze|01632|@example'`,
  );
  assert.equal(rows[0].many, 0, 'no event holds one of the words');
});

test('[R80] a name or a way to reach somebody that was altered, lost or put there by hand is named by verify', async () => {
  const { reference } = await site.logged(officer);
  const details = await detailsOf(reference);
  const said = { name: 'name of a person', email: 'email address', phone: 'phone number', address: 'address' };
  for (const { kind, text } of details) {
    const { rows } = await site.database.admin.query('select value from personal_text where text_id = $1', [
      text.textId,
    ]);
    await tamper(site.database, `update personal_text set value = 'Somebody else' where text_id = $1`, [text.textId]);
    const what = said[kind as keyof typeof said];
    assert.deepEqual(await findings(), [`text-altered 3 The ${what} of event 3 has been altered.`]);
    await tamper(site.database, 'update personal_text set value = $2 where text_id = $1', [text.textId, rows[0].value]);
  }
  assert.deepEqual(await findings(), []);
  const [name] = details;
  await tamper(
    site.database,
    `insert into personal_text (landlord_id, text_id, subject, class, value, salt)
     select landlord_id, 'ffffffff-0000-7000-8000-000000000000', subject, class, 'Somebody else', salt
     from personal_text where text_id = $1`,
    [name?.text.textId],
  );
  assert.deepEqual(await findings(), [
    'text-slipped-in  The resident-name lies beside the log, and no event names it.',
  ]);
  await tamper(site.database, `delete from personal_text where value = $1`, ['Somebody else']);
});

test('[R80] disposed of, a name leaves a tombstone that still verifies', async () => {
  const { reference, caseId } = await site.logged(officer);
  const textIds = (await detailsOf(reference)).map(one => one.text.textId);
  const expectedVersion = (await happened(site, reference)).length;
  await inLandlord(site.database.app, landlordId, async tx => {
    await disposeTexts(tx, landlordId, textIds, '2026-11-04');
    await appendEvents(tx, {
      ...{ landlordId, caseId, expectedVersion, packHash: null },
      ...{ actor: 'machine:disposal', recordedAt: '2026-11-04T10:00:00.000Z' as const },
      events: [{ type: 'Disposed', schema: 1, occurredOn: '2026-11-04', body: { textIds, under: 'six years' } }],
    });
  });
  assert.deepEqual(await findings(), []);
  assert.match((await (await site.as(officer)).get(`/cases/${reference}`)).text, /Details removed/);
});

test('[R80] names are found as names: written as it happens and rebuilt, the words of a case are the same', async () => {
  const { caseId } = await site.logged(officer);
  const words = async () =>
    (await site.database.admin.query('select words::text, look from search_text where case_id = $1', [caseId])).rows;
  const before = await words();
  await rebuildEverything(site.app);
  assert.deepEqual(await words(), before);
});
