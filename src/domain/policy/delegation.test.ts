/** What a role may decide is asked for where it is decided: no capability of the packs is only words. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rulebooks } from '../../../test/complaint-cast.ts';
import { bothSides, partNeeds, saidCapability, whoMay } from './delegation.ts';

const SRC = join(import.meta.dirname, '../..');
/** Where a capability is only named, and guards nothing. */
const names = ['domain/policy/roles.ts', 'domain/policy/delegation.ts', 'outside/policy-files/stage-schemas.ts'];

const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && !names.includes(name))
  .map(name => readFileSync(join(SRC, name), 'utf8'))
  .join('\n');

/** Asked for by the list of roles that the pack gives at the rule itself. */
const fromLists = ['support-refusal', 'approve-beyond-cap'];

test('[MGL-43] each decision that a pack can give to a role is asked for somewhere in the code', () => {
  // Everybody who works here may log: nothing has to be asked.
  const unguarded = Object.keys(saidCapability).filter(can => can !== 'log' && !code.includes(`'${can}'`));
  assert.deepEqual(unguarded, fromLists);
});

test('[MGL-43] where a rule of the pack lists who decides, those are the roles that may', () => {
  for (const { policy } of [rulebooks.magna, rulebooks.magenta]) {
    const may = (can: string) => policy.roles.filter(role => role.may.some(one => one === can)).map(role => role.id);
    assert.deepEqual(
      [...(policy.escalation.refusal?.withSupportFrom ?? [])].toSorted(),
      may('support-refusal').toSorted(),
    );
    for (const stage of [1, 2] as const)
      assert.deepEqual(
        [...(policy.stages[stage].extension?.beyondCap?.approvedBy ?? [])].toSorted(),
        may('approve-beyond-cap').toSorted(),
      );
  }
});

test('[MGL-43] whoever a scheme of delegation names for a part may do it', () => {
  for (const { policy } of [rulebooks.magna, rulebooks.magenta])
    for (const { part, roles } of policy.delegation ?? []) {
      const needs = partNeeds[part];
      for (const id of roles) {
        const role = policy.roles.find(one => one.id === id);
        assert.ok(role, id);
        assert.ok(needs === null || role.may.includes(needs), `${policy.id}: ${id} ${part}`);
      }
    }
});

test('[MGL-43] who may decide what is read from the pack, each decision once', () => {
  const approve = whoMay(rulebooks.magenta.policy).find(one => one.capability === 'approve-policy');
  assert.deepEqual(
    approve?.roles.map(role => role.id),
    ['executive-director'],
  );
});

test('[MAG-57] one role reviews and scrutinises at Magna, and none at Magenta', () => {
  assert.deepEqual(
    bothSides(rulebooks.magna.policy).map(({ role, clause }) => [role.id, clause]),
    [['chief-executive', 'MAG-57']],
  );
  assert.deepEqual(bothSides(rulebooks.magenta.policy), []);
});
