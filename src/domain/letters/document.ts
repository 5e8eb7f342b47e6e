/**
 * A letter as plain data: what is on it and in which order, and nothing about how it looks. Every rendering (PDF, the web
 * preview, plain text, later Word and braille) is made from this one model, so they cannot say different things.
 *
 * Every string is inert: renderings print it as it stands and read no markup in it.
 */
import type { LocalDate } from '../calendar/dates.ts';

export type Fact = { term: string; value: string };

export type Block =
  /** Level 2 is a section of the letter, level 3 a part of one; level 1 is the letter's subject. */
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: readonly string[] }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'table'; caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** The section above is over; what follows belongs to the whole letter. Space, no words. */
  | { kind: 'pause' };

export type Letterhead = {
  name: string;
  /** A colour `#rrggbb`, for rules and the landlord's name. */
  accent: string;
  address: readonly string[];
  phone: string;
  email: string;
  web: string;
};

export type LetterDocument = {
  language: 'en-GB';
  /** The document's title, for the window and for people who hear it: what it is and which complaint. */
  title: string;
  letterhead: Letterhead;
  recipient: { name: string; addressLines: readonly string[] };
  date: LocalDate;
  reference: string;
  /** The heading of the letter. */
  subject: string;
  salutation: string;
  /** What the reader needs first, beside each other: stage, date to expect, who deals with it. */
  keyFacts: readonly Fact[];
  blocks: readonly Block[];
  signature: { closing: string; name: string; role: string | null; contact: readonly Fact[] };
};
