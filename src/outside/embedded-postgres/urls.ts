/**
 * The address of a database behind a Unix socket, in the form that `pg` and PostgreSQL's own programs both read:
 * `postgresql://redress_app@%2Fsrv%2Fredress%2Frun/redress`.
 */
export function databaseUrl(socketFolder: string, role: string, database: string): string {
  return `postgresql://${role}@${encodeURIComponent(socketFolder)}/${database}`;
}
