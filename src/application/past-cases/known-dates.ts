/** The dates somebody knows of one complaint, typed on a command line or kept in a spreadsheet, as a timeline to be judged. */
import type { LocalDate } from '../../domain/calendar/dates.ts';
import {
  type CaseTimeline,
  type ExtensionFacts,
  emptyTimeline,
  type StageTimeline,
} from '../../domain/complaint/timeline.ts';

type Known = LocalDate | null;

export type KnownStage = {
  readonly startedOn: Known;
  readonly acknowledgedOn: Known;
  readonly extendedTo: Known;
  readonly extensionNotifiedOn: Known;
  readonly respondedOn: Known;
};

export type KnownDates = {
  readonly stage1: KnownStage;
  readonly stage2: KnownStage;
  readonly withdrawnOn: Known;
  readonly responseMethod: 'email' | 'post' | null;
};

/**
 * The timeline as it stood on a day: what came later had not happened yet. The receipt alone is kept whenever it was. Records
 * from elsewhere do not say what an extension's notice held, nor whether the resident agreed: both are assumed, and labelled [R9].
 */
export function timelineOn(asOf: LocalDate, dates: KnownDates): CaseTimeline {
  const empty = emptyTimeline(true);
  const by = (date: Known): Known => (date !== null && date <= asOf ? date : null);
  const stage = (known: KnownStage): StageTimeline => ({
    ...empty.stage1,
    startedOn: by(known.startedOn),
    acknowledgedOn: by(known.acknowledgedOn),
    extensions: extensionOf(known.extendedTo, known.extensionNotifiedOn, asOf),
    respondedOn: by(known.respondedOn),
  });
  return {
    ...empty,
    stage1: { ...stage(dates.stage1), startedOn: dates.stage1.startedOn, responseMethod: dates.responseMethod },
    stage2: stage(dates.stage2),
    withdrawnOn: by(dates.withdrawnOn),
  };
}

/** The last of the dates on which something happened; the date promised by an extension is none of them. */
export function lastFact(dates: KnownDates): Known {
  const facts = [dates.stage1, dates.stage2].flatMap(stage => [
    stage.startedOn,
    stage.acknowledgedOn,
    stage.extensionNotifiedOn,
    stage.respondedOn,
  ]);
  return [...facts, dates.withdrawnOn].reduce((last, date) =>
    date !== null && (last === null || date > last) ? date : last,
  );
}

/** A notice that is not known to have gone leaves the extension without notice; one that went later had not gone yet. */
function extensionOf(newDueOn: Known, notifiedOn: Known, asOf: LocalDate): readonly ExtensionFacts[] {
  if (newDueOn === null || (notifiedOn !== null && notifiedOn > asOf)) return [];
  const assumed = { notice: 'assumed', agreement: 'assumed', goodReasonApproved: false } as const;
  return [{ newDueOn, noticeSentOn: notifiedOn, ...assumed }];
}
