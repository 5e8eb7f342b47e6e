/**
 * The administrator: a role of the installation, beside those of a landlord's policy. It says who may come in and in which role;
 * of complaints it shows nothing.
 */

/** No pack can have a role of this id: theirs are small letters, digits and hyphens. */
export const administratorRole = 'redress:administrator';
export const administratorTitle = 'Administrator';

/** What people may do here that no policy speaks of. */
export type InstallationCapability = 'manage-people';

/** Whether these roles carry a capability of the installation. */
export function canInInstallation(roles: readonly string[], _capability: InstallationCapability): boolean {
  return roles.includes(administratorRole);
}

/** Somebody as the rules about people need them. */
export type Member = { personId: string; roles: readonly string[]; active: boolean };

/** Why this person cannot be recorded as having left; null where they can. */
export function leavingRefusal(actorId: string, { personId, active }: Member): string | null {
  if (!active) return 'It is recorded already that they have left.';
  return personId === actorId
    ? 'You cannot record that you have left yourself. Ask another administrator; if there is none, make somebody one first.'
    : null;
}

/** Why these cannot be the person's roles; null where they can. There is always an administrator left: whoever acts is one. */
export function rolesRefusal(actorId: string, { personId, active }: Member, roles: readonly string[]): string | null {
  if (!active) return 'They have left, so their roles are not changed any more.';
  return personId === actorId && !roles.includes(administratorRole)
    ? 'You cannot take away your own role of administrator. Another administrator can.'
    : null;
}
