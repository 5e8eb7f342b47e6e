/** A file of the demonstration, taken in as any other. */
import { randomUUIDv7 } from 'node:crypto';
import { act } from '../act.ts';
import type { Application, Viewer } from '../application.ts';
import { addingFiles } from '../files/add-files.ts';
import { letGo, takeIn } from '../files/take-in.ts';
import { done } from './done.ts';

const history = `date,job,trade,outcome
2 June,R-20117,roofing,no access
19 June,R-20117,roofing,no access
8 July,R-20560,plastering,patched
`;

async function* historyFile(): AsyncGenerator<Buffer> {
  yield Buffer.from(history);
}

/** Adds the repairs history to a complaint, as evidence for its first point. */
export async function addDemonstrationFile(app: Application, who: Viewer, caseId: string): Promise<void> {
  const limits = { kinds: ['csv'], megabytes: 1, files: 1 } as const;
  const file = await takeIn(app, historyFile(), 'repairs history.csv', limits);
  try {
    const ask = { caseId, versionSeen: null, commandId: randomUUIDv7(), payload: {} };
    const outcome = await act(app, who, ask, ({ keep, loaded }) =>
      addingFiles(app, keep, [file], {
        description:
          'The repairs system’s list of visits to this home: two without access, and no card recorded for either.',
        points: loaded.state.points.slice(0, 1).map(point => point.pointId),
        requestId: null,
      }),
    );
    done(outcome, 'add-file');
  } finally {
    await letGo(app, [file]);
  }
}
