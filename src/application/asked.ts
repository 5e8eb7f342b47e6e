/** A question that a colleague was asked, for somebody who may see that question and nothing else of the complaint (MAG-10). */
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { InformationRequest } from '../domain/complaint/state.ts';
import { readTexts } from '../storage/personal-text.ts';
import type { Application, Viewer } from './application.ts';
import { findCaseId } from './case-file.ts';
import { asComplaintEvent, type LoadedCase, loadCase } from './load-case.ts';
import type { Reading } from './reading.ts';

export type Question = {
  caseId: string;
  reference: string;
  requestId: string;
  question: string;
  askedBy: string;
  askedOn: LocalDate;
  dueOn: LocalDate;
  answer: string | null;
  answeredOn: LocalDate | null;
  /** Whether it was asked of whoever looks, and not only handled by them. */
  ofViewer: boolean;
};

/**
 * The question, for the person asked and for whoever handles its stage; null for everybody else. Without an id: the oldest open one
 * that was asked of the viewer.
 */
export async function openQuestion(
  app: Application,
  tx: Reading,
  viewer: Viewer,
  reference: string,
  requestId: string | undefined,
): Promise<Question | null> {
  const caseId = await findCaseId(tx, viewer.landlordId, reference, { kind: 'all' });
  if (caseId === null) return null;
  const loaded = await loadCase(app, tx, viewer.landlordId, caseId);
  const request = chosen(loaded, viewer, requestId);
  if (request === undefined) return null;
  const ids = [request.question.textId, ...(request.answer === null ? [] : [request.answer.textId])];
  const texts = await readTexts(tx, viewer.landlordId, ids);
  const said = (textId: string): string => texts.get(textId)?.value ?? 'The words have been disposed of.';
  return {
    caseId,
    reference: loaded.state.reference,
    requestId: request.requestId,
    question: said(request.question.textId),
    askedBy: askedBy(loaded, request),
    askedOn: request.askedOn,
    dueOn: request.dueOn,
    answer: request.answer === null ? null : said(request.answer.textId),
    answeredOn: request.answeredOn,
    ofViewer: request.of === viewer.personId,
  };
}

function chosen({ state }: LoadedCase, viewer: Viewer, requestId: string | undefined): InformationRequest | undefined {
  const mine = state.information.filter(
    one => one.of === viewer.personId || state.stages[one.stage].handlerId === viewer.personId,
  );
  if (requestId !== undefined) return mine.find(one => one.requestId === requestId);
  return mine.find(one => one.of === viewer.personId && one.answeredOn === null);
}

function askedBy({ events, staff }: LoadedCase, { requestId }: InformationRequest): string {
  const asked = events.find(stored => {
    const event = asComplaintEvent(stored);
    return event.type === 'InformationAsked' && event.body.requestId === requestId;
  });
  return staff.find(one => `person:${one.personId}` === asked?.actor)?.name ?? 'the complaints team';
}
