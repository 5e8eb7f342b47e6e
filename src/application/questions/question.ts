/** A question as whoever was asked is shown it: its words, its files, what they are told, and nothing else of the complaint (MAG-10). */
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { EvidenceFile, ScanState } from '../../domain/complaint/file-events.ts';
import { type InformationRequest, isAwaited } from '../../domain/complaint/question-events.ts';
import { homeAddress } from '../../storage/cases/homes.ts';
import { residentDetails } from '../../storage/cases/residents.ts';
import { readTexts } from '../../storage/personal-text.ts';
import { asComplaintEvent, type LoadedCase } from '../load-case.ts';
import { scansOf } from '../queries/case-files.ts';
import type { Reading } from '../reading.ts';

export type ShownFile = { file: EvidenceFile; name: string; scan: ScanState | undefined };

export type Question = {
  caseId: string;
  reference: string;
  requestId: string;
  question: string;
  askedBy: string;
  askedOn: LocalDate;
  dueOn: LocalDate;
  /** The resident's name and address, where they are told. */
  told: { name: string | null; address: string | null };
  files: readonly ShownFile[];
  longer: { until: LocalDate; reason: string } | null;
  /** Whether it is still to be answered. */
  awaited: boolean;
  answer: string | null;
  answeredOn: LocalDate | null;
  /** The files that came with the answer. */
  answerFiles: readonly ShownFile[];
};

/** Puts it together from its case. */
export async function shownQuestion(
  tx: Reading,
  landlordId: string,
  caseId: string,
  loaded: LoadedCase,
  request: InformationRequest,
): Promise<Question> {
  const { state } = loaded;
  const { question, answer, longer } = request;
  const given = state.files.filter(one => one.requestId === request.requestId);
  const withIt = state.files.filter(one => request.files.includes(one.fileId) && !state.misfiled.includes(one.entry));
  const refs = [question, answer, longer?.reason ?? null, ...[...withIt, ...given].map(one => one.name)];
  const texts = await readTexts(
    tx,
    landlordId,
    refs.flatMap(ref => (ref === null ? [] : [ref.textId])),
  );
  const said = (textId: string): string => texts.get(textId)?.value ?? 'The words have been disposed of.';
  const scans = await scansOf(tx, landlordId, [...withIt, ...given]);
  const shown = (file: EvidenceFile): ShownFile => ({
    file,
    name: said(file.name.textId),
    scan: scans.get(file.fileId),
  });
  return {
    caseId,
    reference: state.reference,
    requestId: request.requestId,
    question: said(question.textId),
    askedBy: askedBy(loaded, request),
    askedOn: request.askedOn,
    dueOn: request.dueOn,
    told: await toldOf(tx, landlordId, loaded, request),
    files: withIt.map(shown),
    longer: longer === null ? null : { until: longer.until, reason: said(longer.reason.textId) },
    awaited: isAwaited(request),
    answer: answer === null ? null : said(answer.textId),
    answeredOn: request.answeredOn,
    answerFiles: given.map(shown),
  };
}

async function toldOf(
  tx: Reading,
  landlordId: string,
  { state }: LoadedCase,
  { told }: InformationRequest,
): Promise<Question['told']> {
  const { complainantId, homeId } = state;
  const person =
    told.name && complainantId !== null
      ? (await residentDetails(tx, landlordId, [complainantId])).get(complainantId)
      : undefined;
  const address = told.address && homeId !== null ? await homeAddress(tx, landlordId, homeId) : null;
  return { name: person?.name ?? null, address };
}

function askedBy({ events, staff }: LoadedCase, { requestId, by }: InformationRequest): string {
  const asked = events.find(stored => {
    const event = asComplaintEvent(stored);
    return event.type === 'InformationAsked' && event.body.requestId === requestId;
  });
  const actor = by ?? asked?.actor.replace('person:', '');
  return staff.find(one => one.personId === actor)?.name ?? 'the complaints team';
}
