/** The demonstration played whole into a database of its own, as on a given day. */
import { after } from 'node:test';
import type { Application } from '../src/application/application.ts';
import { openCalendarLibrary } from '../src/application/calendar-library.ts';
import { makeDemonstration } from '../src/application/demonstration/demonstration.ts';
import { openPackLibrary } from '../src/application/pack-library.ts';
import { productFolder } from '../src/config.ts';
import type { Instant } from '../src/domain/calendar/dates.ts';
import { openDocumentRenderer } from '../src/outside/documents/render-pdf.ts';
import { loadCalendar } from '../src/outside/policy-files/calendar-file.ts';
import { createAccessLog } from '../src/storage/access-log.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export type Demonstration = { app: Application; database: TestDatabase };

/** Makes it. Everything is closed when the test file is done. */
export async function demonstrationOn(now: Instant): Promise<Demonstration> {
  const database = await testDatabase();
  const documents = openDocumentRenderer();
  const accessLog = createAccessLog(database.app, {
    onError: error => {
      throw error;
    },
  });
  after(async () => {
    await accessLog.close();
    await documents.stop();
  });
  const app: Application = {
    database: database.app,
    clock: { now: () => now },
    packs: await openPackLibrary(`${productFolder}/policies`),
    calendars: openCalendarLibrary(await loadCalendar('england-and-wales')),
    accessLog,
    renderLetter: (document, size) => documents.renderPdf(document, { size }),
  };
  await makeDemonstration(app, () => undefined);
  return { app, database };
}
