import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { staffSite } from '../../../test/staff-site.ts';
import { allBuildings, openBuilding } from '../queries/buildings.ts';
import { reading } from '../reading.ts';
import { importAtOnce } from './apply.ts';
import { stageImport } from './stage.ts';

const site = await staffSite();
const { app } = site;
const { landlordId } = site.magna;
const who = { landlordId, actor: 'machine:command-line' };
const columns = 'reference,name,storeys,height,homes,principal_accountable_person,principal_since';

function file(...lines: readonly string[]) {
  async function* bytes(): AsyncGenerator<Buffer> {
    yield Buffer.from([columns, ...lines].join('\n'));
  }
  return { kind: 'buildings', name: 'b.csv', bytes: bytes() } as const;
}

const applied = async (...lines: readonly string[]) => {
  const outcome = await importAtOnce(app, who, file(...lines), randomUUID());
  assert.ok(outcome.kind === 'applied');
  return outcome.run;
};

async function building(reference: string) {
  return reading(app, landlordId, async tx => {
    const found = (await allBuildings(tx, landlordId)).find(one => one.reference === reference);
    return found === undefined ? null : openBuilding(tx, landlordId, found.buildingId);
  });
}

test('[MAG-22] buildings come by file as by hand: what is known, and who is accountable since when', async () => {
  const first = await applied(
    'TERN,Tern Tower,9,27.5 m,48,Magna Homes Ltd,01/04/2024',
    'LOW,Low House,,,,,',
    'BAD,Bad,x,1e9,,,',
    'HALF,Half,,,,Somebody,',
  );
  assert.deepEqual([first.added, first.rejected], [2, 2]);
  const tern = await building('TERN');
  assert.ok(tern);
  const { name, storeys, heightCm, homes, accountable } = tern.facts;
  assert.deepEqual([name, storeys, heightCm, homes], ['Tern Tower', 9, 2750, 48]);
  assert.deepEqual(accountable, [{ name: 'Magna Homes Ltd', principal: true, from: '2024-04-01', until: null }]);
  assert.deepEqual((await building('LOW'))?.facts.heightCm, null);
});

test('[MAG-22] the next principal accountable person ends the time of the one before, and the past is kept', async () => {
  const again = await stageImport(app, who, file('TERN,Tern Tower,9,27.50,48,Magna Homes Ltd,2024-04-01'));
  assert.ok(again.kind === 'staged' && again.run.unchanged === 1);
  const second = await applied('TERN,Tern Tower,9,27.5,48,Tern Estates plc,2026-11-01');
  assert.equal(second.changed, 1);
  const tern = await building('TERN');
  assert.deepEqual(tern?.facts.accountable, [
    { name: 'Magna Homes Ltd', principal: true, from: '2024-04-01', until: '2026-10-31' },
    { name: 'Tern Estates plc', principal: true, from: '2026-11-01', until: null },
  ]);
  assert.equal(tern.past.length, 2);
});
