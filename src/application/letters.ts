/** Letters of a case: prepared from everything that is known, and issued as a file that never changes. */

import type { CommandOf } from '../domain/complaint/commands.ts';
import { whyNot } from '../domain/complaint/decide.ts';
import type { HandedOver, PersonId, Stage } from '../domain/complaint/events.ts';
import type { Refusal } from '../domain/complaint/refusals.ts';
import { addressee } from '../domain/letters/addressee.ts';
import { letterAsText } from '../domain/letters/as-text.ts';
import { draftLetter } from '../domain/letters/draft.ts';
import type { LetterDraft, LetterInput, MissingItem } from '../domain/letters/letter-input.ts';
import { addressesTold, unsafeReach } from '../domain/letters/safe-contact.ts';
import type { LetterKind } from '../domain/policy/letter-rules.ts';
import { CannotRender } from '../outside/documents/cannot-render.ts';
import { loadDocument, storeDocument } from '../storage/documents.ts';
import { type Ask, act, type Outcome } from './act.ts';
import type { Application, LetterSize, Rendered, Viewer } from './application.ts';
import { type CaseFile, completeCaseFile } from './case-file.ts';
import { letterDates } from './letter-dates.ts';
import { letterPeople, likelyWay, onlyEmailOf, type Ways, waysTo } from './letter-people.ts';
import { loadCase } from './load-case.ts';
import { type Reading, reading } from './reading.ts';

/** Which letter, and what the officer put into it. */
export type LetterAsked = {
  kind: LetterKind;
  stage: Stage;
  /** What was typed, by the ids of `freeParts(kind)`. */
  free: Readonly<Record<string, string>>;
  /** The way it is meant to go; by email where there is an address, unless said. */
  how?: HandedOver | undefined;
  /** Extension notices: which extension; the latest of the stage unless said. */
  extensionId: string | null;
  /** The sent letter that this one puts right (R45). */
  supersedes: string | null;
};

export type PreparedLetter = LetterDraft & {
  how: HandedOver;
  ways: Ways;
  size: LetterSize;
  /** Extension notices: the extension it tells of. */
  extensionId: string | null;
  /** Why it cannot be issued now whatever it says; null where it can once nothing is missing. */
  closed: Refusal | null;
};

/** The letter as it would be issued today, and everything that keeps it from being issued. */
export function prepareLetter(file: CaseFile, asked: LetterAsked): PreparedLetter {
  const { state, context, deciding } = file;
  const { kind, stage, free } = asked;
  const extensionId =
    kind === 'extension' ? (asked.extensionId ?? state.stages[stage].extensions.at(-1)?.extensionId ?? null) : null;
  const ways = waysTo(file, addressee(state, deciding.today));
  const how = asked.how ?? likelyWay(ways, state, addressee(state, deciding.today));
  const signedBy = signatory(asked, file);
  const input: LetterInput = {
    kind,
    stage,
    state,
    texts: file.texts,
    people: letterPeople(file),
    policy: context.policy,
    code: context.code,
    today: deciding.today,
    dates: letterDates(state, context, { kind, stage, how, extensionId }, deciding.today),
    free,
    ...(extensionId === null ? {} : { extensionId }),
    ...(signedBy === null ? {} : { signedBy }),
  };
  const draft = draftLetter(input);
  const name = draft.to === null ? '' : (input.people[draft.to]?.name ?? '');
  const missing = [
    ...draft.missing,
    ...noWayThere(how, ways, name),
    ...unsafeReach({ state, to: draft.to, name, how, email: ways.email, onlyEmail: onlyEmailOf(file, draft.to) }),
    ...addressesTold(draft.document, draft.to, file.secretAddresses),
  ];
  const closed = whyNot('IssueLetter', state, deciding, aboutLetter(asked, extensionId));
  return { ...draft, missing, how, ways, size: sizeFor(file, draft.to), extensionId, closed };
}

/** What is known of the command before the letter is written. */
function aboutLetter({ kind, stage, supersedes }: LetterAsked, extensionId: string | null) {
  return { kind, stage, supersedes, ...(extensionId === null ? {} : { extensionId }) };
}

/** As the domain records it: who took the decision, or the stage's handler, or whoever writes where there is none. */
function signatory({ kind, stage }: LetterAsked, { state, deciding }: CaseFile): PersonId | null {
  if (kind === 'refusal') return state.refusal?.by ?? null;
  if (kind === 'escalation-refusal') return state.escalations.at(-1)?.decided?.by ?? null;
  return state.stages[stage].handlerId ?? deciding.actor.personId;
}

/** A letter that cannot reach anybody is none (R7, R55). */
function noWayThere(how: HandedOver, { email, post }: Ways, name: string): MissingItem[] {
  if (name === '' || how === 'by-hand') return [];
  if (how === 'email' ? email !== null : post.length > 0) return [];
  const lacks = how === 'email' ? 'No email address' : 'No postal address';
  const sentence = `${lacks} is known for ${name}. Record it, or choose another way for the letter to go.`;
  return [{ item: 'letter', clause: 'R7', basis: 'rule', code: 'unfilled-field', sentence }];
}

function sizeFor({ state }: CaseFile, to: PersonId | null): LetterSize {
  return state.needs.some(need => need.personId === to && need.kind === 'large-print') ? 'large' : 'standard';
}

/**
 * Issues a letter: made as a file first, then stored and recorded in one transaction, in which it is prepared again on the case
 * as it is then. Its id is the command's, so that a second press finds the same letter. Rejects with `CannotRender` where no
 * file can be made (see `whyNoFile`); nothing is stored then.
 */
export async function issueLetter(
  app: Application,
  who: Viewer,
  ask: Ask,
  asked: LetterAsked,
): Promise<Outcome & { letterId: string }> {
  const letterId = ask.commandId;
  const first = await reading(app, who.landlordId, async tx => {
    const loaded = await loadCase(app, tx, who.landlordId, ask.caseId);
    return prepareLetter(await completeCaseFile(app, tx, who, ask.caseId, loaded), asked);
  });
  const ahead = canGo(first) ? await printed(app, first) : null;
  const outcome = await act(app, who, ask, async ({ keep, loaded, now }, tx) => {
    const letter = prepareLetter(await completeCaseFile(app, tx, who, ask.caseId, loaded), asked);
    const made = ahead !== null && saysTheSame(first, letter) ? ahead : null;
    const pdf = canGo(letter) ? (made ?? (await printed(app, letter))) : null;
    const to = letter.to ?? loaded.state.complainantId ?? '';
    const bare = issueCommand(letterId, asked, { ...letter, to }, pdf, loaded.hash);
    if (pdf === null) return bare;
    const command = { ...bare, words: keep(letterAsText(letter.document), 'letter') };
    const file = { bytes: pdf.bytes, mediaType: 'application/pdf', storedAt: now };
    const beside = async (inside: typeof tx, landlordId: string) =>
      void (await storeDocument(inside, landlordId, file));
    return { commands: [command], beside };
  });
  return { ...outcome, letterId };
}

function issueCommand(
  letterId: string,
  { kind, stage, supersedes }: LetterAsked,
  letter: PreparedLetter & { to: PersonId },
  pdf: Rendered | null,
  packHash: string,
): CommandOf<'IssueLetter'> {
  const { to, contents, missing, quotesDate, extensionId } = letter;
  return {
    type: 'IssueLetter',
    letterId,
    kind,
    stage,
    sha256: pdf?.sha256 ?? '',
    renderer: pdf?.renderer ?? '',
    packHash,
    to,
    contents: [...contents],
    missing: missing.map(({ sentence, clause }) => ({ sentence, clause })),
    quotesDate,
    extensionId,
    supersedes,
    quotesWindow: letter.quotesWindow,
  };
}

function canGo({ missing, closed }: PreparedLetter): boolean {
  return missing.length === 0 && closed === null;
}

function printed(app: Application, { document, size }: PreparedLetter): Promise<Rendered> {
  return app.renderLetter(document, size);
}

function saysTheSame(a: PreparedLetter, b: PreparedLetter): boolean {
  return a.size === b.size && JSON.stringify(a.document) === JSON.stringify(b.document);
}

/** The letter as a file, for looking at before it is issued; or why there is none, in words. */
export async function printLetter(app: Application, letter: PreparedLetter): Promise<Rendered | { trouble: string }> {
  try {
    return await printed(app, letter);
  } catch (error) {
    return { trouble: whyNoFile(error) };
  }
}

/** Why no file could be made, in a sentence; any other error is thrown on. */
export function whyNoFile(error: unknown): string {
  if (error instanceof CannotRender) return error.message;
  throw error;
}

/** The bytes of an issued letter as they were frozen; null where they are gone. */
export async function letterBytes(tx: Reading, landlordId: string, sha256: string): Promise<Uint8Array | null> {
  return (await loadDocument(tx, landlordId, sha256))?.bytes ?? null;
}
