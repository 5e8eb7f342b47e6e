/** What it takes to tell whether somebody is who they say: passwords, codes, and secrets that are kept sealed. */
import type { Estimate } from '../../domain/access/password.ts';
import { openEstimate } from './guessing.ts';
import { openPasswords, type Passwords } from './passwords.ts';
import { openSealing, type Sealing } from './sealing.ts';

export type Proving = {
  passwords: Passwords;
  estimate(): Promise<Estimate>;
  /** Opened when it is first needed: most commands need no secret. */
  sealing(): Promise<Sealing>;
};

export function openProving(secret: () => Promise<string>): Proving {
  let sealing: Promise<Sealing> | undefined;
  return {
    passwords: openPasswords(),
    estimate: openEstimate,
    sealing: () => {
      sealing ??= secret().then(openSealing);
      return sealing;
    },
  };
}
