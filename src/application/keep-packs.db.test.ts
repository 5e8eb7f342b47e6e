import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { type StaffSite, someComplaint, staffSite } from '../../test/staff-site.ts';
import { productFolder } from '../config.ts';
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { Application } from './application.ts';
import { keepShippedPacks } from './keep-packs.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import { openLandlordLibrary } from './landlord-library.ts';
import { loadCase } from './load-case.ts';
import { logComplaint } from './log-complaint.ts';
import { openPackLibrary } from './pack-library.ts';
import { reading } from './reading.ts';

type Change = (text: string) => string;

/** The same site with the files of Magenta's pack changed, as after a restart. */
async function restarted(t: TestContext, site: StaffSite, change: Change = text => text): Promise<Application> {
  const folder = await mkdtemp(path.join(tmpdir(), 'redress-packs-'));
  t.after(() => rm(folder, { recursive: true }));
  await cp(path.join(productFolder, 'policies'), folder, { recursive: true });
  for (const name of ['pack.yaml', 'clocks.yaml', 'contacts.yaml']) {
    const file = path.join(folder, 'magenta', name);
    await writeFile(file, change(await readFile(file, 'utf8')));
  }
  const packs = await openPackLibrary(folder);
  return { ...site.app, packs, landlords: openLandlordLibrary(packs, site.app.calendars) };
}

/** A new version that holds from 1 January 2027: a shorter window and another name. */
const next2027: Change = text =>
  text
    .replace(/^( +version:) .*$/m, '$1 "2027"')
    .replace(/^( +inForceFrom:) .*$/m, '$1 2027-01-01')
    .replace(/^( +inForceAssumed:) .*$/m, '$1 null')
    .replace('window: { value: 6, unit: months', 'window: { value: 3, unit: months')
    .replace('name: Magenta Living', 'name: Magenta and Neighbours');

const landlordNow = (app: Application, landlordId: string): Promise<Landlord> =>
  reading(app, landlordId, tx => loadLandlord(app, tx, landlordId));

async function policyOf(app: Application, site: StaffSite, caseId: string) {
  const { landlordId } = site.magenta;
  const { context, state } = await reading(app, landlordId, tx => loadCase(app, tx, landlordId, caseId));
  const { window } = context.policy.escalation;
  return { version: state.policy.version, months: window?.value, name: context.policy.landlord.name };
}

test('[MGL-45][R67] a new version holds from its day, and every complaint keeps the version it was received under', async t => {
  const site = await staffSite('2026-11-04T10:00:00.000Z');
  const before = await restarted(t, site);
  await keepShippedPacks(before);
  const old = (await landlordNow(before, site.magenta.landlordId)).policy.version.version;
  const officer = site.magenta.people[0] ?? assert.fail();
  const log = async (app: Application, receivedOn: LocalDate): Promise<string> => {
    const form = { commandId: randomUUIDv7(), payload: {} };
    const logged = await logComplaint(app, officer, someComplaint({ receivedOn }), form);
    return logged.kind === 'done' ? logged.caseId : assert.fail(JSON.stringify(logged));
  };
  const first = await log(before, '2026-11-02');

  site.clock.set('2026-11-05T10:00:00.000Z');
  const after = await restarted(t, site, next2027);
  await keepShippedPacks(after);
  await keepShippedPacks(after);
  assert.equal((await landlordNow(after, site.magenta.landlordId)).policy.version.version, old, 'not before its day');
  const second = await log(after, '2026-11-03');
  site.clock.set('2027-01-01T09:00:00.000Z');
  assert.equal((await landlordNow(after, site.magenta.landlordId)).policy.version.version, '2027');
  const [third, fourth] = [await log(after, '2026-12-31'), await log(after, '2027-01-01')];

  const keeps = { version: old, months: 6, name: 'Magenta and Neighbours' };
  for (const caseId of [first, second, third]) assert.deepEqual(await policyOf(after, site, caseId), keeps);
  assert.deepEqual(await policyOf(after, site, fourth), { version: '2027', months: 3, name: 'Magenta and Neighbours' });

  const back = await landlordNow(before, site.magenta.landlordId);
  assert.equal(back.policy.version.version, old, 'the old files, put back, withdraw the new version');
  const { version, months } = await policyOf(before, site, fourth);
  assert.deepEqual(
    [version, months],
    ['2027', 6],
    'but a complaint received under it keeps it, and has the longer window',
  );
});

test('[MGL-45] the same version with other content is refused in a sentence, and nothing is taken over', async t => {
  const site = await staffSite();
  await keepShippedPacks(await restarted(t, site));
  const changed = await restarted(t, site, text => text.replace('value: 6, unit: months', 'value: 3, unit: months'));
  await assert.rejects(keepShippedPacks(changed), {
    name: 'PackRefused',
    message:
      /^The policy pack "magenta" says it is version "[^"]+", but differs from the version .* put the files back\.$/,
  });
  const { window } = (await landlordNow(changed, site.magenta.landlordId)).policy.escalation;
  assert.equal(window?.value, 6, 'what was in force goes on');
});

test('a landlord whose pack is no longer shipped is named', async t => {
  const site = await staffSite();
  const app = await restarted(t, site);
  const shipped = new Map([...app.packs.shipped].filter(([id]) => id !== 'magna'));
  await assert.rejects(
    keepShippedPacks({ ...app, packs: { ...app.packs, shipped } }),
    /works under the policy pack "magna"/,
  );
});

test('two folders with one pack are refused, because a new version takes the place of the old one', async t => {
  const folder = await mkdtemp(path.join(tmpdir(), 'redress-packs-'));
  t.after(() => rm(folder, { recursive: true }));
  await cp(path.join(productFolder, 'policies'), folder, { recursive: true });
  await cp(path.join(folder, 'magna'), path.join(folder, 'magna-new'), { recursive: true });
  await assert.rejects(openPackLibrary(folder), /its id is "magna", which another folder has/);
});
