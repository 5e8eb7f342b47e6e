/** What secrets of an account are sealed and hashed about: whose they are, so that one does not serve for another. */
import { randomBytes } from 'node:crypto';
import { recoveryCodeBytes, recoveryCodes, typedCode } from '../../domain/access/recovery-codes.ts';
import type { Whose } from '../../storage/accounts/names.ts';
import type { Application } from '../application.ts';

const aboutApp = ({ landlordId, personId }: Whose): string => `app ${landlordId} ${personId}`;
const aboutCode = ({ landlordId, personId }: Whose): string => `recovery code ${landlordId} ${personId}`;

export async function sealAppSecret(app: Application, whose: Whose, secret: string): Promise<Buffer> {
  return (await app.proving.sealing()).seal(aboutApp(whose), secret);
}

/** The secret of the app; null where the installation's secret is another one by now. */
export async function openAppSecret(app: Application, whose: Whose, sealed: Uint8Array): Promise<string | null> {
  return (await app.proving.sealing()).open(aboutApp(whose), sealed);
}

export async function hashRecoveryCode(app: Application, whose: Whose, code: string): Promise<Buffer> {
  return (await app.proving.sealing()).hash(aboutCode(whose), code);
}

/** Ten new codes, as they are shown once, and as they are kept. */
export async function newRecoveryCodes(app: Application, whose: Whose): Promise<{ codes: string[]; hashes: Buffer[] }> {
  const codes = recoveryCodes(randomBytes(recoveryCodeBytes));
  const hashes = await Promise.all(
    codes.map(shown => {
      const read = typedCode(shown);
      if (read?.kind !== 'recovery') throw new Error('A recovery code was made that cannot be typed.');
      return hashRecoveryCode(app, whose, read.code);
    }),
  );
  return { codes, hashes };
}
