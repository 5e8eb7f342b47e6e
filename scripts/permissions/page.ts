/** The table of who may do what, as a page: the sentences, the roles of each shipped policy, and the addresses. */
import {
  type Needs,
  type PermissionId,
  permissionOf,
  permissions,
  rolesHolding,
} from '../../src/domain/access/permissions.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import { isFaults, loadPack } from '../../src/outside/policy-files/load-pack.ts';
import { routePermissions } from '../../src/web/route-permissions.ts';

/** The text of `docs/permissions.md`. */
export async function permissionsPage(): Promise<string> {
  const policies = [await shipped('magna'), await shipped('magenta')];
  return `# Who may do what

Written by \`node scripts/permissions.ts\` from the one list (\`src/domain/access/permissions.ts\`), the packs and the pages
(\`src/web/route-permissions.ts\`); a test fails where it differs, and another walks every address as everybody named here. Why it is
so: [decisions/access.md](decisions/access.md).

Before any role is asked, a complaint is closed to whom it is about and to who declared a conflict of interest; and a restricted one
is seen by those named for it and those who work on it alone. What somebody may not see is answered as if it did not exist.

## By what is done

| What | Who may | Besides |
|---|---|---|
${ids()
  .map(id => `| ${permissionOf(id).does} | ${saidNeeds(permissionOf(id).needs)} | ${permissionOf(id).but ?? ''} |`)
  .join('\n')}
${policies.map(byRole).join('')}
## By address

Where nobody is signed in, every address of the second kind leads to signing in. A form without the session's seal, or sent from
another site, is refused whoever sends it.

| Address | What it needs |
|---|---|
${[...routePermissions].map(([route, id]) => `| \`${route}\` | ${permissionOf(id).does} |`).join('\n')}
`;
}

function ids(): PermissionId[] {
  return Object.keys(permissions) as PermissionId[];
}

function saidNeeds(needs: Needs): string {
  switch (needs.kind) {
    case 'anybody':
      return 'anybody';
    case 'signed-in':
      return 'whoever is signed in';
    case 'administrator':
      return 'administrators';
    case 'case':
      return 'whoever sees the complaint';
    case 'own':
      return 'whose it is';
    case 'role':
      return `a role with ${needs.any.map(one => `\`${one}\``).join(' or ')}`;
  }
}

function byRole(policy: Policy): string {
  const held = ids().filter(id => permissionOf(id).needs.kind === 'role');
  const titles = policy.roles.map(role => role.title);
  const row = (id: PermissionId): string => {
    const holding = rolesHolding(id, policy);
    return `| ${permissionOf(id).does} | ${policy.roles.map(role => (holding.includes(role) ? 'yes' : '')).join(' | ')} |`;
  };
  return `
## By role at ${policy.landlord.name}

| | ${titles.join(' | ')} |
|---|${titles.map(() => '---').join('|')}|
${held.map(row).join('\n')}
`;
}

async function shipped(id: string): Promise<Policy> {
  const loaded = await loadPack(new URL(`../../policies/${id}`, import.meta.url).pathname);
  if (isFaults(loaded)) throw new Error(`The pack ${id} cannot be read.`);
  return loaded.policy;
}
