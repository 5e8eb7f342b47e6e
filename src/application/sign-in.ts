/** Coming in, staying in and leaving. Whoever is let in was proven first, or picked on the demonstration's own page. */
import { addHours, type Instant } from '../domain/calendar/dates.ts';
import { beginSession, endSession, readInSession, touchSession } from '../storage/sessions.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import type { Landlord } from './landlord.ts';
import type { Reading } from './reading.ts';

/** How long a session lasts, in hours: a long working day. */
export const sessionHours = 12;
const touchEveryMs = 5 * 60_000;

/** Somebody with a session, and the landlord they work for as it is at this moment. */
export type SignedIn = {
  token: string;
  viewer: Viewer;
  jobTitle: string | null;
  landlord: Landlord;
  sessionId: string;
  /** When they last proved who they are; null in the demonstration. */
  provenAt: Instant | null;
  /** Whether their landlord's sign-in provider vouched for them. */
  byProvider: boolean;
};

/** Begins a session and returns its token for the cookie. */
export async function signIn(app: Application, person: { landlordId: string; personId: string }): Promise<string> {
  const { now } = timeNow(app);
  return beginSession(app.database, { ...person, now, expiresAt: addHours(now, sessionHours) });
}

/**
 * Reads as whoever holds a token, in one read-only transaction of their landlord. Null where nobody does: there is no such
 * session, it has ended, or the person has left.
 */
export async function readingAs<T>(
  app: Application,
  token: string,
  work: (tx: Reading, who: SignedIn) => Promise<T>,
): Promise<T | null> {
  const { now, today } = timeNow(app);
  const answer = await readInSession(app.database, token, now, async (tx, session) => {
    const { landlordId, personId, seenAt, sessionId, provenAt, byProvider, facts } = session;
    const landlord = await app.landlords.at(tx, landlordId, facts, today);
    const person = landlord.staff.find(one => one.personId === personId);
    if (person === undefined || (person.leftOn !== null && person.leftOn <= today)) return null;
    const { name, roles, jobTitle } = person;
    const viewer = { landlordId, personId, name, roles };
    const result = await work(tx, { token, viewer, jobTitle, landlord, sessionId, provenAt, byProvider });
    return { result, seenAt };
  });
  if (answer === null) return null;
  if (Date.parse(now) - Date.parse(answer.seenAt) > touchEveryMs) await touchSession(app.database, token, now);
  return answer.result;
}

/** Ends a session. Returns the landlord where its provider had vouched for them: they may still be signed in there. */
export function signOut(app: Application, token: string): Promise<{ landlordId: string } | null> {
  return endSession(app.database, token);
}
