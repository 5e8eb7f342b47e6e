/** What a letter is drafted from, and what comes back. */
import type { LocalDate } from '../calendar/dates.ts';
import type { PersonId, Stage } from '../complaint/events.ts';
import type { CaseState } from '../complaint/state.ts';
import type { ContentItem, LetterKind } from '../policy/letter-rules.ts';
import type { Policy } from '../policy/policy.ts';
import type { ClauseId } from '../policy/spans.ts';
import type { Basis } from './contents.ts';
import type { LetterDocument } from './document.ts';

export type LetterPerson = {
  name: string;
  role?: string;
  email?: string;
  phone?: string;
  addressLines?: readonly string[];
};

/** Dates a letter quotes. The caller takes them from the obligations: no letter computes a deadline of the landlord's. */
export type LetterDates = {
  /** When the answer is due: the earlier of the due date and the long-stop (R5). */
  targetDate?: LocalDate;
  /** Extension: the date that held before, and the one that holds from this notice. */
  oldDueOn?: LocalDate;
  newDueOn?: LocalDate;
  /** The last day of the window for stage 2, counted as if the letter were handed over today. */
  escalationCloses?: LocalDate;
  /** When the next agreed update is due. */
  nextUpdateOn?: LocalDate;
};

export type LetterInput = {
  kind: LetterKind;
  stage: Stage;
  state: CaseState;
  /** The words behind the state's text references, by text id. */
  texts: Readonly<Record<string, string>>;
  people: Readonly<Record<PersonId, LetterPerson>>;
  policy: Policy;
  code: Policy;
  /** The letter's date. */
  today: LocalDate;
  dates: LetterDates;
  /** What the officer typed, by the ids of `freeParts(kind)`. */
  free: Readonly<Record<string, string>>;
  /** Extension notices: which one; otherwise the latest of the stage. */
  extensionId?: string;
  /** Who signs; otherwise the handler of the stage, or who decided a refusal. */
  signedBy?: PersonId;
};

export type MissingCode =
  | 'missing-item'
  | 'unanswered-point'
  | 'unfilled-field'
  | 'promise-without-date'
  | 'placeholder'
  | 'contact-out-of-date'
  | 'landlord-detail'
  | 'wrong-date'
  | 'unsafe-contact';

/** One thing that keeps a letter from being issued (R55). */
export type MissingItem = {
  item: ContentItem | 'letter';
  clause: ClauseId;
  basis: Basis;
  code: MissingCode;
  /** In plain words: what is missing, and where it is put right. */
  sentence: string;
};

export type LetterDraft = {
  document: LetterDocument;
  /** Empty: the letter may be issued. */
  missing: readonly MissingItem[];
  /** The items that the letter carries, for the record of what was issued. */
  contents: readonly ContentItem[];
  /** The date the letter promises, for the record; null where it promises none. */
  quotesDate: LocalDate | null;
  /** The last day for asking for stage 2 that it names, for the record; null where it names none. */
  quotesWindow: LocalDate | null;
  /** Whom the letter goes to; null only where the case has nobody. */
  to: PersonId | null;
};
