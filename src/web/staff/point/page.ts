/** `/cases/:reference/points/:point`: one point is investigated and decided. What is sent goes to the pages of its two acts. */
import { scansOf } from '../../../application/queries/case-files.ts';
import type { Reading } from '../../../application/reading.ts';
import { whyNot } from '../../../domain/complaint/decide.ts';
import { newForm } from '../../forms/form-view.ts';
import { paths } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { type ActContext, contextOf, draftNameFor } from '../acts/act-page.ts';
import { doneSentence } from '../acts/acts.ts';
import { startDecision } from '../acts/decide-point.ts';
import { caseHead } from '../case/case-head.ts';
import { openViewed } from '../case/open-viewed.ts';
import { actHref } from '../case/step-link.ts';
import { draftFor, draftHref } from '../drafts/drafts.ts';
import { type PointForm, pointView } from './view.ts';

export function pointRoutes(routes: StaffRoutes): void {
  routes.get(paths.casePoint.pattern, showPoint);
}

async function showPoint(visit: Visit, tx: Reading): Promise<Answer> {
  const file = await openViewed(visit, tx);
  const point = file?.state.points.find(one => one.pointId === visit.params['point']);
  if (file === null || point === undefined) return null;
  const context = contextOf(visit, file);
  const { stage } = context;
  const { pointId } = point;
  // The acts read the point from the query, as on their own pages.
  const about: ActContext = { ...context, visit: { ...visit, query: { ...visit.query, point: pointId } } };
  const content = pointView({
    file,
    point,
    stage,
    seal: () => visit.seal(file.state.version),
    record: await formOf(about, tx, 'RecordInvestigation', pointId, {}),
    scans: await scansOf(tx, visit.viewer.landlordId, file.state.files),
    decide: await formOf(about, tx, 'DecidePoint', pointId, startDecision(about)),
  });
  return visit.page({
    title: `Point ${point.number} – ${file.name}`,
    content,
    done: doneSentence(visit.query['done']),
    sticky: caseHead(file, visit.today, { isPageHeading: false }),
    nav: { current: 'cases' },
  });
}

const slugs = { RecordInvestigation: 'record-investigation', DecidePoint: 'decide-point' } as const;

async function formOf(
  { visit, file, stage }: ActContext,
  tx: Reading,
  command: keyof typeof slugs,
  pointId: string,
  start: Readonly<Record<string, string>>,
): Promise<PointForm> {
  const name = draftNameFor(slugs[command], pointId, stage);
  const draft = await draftFor(visit, tx, name, file.caseId);
  return {
    href: actHref(file.reference, command, stage, { point: pointId }),
    form: newForm(draft?.fields ?? start),
    draft: draft ?? { href: draftHref(name, file.caseId) },
    closed: whyNot(command, file.state, file.deciding, { stage, pointId }),
  };
}
