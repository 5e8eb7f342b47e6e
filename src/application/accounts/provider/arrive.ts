/** Coming back from a provider: its answer is checked in full, then it is seen who that is here and what they may. */
import { secondsSinceProof, wrongClaim } from '../../../domain/access/provider.ts';
import type { WhyNotIn } from '../../../domain/access/why-not-in.ts';
import { addHours, type Instant } from '../../../domain/calendar/dates.ts';
import { againSeconds } from '../../../outside/sign-in/providers.ts';
import { removeAccount } from '../../../storage/accounts/accounts.ts';
import { findInvitation, useInvitation } from '../../../storage/accounts/invitations.ts';
import { isWorkingThere, takeTurnWithPeople } from '../../../storage/accounts/members.ts';
import { noteCameIn, whoseIdentity } from '../../../storage/accounts/providers.ts';
import { allStaff, type StaffMember } from '../../../storage/cases/staff.ts';
import { inLandlord, readInLandlord, type Tx } from '../../../storage/landlord-transaction.ts';
import { endSessionsOf, markProven } from '../../../storage/sessions.ts';
import { type Application, timeNow } from '../../application.ts';
import { whyStopped } from '../as-administrator.ts';
import { beginProven, type Came } from '../come-in.ts';
import type { Present } from '../own-account.ts';
import { applyGroups, bind, recognise, type Vouched } from './recognise.ts';
import { openSetOut, type Purpose, type SetOut } from './set-out.ts';
import { type SettledProvider, settledProvider } from './settled.ts';

/** `code` and the ids are for the log. `provider` is what people call it; null where it is not known whose it would be. */
export type NotArrived = {
  kind: 'not-in';
  why: WhyNotIn;
  code: string | null;
  landlordId: string | null;
  provider: string | null;
};
export type Arrived =
  | { kind: 'in'; token: string; deviceToken: string; back: string }
  | { kind: 'proven'; back: string }
  | NotArrived;

/** What came back, and with what: `present` is whoever has a session in this browser. */
export type Arriving = { cookie: string | null; url: URL; came: Came; present: Present | null };

export async function arrive(app: Application, { cookie, url, came, present }: Arriving): Promise<Arrived> {
  const out = await openSetOut(app, cookie);
  if (out === null || url.searchParams.get('state') !== out.trip.state)
    return { kind: 'not-in', why: 'not-begun', code: null, landlordId: null, provider: null };
  const { landlordId } = out;
  const provider = await readInLandlord(app.database, landlordId, tx => settledProvider(app, tx, landlordId));
  const name = provider?.settings.name ?? null;
  const notIn = (why: WhyNotIn, code: string | null = null): NotArrived => ({
    ...{ kind: 'not-in', why, code, landlordId },
    provider: name,
  });
  if (provider === null || provider.revision !== out.revision) return notIn('settled-anew');
  const checked = await checkAnswer(app, provider, out, url);
  if ('why' in checked) return notIn(checked.why, checked.code);
  const { now } = timeNow(app);
  const vouched: Vouched = { landlordId, settings: provider.settings, now, ...checked };
  const arrived = await settle(app, vouched, out, { came, present });
  return typeof arrived === 'string' ? notIn(arrived) : arrived;
}

type Checked = Pick<Vouched, 'claims' | 'identity'>;

/** Everything that can be said of the answer without knowing anybody here. */
async function checkAnswer(
  app: Application,
  { settings, client }: SettledProvider,
  { trip, purpose }: SetOut,
  url: URL,
): Promise<Checked | { why: WhyNotIn; code: string | null }> {
  const again = purpose.kind === 'prove';
  const userinfo = settings.claimsFrom === 'userinfo';
  const answer = await app.providers.redeem(client, { url, trip, again, userinfo });
  if (answer.kind === 'fault') return { why: answer.fault, code: answer.code };
  const { claims } = answer;
  const { iss: issuer, sub: subject } = claims;
  if (issuer !== settings.issuer || typeof subject !== 'string' || subject === '' || subject.length > 255)
    return { why: 'not-for-us', code: 'iss or sub' };
  const wrong = wrongClaim(settings, claims);
  if (wrong !== null) return { why: 'elsewhere', code: wrong };
  const since = secondsSinceProof(claims);
  if (again && (since === null || since > againSeconds)) return { why: 'not-proven-anew', code: 'auth_time' };
  return { claims, identity: { issuer, subject } };
}

type With = Pick<Arriving, 'came' | 'present'>;

/** One transaction, in turn with others who change people. What was changed about roles stays, though they may not come in. */
async function settle(app: Application, vouched: Vouched, out: SetOut, by: With): Promise<Arrived | WhyNotIn> {
  const { purpose } = out;
  const invitedId = purpose.kind === 'join' ? await invitedBy(app, vouched, purpose.token) : null;
  try {
    return await inLandlord(app.database, vouched.landlordId, async tx => {
      await takeTurnWithPeople(tx, vouched.landlordId);
      if (purpose.kind === 'prove') return proveAgain(tx, vouched, { ...out, purpose }, by);
      const person =
        purpose.kind === 'join' ? await accept(app, tx, vouched, { purpose, invitedId }) : await recognise(tx, vouched);
      if (typeof person === 'string') return person;
      const whose = { landlordId: vouched.landlordId, personId: person.personId };
      if (!(await isWorkingThere(tx, whose, timeNow(app).today))) return 'left';
      const why = await applyGroups(tx, vouched, person);
      if (why !== null) return why;
      await noteCameIn(tx, whose, vouched.now);
      const begun = await beginProven(tx, whose, {
        ...by.came,
        now: vouched.now,
        vouched: { provenAt: provenAt(vouched) },
      });
      return { kind: 'in', ...begun, back: out.back } as const;
    });
  } catch (error) {
    if (whyStopped(error) !== null) return 'address-taken';
    throw error;
  }
}

/** The provider's own count, so that a difference between clocks does not matter; never later than now. */
function provenAt({ claims, now }: Vouched): Instant | null {
  const since = secondsSinceProof(claims);
  return since === null ? null : addHours(now, -since / 3600);
}

/** Whom a link invites that may still be used; null where there is no such link. */
async function invitedBy(app: Application, { landlordId, now }: Vouched, token: string): Promise<string | null> {
  const found = await findInvitation(app.database, token);
  const open = found !== null && found.landlordId === landlordId && found.usedAt === null && found.expiresAt > now;
  return open ? found.personId : null;
}

/** Whoever holds the link is who was invited. Everything that proved them before is replaced, as by a password chosen with it. */
async function accept(
  app: Application,
  tx: Tx,
  vouched: Vouched,
  { purpose, invitedId }: { purpose: Extract<Purpose, { kind: 'join' }>; invitedId: string | null },
): Promise<StaffMember | WhyNotIn> {
  const { landlordId, identity, settings, now } = vouched;
  const person = (await allStaff(tx, landlordId, timeNow(app).today)).find(one => one.personId === invitedId);
  if (person === undefined) return 'link-over';
  const whose = { landlordId, personId: person.personId };
  if (!(await isWorkingThere(tx, whose, timeNow(app).today))) return 'left';
  const already = await whoseIdentity(tx, landlordId, identity);
  if (already !== null && already !== person.personId) return 'identity-taken';
  if (!(await useInvitation(tx, purpose.token, now))) return 'link-over';
  await endSessionsOf(tx, whose, 'all');
  // The one for emergencies keeps a way in that does not need the provider.
  if (settings.emergencyPersonId !== person.personId) await removeAccount(tx, whose);
  await bind(tx, vouched, person.personId);
  return person;
}

async function proveAgain(
  tx: Tx,
  { landlordId, identity, now }: Vouched,
  { purpose, back }: SetOut & { purpose: Extract<Purpose, { kind: 'prove' }> },
  { present }: With,
): Promise<Arrived | WhyNotIn> {
  if (present === null || present.sessionId !== purpose.sessionId) return 'session-over';
  if ((await whoseIdentity(tx, landlordId, identity)) !== present.personId) return 'another-person';
  await markProven(tx, present.sessionId, now);
  return { kind: 'proven', back };
}
