/** Signing in: first the password, then a code. What is answered never tells whether there is such an account. */
import { normalPassword } from '../../domain/access/password.ts';
import { mayUseOwnAccount } from '../../domain/access/provider.ts';
import { typedCode } from '../../domain/access/recovery-codes.ts';
import { addHours, type Instant } from '../../domain/calendar/dates.ts';
import { stepOfCode } from '../../outside/proving/one-time-codes.ts';
import { TooBusy } from '../../outside/proving/turns.ts';
import {
  type Account,
  changeAccount,
  hasRecoveryCode,
  readAccount,
  useRecoveryCode,
  useStep,
} from '../../storage/accounts/accounts.ts';
import { recordAccountChange } from '../../storage/accounts/changes.ts';
import { knownDevice, rememberDevice } from '../../storage/accounts/devices.ts';
import { isWorkingThere } from '../../storage/accounts/members.ts';
import { nameOf, signInName, type Whose, whoseName } from '../../storage/accounts/names.ts';
import { providerOf } from '../../storage/accounts/providers.ts';
import { inLandlord, type Tx } from '../../storage/landlord-transaction.ts';
import { beginSessionIn } from '../../storage/sessions.ts';
import { type Application, timeNow } from '../application.ts';
import { sessionHours } from '../sign-in.ts';
import { hashRecoveryCode, openAppSecret } from './sealed.ts';
import { guessedRight, takeGuess } from './slow-down.ts';

/** What they come with: the token of a device that is known, and what it calls itself, in words. */
export type Came = { deviceToken: string | null; device: string };

/** `wait` and `wrong` carry a sentence. */
export type NotIn = { kind: 'wrong' | 'wait'; sentence: string };

/** Half of the way: whose password was right, and since when it is theirs. */
export type HalfIn = Whose & { since: Instant };

const wrongPassword: NotIn = { kind: 'wrong', sentence: 'The email address or the password is not right' };
export const tooBusy: NotIn = {
  kind: 'wait',
  sentence: 'Many people are signing in at this moment. Try again in a few seconds',
};

/** Checks an email address and a password. Wrong in any way is one answer after the same work. */
export async function provePassword(
  app: Application,
  typed: { email: string; password: string },
  deviceToken: string | null,
): Promise<NotIn | ({ kind: 'half' } & HalfIn)> {
  try {
    return await app.proving.passwords.inTurn(() => passwordInTurn(app, typed, deviceToken));
  } catch (error) {
    if (error instanceof TooBusy) return tooBusy;
    throw error;
  }
}

async function passwordInTurn(
  app: Application,
  typed: { email: string; password: string },
  deviceToken: string | null,
): Promise<NotIn | ({ kind: 'half' } & HalfIn)> {
  const { now } = timeNow(app);
  const name = signInName(typed.email);
  const whose = await whoseName(app.database, name);
  const found =
    whose === null ? null : await inLandlord(app.database, whose.landlordId, tx => lookUp(app, tx, whose, deviceToken));
  const guess = { what: 'password', name, device: found?.device ?? null } as const;
  const wait = await takeGuess(app, guess, now);
  if (wait !== null) return { kind: 'wait', sentence: wait };
  const password = normalPassword(typed.password);
  const { passwords } = app.proving;
  const right = await passwords.check(password, found?.account?.passwordHash ?? null);
  if (!right || whose === null || !found?.account) return wrongPassword;
  await guessedRight(app, guess);
  if (found.instead !== null) return throughProvider(found.instead);
  if (passwords.isDated(found.account.passwordHash)) {
    const password_hash = await passwords.hash(password);
    await inLandlord(app.database, whose.landlordId, tx => changeAccount(tx, whose, { password_hash }));
  }
  return { kind: 'half', ...whose, since: found.account.passwordSetAt };
}

/** `instead`: the provider to come in through, where accounts of Redress are switched off for this person. */
type Found = { account: Account | null; device: Buffer | null; instead: string | null };

/** Whoever has left has no account any more, whatever is kept. */
async function lookUp(app: Application, tx: Tx, whose: Whose, deviceToken: string | null): Promise<Found> {
  const there = await isWorkingThere(tx, whose, timeNow(app).today);
  const provider = (await providerOf(tx, whose.landlordId))?.settings ?? null;
  return {
    account: there ? await readAccount(tx, whose) : null,
    device: await knownDevice(tx, whose, deviceToken),
    instead: mayUseOwnAccount(provider, whose.personId) ? null : (provider?.name ?? null),
  };
}

/** Said to those alone whose password was right: to others it would tell that there is such an account. */
function throughProvider(name: string): NotIn {
  return { kind: 'wrong', sentence: `Your landlord’s people sign in with ${name}. Passwords are switched off for you` };
}

export type CameIn = {
  kind: 'in';
  token: string;
  deviceToken: string;
  /** `recovery` where a recovery code was used up. */
  by: 'app' | 'recovery';
};

/** `again`: the first half is over or does not hold any more, so signing in begins anew. */
export type CodeAnswer = NotIn | CameIn | { kind: 'again' };

/** Checks a code of somebody whose password was right, and begins their session. */
export async function proveCode(
  app: Application,
  half: HalfIn,
  typed: string,
  { deviceToken, device }: Came,
): Promise<CodeAnswer> {
  const { now } = timeNow(app);
  const whose = { landlordId: half.landlordId, personId: half.personId };
  const found = await inLandlord(app.database, half.landlordId, tx => lookUp(app, tx, whose, deviceToken));
  if (found.account === null || found.account.passwordSetAt !== half.since || found.instead !== null)
    return { kind: 'again' };
  const { account } = found;
  const tried = await tryCode(app, whose, { account, device: found.device }, typed, now);
  if (tried.kind !== 'right') return tried;
  return inLandlord(app.database, whose.landlordId, async tx => {
    const spent = await tried.spend(tx);
    if (!spent) return usedCode;
    await changeAccount(tx, whose, { signed_in_at: now });
    const begun = await beginProven(tx, whose, { deviceToken, device, now });
    return { kind: 'in', ...begun, by: tried.by } as const;
  });
}

const usedCode: NotIn = { kind: 'wrong', sentence: 'This code has been used. Wait for the app to show the next one' };
const wrongCode: NotIn = { kind: 'wrong', sentence: 'The code is not right. Enter the one that the app shows now' };
const wrongRecovery: NotIn = { kind: 'wrong', sentence: 'This recovery code is not right, or has been used' };
const noCode: NotIn = { kind: 'wrong', sentence: 'Enter the six digits from your app, or one of your recovery codes' };

type Tried = NotIn | { kind: 'right'; by: 'app' | 'recovery'; spend: (tx: Tx) => Promise<boolean> };

/** Looks at a code, slowed down like a password. A right one still has to be spent: it is good once. */
export async function tryCode(
  app: Application,
  whose: Whose,
  { account, device }: { account: Account; device: Buffer | null },
  typed: string,
  now: Instant,
): Promise<Tried> {
  const code = typedCode(typed);
  if (code === null) return noCode;
  const guess = { what: 'code', name: whose.personId, device } as const;
  const wait = await takeGuess(app, guess, now);
  if (wait !== null) return { kind: 'wait', sentence: wait };
  if (code.kind === 'app') {
    const secret = await openAppSecret(app, whose, account.appSecret);
    const step = secret === null ? null : stepOfCode(secret, code.digits, now);
    if (step === null) return wrongCode;
    if (step <= account.appLastStep) return usedCode;
    return { kind: 'right', by: 'app', spend: spending(app, guess, tx => useStep(tx, whose, step)) };
  }
  const hash = await hashRecoveryCode(app, whose, code.code);
  const spend = async (tx: Tx): Promise<boolean> => {
    if (!(await useRecoveryCode(tx, whose, hash, now))) return false;
    await recordAccountChange(tx, whose, { kind: 'recovery-code-used', actor: `person:${whose.personId}`, at: now });
    return true;
  };
  const isRight = await inLandlord(app.database, whose.landlordId, tx => hasRecoveryCode(tx, whose, hash));
  return isRight ? { kind: 'right', by: 'recovery', spend: spending(app, guess, spend) } : wrongRecovery;
}

function spending(
  app: Application,
  guess: Parameters<typeof guessedRight>[1],
  spend: (tx: Tx) => Promise<boolean>,
): (tx: Tx) => Promise<boolean> {
  return async tx => {
    const spent = await spend(tx);
    if (spent) await guessedRight(app, guess);
    return spent;
  };
}

/**
 * Begins the session of somebody who has just proved who they are, on a device that is known from now on. `vouched`: a provider
 * says who they are, and since when it knows.
 */
export async function beginProven(
  tx: Tx,
  whose: Whose,
  { deviceToken, device, now, vouched }: Came & { now: Instant; vouched?: { provenAt: Instant | null } },
): Promise<{ token: string; deviceToken: string }> {
  const expiresAt = addHours(now, sessionHours);
  const { provenAt } = vouched ?? { provenAt: now };
  const byProvider = vouched !== undefined;
  const token = await beginSessionIn(tx, { ...whose, now, expiresAt, provenAt, byProvider, device });
  return { token, deviceToken: await rememberDevice(tx, whose, deviceToken, now) };
}

/** The name that somebody signs in with; null where they have none. */
export function ownName(tx: Tx, whose: Whose): Promise<string | null> {
  return nameOf(tx, whose);
}
