/** What is done without anybody asking: what it is called, when, and which command does it. A job holds no rule. */
import { type Application, timeNow } from '../application/application.ts';
import { scanWaiting } from '../application/files/scan-waiting.ts';
import { forgetWhatIsOver, type Keeping } from '../application/forget.ts';
import { rollUpMonths } from '../application/month-figures.ts';
import { checkpointEveryLandlord, type Notary } from '../application/proof.ts';
import { recountWaiting } from '../application/recount-dates.ts';

/** What jobs are given. */
export type JobTools = {
  readonly app: Pick<Application, 'database' | 'clock' | 'uploads'>;
  readonly notary: Notary;
  readonly keeping: Keeping;
  /** The policies and the calendar; opened by the first job that needs them. */
  readonly shelf: () => Promise<Pick<Application, 'packs' | 'calendars' | 'landlords'>>;
};

export type RegularJob = {
  readonly name: string;
  /** Minute, hour, day, month, weekday, in UTC. */
  readonly when: string;
  /** How often it is tried. The last error stays with the job. */
  readonly attempts: number;
  /** A turn that nobody was there for is made up for within so many hours. */
  readonly makeUpHours: number;
  readonly run: (tools: JobTools) => Promise<unknown>;
};

/** The regular jobs. */
export const regularJobs: readonly RegularJob[] = [
  {
    name: 'checkpoint',
    when: '* * * * *',
    // The next minute tries again, and takes in all that has happened since.
    attempts: 1,
    makeUpHours: 0,
    run: ({ app, notary }) => checkpointEveryLandlord(app.database, notary.signer, notary.keyFolder, timeNow(app).now),
  },
  {
    name: 'roll-up-months',
    when: '* * * * *',
    // Until then the page counts the months that were marked from the rows.
    attempts: 1,
    makeUpHours: 0,
    run: ({ app }) => rollUpMonths(app),
  },
  {
    name: 'recount-dates',
    when: '* * * * *',
    // What waits stays where it is, and the next minute goes on.
    attempts: 1,
    makeUpHours: 0,
    run: ({ app, shelf }) => recountWaiting(app, shelf),
  },
  {
    name: 'scan-files',
    when: '* * * * *',
    // Until then nobody is given them, and the next minute asks the scanner again.
    attempts: 1,
    makeUpHours: 0,
    run: ({ app }) => scanWaiting(app),
  },
  {
    name: 'forget-what-is-over',
    when: '20 2 * * *',
    attempts: 8,
    // A computer that is switched off at night does it in the morning.
    makeUpHours: 24,
    run: ({ app, keeping }) => forgetWhatIsOver(app.database, keeping, timeNow(app).now),
  },
];
