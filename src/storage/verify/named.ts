import { type RawBuilder, sql } from 'kysely';
import { isId } from '../../domain/ids.ts';
import type { Tx } from '../landlord-transaction.ts';
import { commitmentOf } from '../personal-text.ts';
import type { JsonValue } from '../tables.ts';
import type { ChainRow } from './chain.ts';
import type { Report } from './findings.ts';

export interface NamedText {
  readonly version: number;
  readonly textId: string;
  readonly commitment: string;
  /** What it is, as a finding says it: `text`, or which detail of a person. */
  readonly what: string;
}

/** A file whose hash an event names: what it is, and what the event did to it. */
export type NamedFile = {
  readonly version: number;
  readonly sha256: string;
  readonly is: string;
  readonly was: string;
};

const fileOf: ReadonlyMap<string, Pick<NamedFile, 'is' | 'was'>> = new Map([
  ['LetterIssued', { is: 'letter', was: 'issued' }],
  ['FileAdded', { is: 'file', was: 'added' }],
]);

/** What a case's events name that is kept beside the log. */
export interface NamedInEvents {
  readonly texts: readonly NamedText[];
  /** Texts that an event says were disposed of. */
  readonly disposed: ReadonlySet<string>;
  readonly documents: readonly NamedFile[];
}

/** Reads it out of the bodies: every `{ textId, commitment }`, the ids in `Disposed`, the file of `LetterIssued` or `FileAdded`. */
export function namedIn(events: readonly ChainRow[]): NamedInEvents {
  const texts: NamedText[] = [];
  const disposed = new Set<string>();
  const documents: NamedFile[] = [];
  for (const { body, type, version } of events) {
    if (type !== 'Disposed' && type !== 'LetterIssued' && !body.includes('"commitment"')) continue;
    const value: JsonValue = JSON.parse(body);
    collectTexts(value, version, texts);
    if (type === 'Disposed') for (const text of textsOf(field(value, 'textIds'))) disposed.add(text);
    const what = fileOf.get(type);
    const sha256 = what === undefined ? undefined : field(value, 'sha256');
    if (what !== undefined && typeof sha256 === 'string') documents.push({ version, sha256, ...what });
  }
  return { texts, disposed, documents };
}

export interface NamedTotals {
  texts: number;
  disposedTexts: number;
}

const batchSize = 1000;

/** Looks up what events name, a thousand at a time. Call `finish` at the end. */
export class NamedCheck {
  readonly totals: NamedTotals = { texts: 0, disposedTexts: 0 };
  readonly #tx: Tx;
  readonly #landlordId: string;
  readonly #report: Report;
  #waiting: { readonly caseId: string; readonly named: NamedInEvents }[] = [];
  #count = 0;

  constructor(tx: Tx, landlordId: string, report: Report) {
    this.#tx = tx;
    this.#landlordId = landlordId;
    this.#report = report;
  }

  async take(caseId: string, named: NamedInEvents): Promise<void> {
    const count = named.texts.length + named.documents.length;
    if (count === 0) return;
    this.#waiting.push({ caseId, named });
    this.#count += count;
    if (this.#count >= batchSize) await this.finish();
  }

  async finish(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#count = 0;
    if (waiting.length === 0) return;
    const ids = waiting.flatMap(one => one.named.texts.map(text => text.textId));
    const stored = await storedTexts(this.#tx, this.#landlordId, ids);
    const files = await storedFiles(
      this.#tx,
      this.#landlordId,
      waiting.flatMap(one => one.named.documents.map(document => document.sha256)),
    );
    for (const { caseId, named } of waiting) {
      for (const text of named.texts) this.#checkText(caseId, text, stored.get(text.textId), named.disposed);
      for (const { version, sha256, is, was } of named.documents) {
        if (files.has(sha256)) continue;
        const says = `The ${is} that event ${version} ${was} is missing (${sha256}).`;
        this.#report({ kind: 'document-missing', landlordId: this.#landlordId, caseId, version, says });
      }
    }
  }

  #checkText(
    caseId: string,
    { textId, version, commitment, what }: NamedText,
    stored: StoredText | undefined,
    disposed: ReadonlySet<string>,
  ): void {
    const where = { landlordId: this.#landlordId, caseId, version };
    this.totals.texts += 1;
    if (stored === undefined) {
      this.#report({ kind: 'text-missing', ...where, says: `The ${what} ${textId} of event ${version} is missing.` });
    } else if (stored.value === null || stored.salt === null) {
      this.totals.disposedTexts += 1;
      if (disposed.has(textId)) return;
      const says = `The ${what} ${textId} of event ${version} was emptied, and no event says that it was disposed of.`;
      this.#report({ kind: 'text-emptied', ...where, says });
    } else if (commitmentOf(stored.salt, stored.value) !== commitment) {
      this.#report({
        kind: 'text-altered',
        ...where,
        says: `The ${what} ${textId} of event ${version} has been altered.`,
      });
    }
  }
}

interface StoredText {
  readonly textId: string;
  readonly value: string | null;
  readonly salt: Buffer | null;
}

async function storedTexts(tx: Tx, landlordId: string, ids: readonly string[]): Promise<Map<string, StoredText>> {
  const query: RawBuilder<StoredText> = sql`
    select text_id as "textId", value, salt from personal_text
    where landlord_id = ${landlordId} and text_id = any(${ids.filter(isId)}::uuid[])`;
  return new Map((await query.execute(tx)).rows.map(row => [row.textId, row]));
}

async function storedFiles(tx: Tx, landlordId: string, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set();
  const found = await sql<{ sha256: string }>`
    select sha256 from document where landlord_id = ${landlordId} and sha256 = any(${names}::text[])`.execute(tx);
  return new Set(found.rows.map(row => row.sha256));
}

const sayDetail = new Map([
  ['name', 'name of a person'],
  ['email', 'email address'],
  ['phone', 'phone number'],
  ['address', 'address'],
]);

function collectTexts(value: JsonValue, version: number, into: NamedText[], what = 'text'): void {
  if (value === null || typeof value !== 'object') return;
  const [textId, commitment] = [field(value, 'textId'), field(value, 'commitment')];
  if (typeof textId === 'string' && typeof commitment === 'string') into.push({ version, textId, commitment, what });
  const kind = field(value, 'kind');
  const detail = (typeof kind === 'string' ? sayDetail.get(kind) : undefined) ?? 'text';
  for (const [name, inner] of Object.entries(value))
    collectTexts(inner, version, into, name === 'text' ? detail : 'text');
}

function field(value: JsonValue, name: string): JsonValue | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  return new Map<string, JsonValue>(Object.entries(value)).get(name);
}

function textsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
}
