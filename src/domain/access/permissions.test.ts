import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rulebooks } from '../../../test/complaint-cast.ts';
import { administratorRole } from './administrator.ts';
import { holds, type Permission, permissions, rolesHolding } from './permissions.ts';

const { policy } = rulebooks.magna;

test('[MGL-43] a capability is held by the roles the pack gives it to, and nothing of a landlord by the administrator', () => {
  const titles = (id: Parameters<typeof rolesHolding>[0]) => rolesHolding(id, policy).map(role => role.id);
  assert.deepEqual(titles('manage-calendar'), ['complaints-resolution-lead']);
  assert.ok(titles('see-figures').includes('strategic-board') && !titles('see-figures').includes('colleague'));
  for (const [id, { needs }] of Object.entries<Permission>(permissions)) {
    const held = holds([administratorRole], id as keyof typeof permissions, policy);
    assert.equal(held, needs.kind !== 'role', id);
  }
  assert.ok(!holds(['complaints-resolution-lead'], 'manage-people', policy));
});

test('[MGL-43] what a decision asks of a role stands in the list, with the same capability and the same words', () => {
  const folder = new URL('../complaint/decide/', import.meta.url);
  const sources = readdirSync(folder).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const asked = sources.flatMap(name => {
    const text = readFileSync(new URL(name, folder), 'utf8').replaceAll(/\s+/g, ' ');
    return [...text.matchAll(/mustHaveRole\( ?deciding, '([a-z0-9-]+)', '([^']+)'/g)].map(([, capability, does]) => ({
      capability,
      does,
    }));
  });
  assert.ok(asked.length >= 15, `only ${asked.length} were found`);
  const listed = Object.values<Permission>(permissions);
  for (const { capability, does } of asked) {
    const found = listed.find(one => one.does === does && one.needs.kind === 'role');
    assert.ok(found?.needs.kind === 'role', `“${does}” is not in domain/access/permissions.ts`);
    assert.ok(
      found.needs.any.some(one => one === capability),
      `“${does}” is listed with another capability`,
    );
  }
});
