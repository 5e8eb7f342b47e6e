/** A question that a colleague was asked, for somebody who may see that question and nothing else of the complaint (MAG-10). */
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { InformationRequest } from '../domain/complaint/question-events.ts';
import { isAwaited } from '../domain/complaint/question-events.ts';
import { coversFor } from '../domain/staff/absence.ts';
import { type Application, timeNow, type Viewer } from './application.ts';
import { findCaseId } from './case-file.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { type Question, shownQuestion } from './questions/question.ts';
import type { Reading } from './reading.ts';

/** `ofViewer`: whether it was asked of whoever looks, and not only handled by them. */
export type AskedQuestion = Question & { ofViewer: boolean };

/**
 * The question, for the person asked, whoever covers for them, and whoever handles its stage; null for everybody else. Without an id:
 * the oldest open one that was asked of the viewer.
 */
export async function openQuestion(
  app: Application,
  tx: Reading,
  viewer: Viewer,
  reference: string,
  requestId: string | undefined,
): Promise<AskedQuestion | null> {
  const caseId = await findCaseId(tx, viewer.landlordId, reference, null);
  if (caseId === null) return null;
  const loaded = await loadCase(app, tx, viewer.landlordId, caseId);
  const request = chosen(loaded, viewer, requestId, timeNow(app).today);
  if (request === undefined) return null;
  const question = await shownQuestion(tx, viewer.landlordId, caseId, loaded, request);
  return { ...question, ofViewer: request.of === viewer.personId };
}

function chosen(
  { state, people }: LoadedCase,
  viewer: Viewer,
  requestId: string | undefined,
  today: LocalDate,
): InformationRequest | undefined {
  const mine = state.information.filter(
    one =>
      one.of === viewer.personId ||
      state.stages[one.stage].handlerId === viewer.personId ||
      (one.of !== null && coversFor(viewer.personId, people[one.of] ?? {}, today)),
  );
  if (requestId !== undefined) return mine.find(one => one.requestId === requestId);
  return mine.find(one => one.of === viewer.personId && isAwaited(one));
}
