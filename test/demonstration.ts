/** The demonstration played whole into a database of its own, as on a given day. */
import { after } from 'node:test';
import { makeDemonstration } from '../src/application/demonstration/demonstration.ts';
import type { Instant } from '../src/domain/calendar/dates.ts';
import { openTestApplication, type TestApplication } from './test-application.ts';

/** An application without a landlord. Everything is closed when the test file is done. */
export async function emptyApplication(now: Instant): Promise<TestApplication> {
  const opened = await openTestApplication(now, { demonstrationSignIn: true });
  after(opened.close);
  return opened;
}

/** Plays it, which takes some seconds. */
export async function demonstrationOn(now: Instant): Promise<TestApplication> {
  const opened = await emptyApplication(now);
  await makeDemonstration(opened.app, () => undefined);
  return opened;
}
