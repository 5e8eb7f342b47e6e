/** Coming in, staying in and leaving. Whoever is let in was proven first, or picked on the demonstration's own page. */
import { addHours } from '../domain/calendar/dates.ts';
import { beginSession, endSession, findSession, touchSession } from '../storage/sessions.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import type { Reading } from './reading.ts';

/** How long a session lasts, in hours: a long working day. */
export const sessionHours = 12;
const touchEveryMs = 5 * 60_000;

export type SignedIn = { token: string; landlordId: string; personId: string };
export type Visitor = { viewer: Viewer; jobTitle: string | null };

/** Begins a session and returns its token for the cookie. */
export async function signIn(app: Application, person: { landlordId: string; personId: string }): Promise<string> {
  const { now } = timeNow(app);
  return beginSession(app.database, { ...person, now, expiresAt: addHours(now, sessionHours) });
}

/** Whose session a token is; null where there is none, or it has ended. */
export async function whoIs(app: Application, token: string): Promise<SignedIn | null> {
  const { now } = timeNow(app);
  const session = await findSession(app.database, token, now);
  if (session === null) return null;
  if (Date.parse(now) - Date.parse(session.seenAt) > touchEveryMs) await touchSession(app.database, token, now);
  return { token, landlordId: session.landlordId, personId: session.personId };
}

/** Ends a session. */
export function signOut(app: Application, token: string): Promise<void> {
  return endSession(app.database, token);
}

/** The person behind a session with their roles; null for somebody who has left. */
export async function visitor(
  app: Application,
  tx: Reading,
  { landlordId, personId }: SignedIn,
): Promise<Visitor | null> {
  const rows = await tx
    .selectFrom('person')
    .leftJoin('person_role', join =>
      join
        .onRef('person_role.landlord_id', '=', 'person.landlord_id')
        .onRef('person_role.person_id', '=', 'person.person_id'),
    )
    .select(['person.name', 'person.job_title', 'person.left_on', 'person_role.role'])
    .where('person.landlord_id', '=', landlordId)
    .where('person.person_id', '=', personId)
    .execute();
  const [first] = rows;
  if (first === undefined || (first.left_on !== null && first.left_on <= timeNow(app).today)) return null;
  const roles = rows.flatMap(row => row.role ?? []);
  return { viewer: { landlordId, personId, name: first.name, roles }, jobTitle: first.job_title };
}
