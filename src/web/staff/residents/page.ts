/** `/residents/…`: one person, and what they need from us; what lies behind it on a page of its own, whose views are stored first. */
import { behindNeeds, type ResidentFile, residentOfRecord } from '../../../application/queries/resident-file.ts';
import type { Reading } from '../../../application/reading.ts';
import { paths } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { needRoutes } from './need-acts.ts';
import { openedResident } from './opened.ts';
import { residentView } from './view.ts';

const done: Readonly<Record<string, string>> = {
  record: 'Recorded. It is shown wherever somebody reaches them, and told to each of their complaints.',
  change: 'Changed, wherever it is shown.',
  end: 'Ended. It stays in the history.',
  review: 'Gone through. The next time is owed by its date.',
};

export function residentRoutes(routes: StaffRoutes): void {
  routes.get(paths.residentOfRecord.pattern, async (visit, tx) => {
    const resident = await residentOfRecord(tx, visit.viewer.landlordId, visit.params['record'] ?? '');
    return resident === null ? null : { redirect: paths.resident({ resident }) };
  });
  routes.get(paths.resident.pattern, async (visit, tx) => {
    const file = await openedResident(visit, tx);
    return file === null ? null : shown(visit, file, null);
  });
  routes.get(paths.residentNeedsBehind.pattern, showBehind);
  needRoutes(routes);
}

/** Special-category data: the view is stored before a word of it is shown. */
async function showBehind(visit: Visit, tx: Reading): Promise<Answer> {
  const { app, viewer, now } = visit;
  const file = await openedResident(visit, tx);
  if (file === null) return null;
  const behind = await behindNeeds(tx, viewer.landlordId, file);
  if (behind === null || file.needs === null) return null;
  const view = { personId: viewer.personId, caseId: file.needs.recordId, what: 'needs-behind', seenAt: now };
  await app.accessLog.record(viewer.landlordId, view);
  return shown(visit, file, behind);
}

function shown(visit: Visit, file: ResidentFile, behind: Readonly<Record<string, string>> | null): Answer {
  return visit.page({
    title: file.details.name,
    content: residentView({ visit, file, behind }),
    done: done[visit.query['done'] ?? ''],
    nav: { current: 'cases' },
    width: 'reading',
  });
}
