/** A point that becomes a complaint of its own (MAG-37, MGL-23, R44): logged, left here, and linked both ways, in one go. */
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { Command } from '../domain/complaint/commands.ts';
import type { Stage } from '../domain/complaint/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Making } from './act.ts';
import type { Application, Viewer } from './application.ts';
import type { CaseFile } from './case-file.ts';
import { logWithin, type NewComplaint } from './log-complaint.ts';

export type SplitOff = {
  stage: Stage;
  pointId: string;
  /** The day the resident raised it: the new complaint is received that day. */
  raisedOn: LocalDate;
  words: string;
  category: string;
  serviceArea: string;
  /** Whether somebody confirmed that the authority of whoever acts for the resident covers the new complaint too (R22). */
  authorityCovers: boolean;
};

/** What a complaint of its own is made of, whichever act makes it of a point. */
export type OwnComplaint = Omit<SplitOff, 'stage' | 'pointId'>;

/** Logs the new complaint in the transaction of the act that is being made, and gives the command that moves the point. */
export async function splitOff(
  app: Application,
  tx: Tx,
  who: Viewer,
  { loaded }: Making,
  file: CaseFile,
  split: SplitOff,
): Promise<Command> {
  const { stage, pointId } = split;
  const toCaseId = await logBeside(app, tx, who, loaded.state, file, split);
  return { type: 'MovePoint', stage, pointId, toCaseId };
}

/** Logs the new complaint of the same resident in the transaction of another act, and gives its id. */
export async function logBeside(
  app: Application,
  tx: Tx,
  who: Viewer,
  state: CaseFile['state'],
  file: CaseFile,
  complaint: OwnComplaint,
): Promise<string> {
  const { caseId } = await logWithin(app, tx, who, complaintOf(file, state, complaint));
  return caseId;
}

function complaintOf(file: CaseFile, state: CaseFile['state'], split: OwnComplaint): NewComplaint {
  const { complainantId, representative } = state;
  // Unconfirmed, it is asked for, and nothing goes to them before: authority was given for what was then complained of.
  const authority = split.authorityCovers ? (representative?.authority ?? null) : null;
  return {
    receivedOn: split.raisedOn,
    channel: state.channel,
    toldTo: state.toldTo,
    complainant: { name: file.name, email: null, phone: null, knownAs: complainantId },
    complainantType: state.complainantType,
    representative:
      representative === null
        ? null
        : {
            name: '',
            email: null,
            phone: null,
            knownAs: representative.personId,
            authority:
              authority === null
                ? null
                : { ...authority, evidence: `As recorded on ${file.reference}, and confirmed to cover this.` },
          },
    home:
      state.homeId === null ? null : { homeId: state.homeId, tenure: state.tenure, relevantStock: state.relevantStock },
    words: split.words,
    category: split.category,
    serviceArea: split.serviceArea,
    contractor: state.contractor,
    complainedOf: state.complainedOf,
    flags: state.flags,
    needs: state.needs
      .filter(need => need.personId === complainantId)
      .map(({ kind, detail }) => ({ kind, detail: file.texts[detail.textId] ?? '' })),
    earlierCaseIds: [],
    splitFrom: file.caseId,
  };
}
