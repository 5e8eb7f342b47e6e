/** Runs the jobs on PostgreSQL's own queue: each is done by one of the processes that run them, and again when one dies at it. */
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import { type JobTools, type RegularJob, regularJobs } from './job-list.ts';

export type JobsOptions = {
  /** The queue's tables belong to the owner; what a job does, it does as the app. */
  readonly ownerUrl: string;
  readonly tools: JobTools;
  /** Told when a job has failed for good, in a sentence without anybody's words in it. */
  readonly say: (line: string) => void;
  readonly jobs?: readonly RegularJob[];
};

/** Jobs that run until they are stopped. `failed` rejects when they cannot go on. */
export type RunningJobs = { stop(): Promise<void>; readonly failed: Promise<never>; readonly events: Runner['events'] };

/** Starts running jobs, the regular ones at their times. A job that is being done when they are stopped is finished first. */
export async function runJobs({ ownerUrl, tools, say, jobs = regularJobs }: JobsOptions): Promise<RunningJobs> {
  const failed = Promise.withResolvers<never>();
  // Nobody may be listening yet, or any more.
  failed.promise.catch(() => undefined);
  const runner = await run({
    connectionString: ownerUrl,
    taskList: taskList(jobs, tools),
    parsedCronItems: parseCronItems(jobs.map(asCronItem)),
    noHandleSignals: true,
    concurrency: 2,
    logger: new Logger(() => () => undefined),
  });
  runner.events.on('job:failed', ({ job, error }) => {
    say(`The job "${job.task_identifier}" has failed for good (${nameOf(error)}). Its error is kept with it.`);
  });
  runner.promise.catch(failed.reject);
  return { stop: () => runner.stop(), failed: failed.promise, events: runner.events };
}

/** A turn that comes while the last one is still waiting takes its place: there is never more than one of a name waiting. */
function asCronItem({ name, when, attempts, makeUpHours }: RegularJob): Parameters<typeof parseCronItems>[0][number] {
  const options = { maxAttempts: attempts, backfillPeriod: makeUpHours * 3_600_000, jobKey: name };
  return { task: name, match: when, identifier: name, options };
}

function taskList(jobs: readonly RegularJob[], tools: JobTools): TaskList {
  return Object.fromEntries(jobs.map(({ name, run: work }) => [name, async () => void (await work(tools))]));
}

/** What kind of error it was. Its message may quote what somebody typed, and stays in the database. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error object';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
