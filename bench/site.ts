/** The landlords that are measured: one with very many complaints, one with a tenth of them, both served by the same process. */

import pg from 'pg';
import { type AppOptions, openApplication } from '../src/app.ts';
import { type Application, timeNow } from '../src/application/application.ts';
import { rollUpMonths } from '../src/application/month-figures.ts';
import { signIn } from '../src/application/sign-in.ts';
import { readConfig } from '../src/config.ts';
import { sayNumber } from '../src/domain/say-number.ts';
import { systemClock } from '../src/outside/clock.ts';
import { joinEmbeddedPostgres } from '../src/outside/embedded-postgres/embedded-postgres.ts';
import { inDatabase } from '../test/database.ts';
import { bulkCases } from './bulk-cases.ts';
import { employer, longCase } from './real-cases.ts';

export type Site = {
  today: string;
  /** Session tokens: somebody with their own complaints only, and somebody who sees all. */
  many: { worker: string; lead: string };
  few: { worker: string; lead: string };
  /** The complaint with sixty events, of the landlord with many. */
  longCase: string;
  /** How the floor connects: as the pages do. */
  appUrl: string;
};

/** Fills the database of a running product. `say` is told how far it is. */
export async function fillSite(dataFolder: string, say: (line: string) => void): Promise<Site> {
  const joined = await joinEmbeddedPostgres(dataFolder);
  if (joined === undefined) throw new Error('The embedded PostgreSQL does not run.');
  const config = readConfig({ REDRESS_DATA: dataFolder, REDRESS_DEMO: 'off' });
  const options: AppOptions = { config, urls: joined, clock: systemClock(), say };
  const app = await openApplication(options, 'bench');
  const admin = new pg.Client({ connectionString: inDatabase(joined.adminUrl, 'redress') });
  await admin.connect();
  try {
    const many = await fillLandlord(app, admin, 'many', 100_000, say);
    const few = await fillLandlord(app, admin, 'few', 10_000, say);
    say('Rolling up the months, as the job does each night …');
    await rollUpMonths(app);
    await admin.query('vacuum analyze');
    await admin.query('checkpoint');
    return { today: timeNow(app).today, many, few, longCase: many.longCase, appUrl: joined.appUrl };
  } finally {
    await admin.end();
    await app.stop();
  }
}

async function fillLandlord(
  app: Application,
  admin: pg.Client,
  slug: string,
  cases: number,
  say: (line: string) => void,
) {
  say(`Writing ${sayNumber(cases)} complaints of one landlord …`);
  const made = await employer(app, slug);
  const { landlordId, lead } = made;
  const reference = await longCase(app, made, 60);
  const worker = await bulkCases(admin, { landlordId, cases, today: timeNow(app).today });
  return {
    worker: await signIn(app, { landlordId, personId: worker }),
    lead: await signIn(app, lead),
    longCase: reference,
  };
}
