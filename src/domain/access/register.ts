/** Who brings in homes, people and staff by file, and keeps the register of buildings. */
import type { Policy } from '../policy/policy.ts';
import type { RoleId } from '../policy/roles.ts';
import type { ImportKind } from '../register/imports.ts';
import { canInInstallation } from './administrator.ts';
import { can } from './scope.ts';

/** Whoever keeps the register by the policy, and administrators. */
export function mayImport(roles: readonly RoleId[], policy: Policy): boolean {
  return can(roles, 'keep-register', policy) || canInInstallation(roles, 'manage-people');
}

/** Staff are looked after by administrators alone, also by file: it gives roles. */
export function mayImportKind(roles: readonly RoleId[], policy: Policy, kind: ImportKind): boolean {
  return kind === 'staff' ? canInInstallation(roles, 'manage-people') : mayImport(roles, policy);
}
