/** One's own account: proving again who one is, another password, another app, new recovery codes, and one's sessions. */
import { normalPassword, passwordRefusal } from '../../domain/access/password.ts';
import { isProofFresh } from '../../domain/access/proof.ts';
import { typedCode } from '../../domain/access/recovery-codes.ts';
import type { Instant } from '../../domain/calendar/dates.ts';
import { appAddress, newAppSecret, stepOfCode } from '../../outside/proving/one-time-codes.ts';
import { TooBusy } from '../../outside/proving/turns.ts';
import {
  changeAccount,
  readAccount,
  recoveryCodesLeft,
  replaceRecoveryCodes,
} from '../../storage/accounts/accounts.ts';
import { recordAccountChange } from '../../storage/accounts/changes.ts';
import { knownDevice } from '../../storage/accounts/devices.ts';
import { nameOf } from '../../storage/accounts/names.ts';
import { identityOf } from '../../storage/accounts/providers.ts';
import { inLandlord, readInLandlord } from '../../storage/landlord-transaction.ts';
import { endSessionsOf, type ListedSession, markProven, sessionsOf } from '../../storage/sessions.ts';
import { type Application, timeNow, type Viewer } from '../application.ts';
import type { Reading } from '../reading.ts';
import { tooBusy, tryCode } from './come-in.ts';
import { newRecoveryCodes, openAppSecret, sealAppSecret } from './sealed.ts';
import { guessedRight, takeGuess } from './slow-down.ts';

/** Somebody signed in, with the session they are here in. */
export type Present = Viewer & { sessionId: string; provenAt: Instant | null; byProvider: boolean };

export type OwnAccount = {
  /** Null in the demonstration, where nobody has an account. */
  account: { email: string; passwordSetAt: Instant; appSetAt: Instant; recoveryCodesLeft: number } | null;
  /** Since when they come in through their landlord's provider; null where they do not. */
  throughProviderSince: Instant | null;
  sessions: readonly ListedSession[];
};

/** What the page of one's own account shows. */
export async function ownAccount(tx: Reading, viewer: Viewer, now: Instant): Promise<OwnAccount> {
  const [account, email, left, sessions, identity] = await Promise.all([
    readAccount(tx, viewer),
    nameOf(tx, viewer),
    recoveryCodesLeft(tx, viewer),
    sessionsOf(tx, viewer, now),
    identityOf(tx, viewer),
  ]);
  const throughProviderSince = identity?.boundAt ?? null;
  const { passwordSetAt, appSetAt } = account ?? {};
  if (passwordSetAt === undefined || appSetAt === undefined || email === null)
    return { account: null, throughProviderSince, sessions };
  const own = { email, passwordSetAt, appSetAt, recoveryCodesLeft: left };
  return { account: own, throughProviderSince, sessions };
}

/** Whether what is grave may be done without asking again. */
export function isProven(app: Application, { provenAt }: Present): boolean {
  return isProofFresh(provenAt, timeNow(app).now);
}

/** Proves again who one is, by password or code. Null where it is proven; else why not, as a sentence. */
export async function proveAgain(
  app: Application,
  who: Present,
  typed: string,
  deviceToken: string | null,
): Promise<string | null> {
  if (typed.trim() === '') return 'Enter your password, or a code from your app';
  const { now } = timeNow(app);
  const [account, device] = await readInLandlord(
    app.database,
    who.landlordId,
    async tx => [await readAccount(tx, who), await knownDevice(tx, who, deviceToken)] as const,
  );
  if (account === null) return 'You have no account of your own here, so nothing can prove that it is you';
  const whose = { landlordId: who.landlordId, personId: who.personId };
  if (typedCode(typed)?.kind === 'app') {
    const tried = await tryCode(app, whose, { account, device }, typed, now);
    if (tried.kind !== 'right') return tried.sentence;
    return inLandlord(app.database, who.landlordId, async tx => {
      if (!(await tried.spend(tx))) return 'This code has been used. Wait for the app to show the next one';
      await markProven(tx, who.sessionId, now);
      return null;
    });
  }
  const right = await isOwnPassword(app, who, typed, { hash: account.passwordHash, device });
  if (right !== null) return right;
  await inLandlord(app.database, who.landlordId, tx => markProven(tx, who.sessionId, now));
  return null;
}

async function isOwnPassword(
  app: Application,
  who: Present,
  typed: string,
  { hash, device }: { hash: string; device: Buffer | null },
): Promise<string | null> {
  const guess = { what: 'password', name: who.personId, device } as const;
  const { passwords } = app.proving;
  try {
    return await passwords.inTurn(async () => {
      const wait = await takeGuess(app, guess, timeNow(app).now);
      if (wait !== null) return wait;
      if (!(await passwords.check(normalPassword(typed), hash))) return 'The password is not right';
      await guessedRight(app, guess);
      return null;
    });
  } catch (error) {
    if (error instanceof TooBusy) return tooBusy.sentence;
    throw error;
  }
}

/** Changes the password; the other sessions end. Null where it is changed; else why not. */
export async function changePassword(
  app: Application,
  who: Present,
  landlord: string,
  typed: string,
): Promise<string | null> {
  const email = await readInLandlord(app.database, who.landlordId, tx => nameOf(tx, who));
  const chooser = { name: who.name, email: email ?? '', landlord };
  const refusal = passwordRefusal(typed, chooser, await app.proving.estimate());
  if (refusal !== null) return refusal;
  const { passwords } = app.proving;
  const { now } = timeNow(app);
  try {
    const password_hash = await passwords.inTurn(() => passwords.hash(normalPassword(typed)));
    await inLandlord(app.database, who.landlordId, async tx => {
      await changeAccount(tx, who, { password_hash, password_set_at: now });
      await endSessionsOf(tx, who, { allBut: who.sessionId });
      await recordAccountChange(tx, who, { kind: 'password-changed', actor: `person:${who.personId}`, at: now });
    });
    return null;
  } catch (error) {
    if (error instanceof TooBusy) return tooBusy.sentence;
    throw error;
  }
}

/** Ten new recovery codes in place of those there were. */
export async function renewRecoveryCodes(app: Application, who: Present): Promise<readonly string[]> {
  const { now } = timeNow(app);
  const { codes, hashes } = await newRecoveryCodes(app, who);
  await inLandlord(app.database, who.landlordId, async tx => {
    await replaceRecoveryCodes(tx, who, hashes);
    await recordAccountChange(tx, who, { kind: 'recovery-codes-made', actor: `person:${who.personId}`, at: now });
  });
  return codes;
}

/** A secret for another app: sealed for the form that is shown with it, until a code shows that the app works. */
export type NewApp = { secret: string; address: string; sealed: string };

export async function newApp(app: Application, who: Present, given: string | undefined): Promise<NewApp> {
  const email = await readInLandlord(app.database, who.landlordId, tx => nameOf(tx, who));
  const kept = given === undefined ? null : await openAppSecret(app, who, Buffer.from(given, 'base64url'));
  const secret = kept ?? newAppSecret();
  const sealed = (await sealAppSecret(app, who, secret)).toString('base64url');
  return { secret, address: appAddress(secret, email ?? who.name), sealed };
}

/** Changes to another app. Null where it is done; else why not. */
export async function changeApp(app: Application, who: Present, sealed: string, typed: string): Promise<string | null> {
  const { now } = timeNow(app);
  const secret = await openAppSecret(app, who, Buffer.from(sealed, 'base64url'));
  const code = typedCode(typed);
  if (code?.kind !== 'app') return 'Enter the six digits that the app shows';
  const step = secret === null ? null : stepOfCode(secret, code.digits, now);
  if (secret === null || step === null) return 'The code is not right. Enter the one that the new app shows now';
  const app_secret = await sealAppSecret(app, who, secret);
  await inLandlord(app.database, who.landlordId, async tx => {
    await changeAccount(tx, who, { app_secret, app_set_at: now, app_last_step: step });
    await endSessionsOf(tx, who, { allBut: who.sessionId });
    await recordAccountChange(tx, who, { kind: 'app-changed', actor: `person:${who.personId}`, at: now });
  });
  return null;
}

/** Ends one session, or all but the one somebody is in. Returns how many. */
export function endOwnSessions(app: Application, who: Present, which: string | 'others'): Promise<number> {
  return inLandlord(app.database, who.landlordId, tx =>
    endSessionsOf(tx, who, which === 'others' ? { allBut: who.sessionId } : { only: which }),
  );
}
