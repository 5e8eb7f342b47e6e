import { existsSync, readFileSync } from 'node:fs';
import { CannotStart } from '../../cannot-start.ts';

/** The user that owns the database files and runs PostgreSQL; `switched` when that is not the user we are. */
export type DatabaseUser = { readonly uid: number; readonly gid: number; readonly switched: boolean };

/** Used when we are root and there is no user "redress": above the ids that Debian hands out, below "nobody". */
const firstUnusedId = 64_373;

/** `nobody`: initdb insists that its user has a name, and this is the one that every Linux has. */
const nobody = 65_534;

/**
 * Who runs PostgreSQL. It refuses to run as root, so then it is the owner of the files already there, else a user
 * named "redress", else a fixed id that nobody on this machine has.
 */
export function databaseUser(ownerOfExistingFiles: { uid: number; gid: number } | undefined): DatabaseUser {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) {
    if (ownerOfExistingFiles !== undefined && ownerOfExistingFiles.uid !== uid) {
      throw new CannotStart(
        `The database files in the data folder belong to another user (number ${ownerOfExistingFiles.uid}). ` +
          'Start Redress as that user, or set REDRESS_DATA to another folder.',
      );
    }
    return { uid, gid, switched: false };
  }
  if (ownerOfExistingFiles !== undefined && ownerOfExistingFiles.uid !== 0) {
    return { uid: ownerOfExistingFiles.uid, gid: ownerOfExistingFiles.gid, switched: true };
  }
  const entries = passwdEntries();
  const redress = entries.find(entry => entry.name === 'redress');
  if (redress !== undefined) return { uid: redress.uid, gid: redress.gid, switched: true };
  let id = firstUnusedId;
  while (entries.some(entry => entry.uid === id)) id += 1;
  return { uid: id, gid: id, switched: true };
}

/** The user for initdb: as above, but one with a name. The files are handed over afterwards. */
export function initdbUser(user: DatabaseUser): DatabaseUser {
  if (!user.switched || passwdEntries().some(entry => entry.uid === user.uid)) return user;
  return { uid: nobody, gid: nobody, switched: true };
}

/**
 * The command line that runs `command` as that user and, where the system can, ends it when we die.
 * The capability lets it through folders that belong to root alone (such as /root); it gives no other power.
 */
export function commandAs(user: DatabaseUser, command: readonly string[]): readonly string[] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync);
  if (!user.switched) return setpriv === undefined ? command : [setpriv, '--pdeathsig', 'INT', ...command];
  if (setpriv === undefined) {
    throw new CannotStart(
      'PostgreSQL cannot run as root and this system has no "setpriv" to run it as somebody else. ' +
        'Start Redress as an ordinary user, or install util-linux.',
    );
  }
  return [
    setpriv,
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
    '--pdeathsig',
    'INT',
    ...command,
  ];
}

function passwdEntries(): { name: string; uid: number; gid: number }[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .filter(fields => fields.length >= 4)
    .map(fields => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }));
}
