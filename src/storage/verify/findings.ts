/** What can be wrong with the record. */
export type FindingKind =
  /** An event's content is not what its hash was made of, or it was replaced by another. */
  | 'altered'
  /** A version is not there, between others that are. */
  | 'missing'
  /** An event stands at another version than it was recorded at. */
  | 'reordered'
  /** The last events of a case are not there. */
  | 'truncated'
  /** A whole case is not there. */
  | 'missing-case'
  /** The row that says where a case's chain ends does not agree with the chain. */
  | 'head-altered'
  /** An event that no checkpoint took in and that does not wait for the next one: we did not append it. */
  | 'slipped-in'
  /** An event claims to have been recorded before a checkpoint that does not hold it. */
  | 'backdated'
  | 'text-altered'
  | 'text-missing'
  /** A name or a way to reach somebody that no event names. */
  | 'text-slipped-in'
  /** The words are gone and no `Disposed` event says why. */
  | 'text-emptied'
  | 'view-altered'
  | 'view-missing'
  | 'views-truncated'
  | 'checkpoint-altered'
  | 'checkpoint-missing'
  /** Signed with a key that we do not hold. */
  | 'checkpoint-unproven'
  | 'document-altered'
  | 'document-missing'
  | 'pack-altered';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly kind: FindingKind;
  readonly landlordId: string;
  readonly caseId?: string;
  /** The event's, the view's or the checkpoint's number. */
  readonly version?: number;
  /** A sentence for a person. */
  readonly says: string;
}

/** Takes findings as they are made. */
export type Report = (finding: Finding) => void;
