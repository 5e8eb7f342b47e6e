/** On what grounds a pack lets a complaint be refused, and the questions that guard each. */
import type { ClauseId } from './spans.ts';

export type GroundQuestion = {
  id: string;
  ask: string;
  kind: 'date' | 'yes-no' | 'text' | 'case-reference' | 'points';
  required: boolean;
  /** The ground cannot be used when the answer is this. */
  barsWhen?: 'yes' | 'no';
  barsBecause?: string;
};

export type ExclusionGround = {
  id: string;
  label: string;
  clause: ClauseId;
  /** The machine's own test beside the questions; `none` where only judgement applies. */
  test: 'twelve-months' | 'claim-filed' | 'already-considered' | 'none';
  /** What the source itself says, where it falls short of the Code; read by the policy check. */
  asWritten: {
    countsAwareness?: boolean;
    months?: number;
    legalMeans?: 'claim-filed' | 'any-legal-action';
    blanket?: boolean;
    openEnded?: boolean;
    requiresOtherProcedureFirst?: boolean;
    /** Counts from when the customer *should* have known, though they did not. */
    constructiveAwareness?: boolean;
    /** How hard the source makes it to be heard in spite of the ground. */
    discretion?: 'good-reasons' | 'exceptional' | 'none';
    /** Turns complaints away for being repeated or a nuisance. */
    vexatious?: boolean;
  };
  questions: GroundQuestion[];
  exceptions: { id: string; label: string; clause: ClauseId }[];
  /** Only a petition can be turned away on it. */
  petitionsOnly?: true;
  /** Where the customer is sent instead; null: nowhere. */
  sentTo: string | null;
  /** Complaints about how the landlord *handled* the matter are taken all the same. */
  handlingAccepted: boolean;
  scope: 'complaint' | 'point' | 'either';
  codeParagraphs: ClauseId[];
};
