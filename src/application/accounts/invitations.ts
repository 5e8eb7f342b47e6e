/** Being invited: a link, a password, an app, and in. The same way leads back in after a lost telephone. */
import { normalPassword, passwordRefusal } from '../../domain/access/password.ts';
import { mayUseOwnAccount } from '../../domain/access/provider.ts';
import { typedCode } from '../../domain/access/recovery-codes.ts';
import { addHours, type Instant } from '../../domain/calendar/dates.ts';
import { appAddress, newAppSecret, stepOfCode } from '../../outside/proving/one-time-codes.ts';
import { TooBusy } from '../../outside/proving/turns.ts';
import { makeAccount, replaceRecoveryCodes } from '../../storage/accounts/accounts.ts';
import { recordAccountChange } from '../../storage/accounts/changes.ts';
import {
  addInvitation,
  chooseWith,
  findInvitation,
  type Invitation,
  useInvitation,
} from '../../storage/accounts/invitations.ts';
import { isWorkingThere } from '../../storage/accounts/members.ts';
import { nameOf, type Whose } from '../../storage/accounts/names.ts';
import { providerOf } from '../../storage/accounts/providers.ts';
import { inLandlord, readInLandlord, type Tx } from '../../storage/landlord-transaction.ts';
import { endSessionsOf } from '../../storage/sessions.ts';
import { type Application, timeNow } from '../application.ts';
import { beginProven, tooBusy } from './come-in.ts';
import { newRecoveryCodes, openAppSecret, sealAppSecret } from './sealed.ts';

/** How long a link is good for, in days. */
export const invitationDays = 7;

/** Somebody with a link that may be used now. */
export type Invited = Whose & {
  name: string;
  email: string;
  landlord: string;
  /** What the app is set up with, once a password was chosen; null before. */
  app: { secret: string; address: string } | null;
  /** What they may come in with: an account of Redress, their landlord's provider, or either. */
  ways: { own: boolean; provider: string | null };
};

/** `used`: this link has been used. `over`: it is too old, was taken back, or is none. */
export type InvitationState = { kind: 'open'; invited: Invited } | { kind: 'used' | 'over' };

/** Makes a link for somebody and returns its token. */
export async function invite(tx: Tx, whose: Whose, actor: string, now: Instant): Promise<string> {
  const token = await addInvitation(tx, whose, { madeAt: now, expiresAt: addHours(now, invitationDays * 24) });
  await recordAccountChange(tx, whose, { kind: 'invited', actor, at: now });
  return token;
}

/** Whom a link invites, and how far they have come. */
export async function openInvitation(app: Application, token: string): Promise<InvitationState> {
  const found = await findInvitation(app.database, token);
  if (found === null) return { kind: 'over' };
  if (found.usedAt !== null) return { kind: 'used' };
  const { now, today } = timeNow(app);
  if (found.expiresAt <= now) return { kind: 'over' };
  const invited = await readInLandlord(app.database, found.landlordId, async tx => {
    if (!(await isWorkingThere(tx, found, today))) return null;
    return invitedPerson(app, tx, found);
  });
  return invited === null ? { kind: 'over' } : { kind: 'open', invited };
}

async function invitedPerson(app: Application, tx: Tx, found: Invitation): Promise<Invited | null> {
  const { landlordId, personId, appSecret } = found;
  const { staff, name: landlord } = await app.landlords.now(tx, landlordId, timeNow(app).today);
  const person = staff.find(one => one.personId === personId);
  const email = await nameOf(tx, found);
  if (person === undefined || email === null) return null;
  const secret = appSecret === null ? null : await openAppSecret(app, found, appSecret);
  return {
    ways: await waysOf(tx, found),
    ...{ landlordId, personId, email, landlord, name: person.name },
    app: secret === null ? null : { secret, address: appAddress(secret, email) },
  };
}

async function waysOf(tx: Tx, whose: Whose): Promise<Invited['ways']> {
  const provider = (await providerOf(tx, whose.landlordId))?.settings ?? null;
  return { own: mayUseOwnAccount(provider, whose.personId), provider: provider?.name ?? null };
}

/** Chooses the password. Null where it was taken; else why not, as a sentence. */
export async function choosePassword(
  app: Application,
  token: string,
  invited: Invited,
  typed: string,
): Promise<string | null> {
  const refusal = passwordRefusal(typed, invited, await app.proving.estimate());
  if (refusal !== null) return refusal;
  const { passwords } = app.proving;
  try {
    const password_hash = await passwords.inTurn(() => passwords.hash(normalPassword(typed)));
    const app_secret = await sealAppSecret(app, invited, newAppSecret());
    await inLandlord(app.database, invited.landlordId, tx => chooseWith(tx, token, { password_hash, app_secret }));
    return null;
  } catch (error) {
    if (error instanceof TooBusy) return tooBusy.sentence;
    throw error;
  }
}

export type Joined = { kind: 'in'; token: string; deviceToken: string; codes: readonly string[] };

/**
 * Makes the account once a code shows that the app works, in place of one there was: its sessions end, its codes are good no more.
 * `gone`: the link was used or taken back meanwhile.
 */
export async function join(
  app: Application,
  token: string,
  typed: string,
  came: { deviceToken: string | null; device: string },
): Promise<Joined | { kind: 'wrong'; sentence: string } | { kind: 'gone' }> {
  const { now, today } = timeNow(app);
  const found = await findInvitation(app.database, token);
  if (found === null || found.usedAt !== null || found.expiresAt <= now) return { kind: 'gone' };
  const { passwordHash, appSecret } = found;
  if (passwordHash === null || appSecret === null) return { kind: 'gone' };
  const code = typedCode(typed);
  if (code?.kind !== 'app') return { kind: 'wrong', sentence: 'Enter the six digits that the app shows' };
  const whose = { landlordId: found.landlordId, personId: found.personId };
  const secret = await openAppSecret(app, whose, appSecret);
  const step = secret === null ? null : stepOfCode(secret, code.digits, now);
  if (step === null) {
    const sentence =
      'The code is not right. Enter the one that the app shows now; if it stays wrong, check that the telephone’s time is set by itself';
    return { kind: 'wrong', sentence };
  }
  const { codes, hashes } = await newRecoveryCodes(app, whose);
  return inLandlord(app.database, whose.landlordId, async tx => {
    const there = await isWorkingThere(tx, whose, today);
    const { own } = await waysOf(tx, whose);
    if (!there || !own || !(await useInvitation(tx, token, now))) return { kind: 'gone' } as const;
    await endSessionsOf(tx, whose, 'all');
    await makeAccount(tx, whose, { passwordHash, appSecret, step, now });
    await replaceRecoveryCodes(tx, whose, hashes);
    await recordAccountChange(tx, whose, { kind: 'account-made', actor: `person:${whose.personId}`, at: now });
    const begun = await beginProven(tx, whose, { ...came, now });
    return { kind: 'in', ...begun, codes } as const;
  });
}
