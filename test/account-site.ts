/** Two landlords, and people who can sign in: for tests of accounts. */
import { inviteByHand } from '../src/application/accounts/set-up.ts';
import type { Viewer } from '../src/application/application.ts';
import { administratorRole } from '../src/domain/access/administrator.ts';
import { addHours, type Instant } from '../src/domain/calendar/dates.ts';
import { codeAt } from '../src/outside/proving/one-time-codes.ts';
import { inLandlord } from '../src/storage/landlord-transaction.ts';
import { acceptInvitation, goodPassword, type Newcomer, newcomer } from './newcomer.ts';
import { type LandlordName, type StaffSite, staffSite } from './staff-site.ts';

export type Joined = { person: Viewer; email: string; key: string; codes: string[]; browser: Newcomer };

export type AccountSite = StaffSite & {
  browser(agent?: string): Newcomer;
  emailOf(person: Viewer): string;
  now(): Instant;
  /** Lets so many seconds pass. */
  wait(seconds: number): void;
  /** The path of a link for somebody, as the terminal makes it. */
  link(landlord: LandlordName, person: Viewer): Promise<string>;
  /** Somebody who has accepted an invitation in a browser of their own. */
  joined(landlord: LandlordName, person: Viewer): Promise<Joined>;
  makeAdministrator(person: Viewer): Promise<void>;
  /** Signs in with password and code in a browser; a new half minute begins first, so that the code is fresh. */
  signIn(browser: Newcomer, who: Pick<Joined, 'email' | 'key'>, password?: string): Promise<string | null>;
};

export async function accountSite(): Promise<AccountSite> {
  const site = await staffSite();
  const { app, clock, inject } = site;
  const now = (): Instant => clock.now() as Instant;
  const wait = (seconds: number): void => clock.set(addHours(now(), seconds / 3600));
  const emailOf = ({ name }: Viewer): string => `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const link: AccountSite['link'] = async (landlord, person) => {
    const made = await inviteByHand(app, { slug: landlord, email: emailOf(person) });
    if (made.kind !== 'done') throw new Error(made.sentence);
    return `/invitation/${made.token}`;
  };
  return {
    ...site,
    ...{ now, wait, emailOf, link },
    browser: agent => newcomer(inject, agent),
    async joined(landlord, person) {
      const browser = newcomer(inject);
      const made = await acceptInvitation(browser, await link(landlord, person), now());
      return { person, email: emailOf(person), ...made, browser };
    },
    makeAdministrator: async ({ landlordId, personId }) => {
      await inLandlord(app.database, landlordId, tx =>
        tx
          .insertInto('person_role')
          .values({ landlord_id: landlordId, person_id: personId, role: administratorRole })
          .execute(),
      );
    },
    async signIn(browser, { email, key }, password = goodPassword) {
      wait(60);
      const half = await browser.post('/sign-in', { email, password });
      if (half.status !== 303) return null;
      const whole = await browser.post('/sign-in/code', { code: codeAt(key, now()) });
      return whole.status === 303 ? whole.location : null;
    },
  };
}
