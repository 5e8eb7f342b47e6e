/** Reads the finished letter once more, whoever wrote its parts, for what must never be posted (R55). */
import { isLocalDate, type LocalDate, sayDate, weekday } from '../calendar/dates.ts';
import type { LetterContext } from './context.ts';
import type { Block, LetterDocument } from './document.ts';
import type { MissingCode, MissingItem } from './letter-input.ts';
import { staleContacts } from './ombudsman.ts';

type Said = { where: string; text: string };

/** Unfilled fields, Ombudsman details that no longer hold, and dates that cannot be right, each with where it stands. */
export function checkLetter(
  ctx: LetterContext,
  document: LetterDocument,
  typed: readonly string[],
  quotesDate: LocalDate | null,
): MissingItem[] {
  const said = everythingSaid(document);
  const found = said.flatMap(one => [...unfilledFields(one), ...impossibleDates(one), ...oldContacts(ctx, one)]);
  const promised = quotesDate === null ? [] : typed.flatMap(text => otherPromises(text, quotesDate));
  const known = new Set<string>();
  return [...found, ...promised].filter(({ sentence }) => !known.has(sentence) && known.add(sentence));
}

function block(code: MissingCode, sentence: string): MissingItem {
  return { item: 'letter', basis: 'rule', clause: 'R55', code, sentence };
}

/** Every string of the letter with the heading it stands under. */
export function everythingSaid(document: LetterDocument): Said[] {
  const said: Said[] = [{ where: 'the heading', text: document.subject }];
  let where = 'the opening';
  for (const one of document.blocks) {
    if (one.kind === 'heading' && one.level === 2) where = `“${one.text}”`;
    for (const text of wordsOf(one)) said.push({ where, text });
  }
  return said;
}

function wordsOf(one: Block): readonly string[] {
  if (one.kind === 'list') return one.items;
  if (one.kind === 'facts') return one.facts.map(fact => fact.value);
  if (one.kind === 'table') return one.rows.flat();
  return one.kind === 'pause' ? [] : [one.text];
}

const leftovers = [
  /\{[^{}\n]*\}/g,
  /\[\s*(?:insert|add|enter|date|name|amount|type|your)\b[^\]\n]*\]?/gi,
  /\bx{2,}\b/gi,
  /\b(?:TBC|TBA)\b/g,
  /_{4,}/g,
];

function unfilledFields({ where, text }: Said): MissingItem[] {
  return leftovers
    .flatMap(pattern => text.match(pattern) ?? [])
    .map(found =>
      block(
        'placeholder',
        `Under ${where} the letter still says “${found}”. Put the words in where that text was written.`,
      ),
    );
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const writtenDate =
  /\b(?:(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(January|February|March|April|May|June|July|August|September|October|November|December),?\s+(\d{4})\b/gi;
const numericDate = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g;

type WrittenDate = { as: string; date: LocalDate | null; day: string | null };

/** The full dates written in a text. `date` is null for one that no calendar has, like 31 February. */
export function datesIn(text: string): WrittenDate[] {
  const inWords = [...text.matchAll(writtenDate)].map(([as, day, number, month, year]) => ({
    as,
    day: day === undefined ? null : `${day}day`,
    date: dateOf(year, String(MONTHS.indexOf((month ?? '').toLowerCase()) + 1), number),
  }));
  const inNumbers = [...text.matchAll(numericDate)].map(([as, number, month, year]) => ({
    as,
    day: null,
    date: dateOf(year, month, number),
  }));
  return [...inWords, ...inNumbers];
}

function dateOf(year = '', month = '', day = ''): LocalDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

function impossibleDates({ where, text }: Said): MissingItem[] {
  return datesIn(text).flatMap(({ as, date, day }) => {
    if (date === null)
      return [
        block(
          'wrong-date',
          `Under ${where} the letter says “${as}”, which is no date. Correct it where that text was written.`,
        ),
      ];
    if (day === null || weekday(date).toLowerCase() === day.toLowerCase()) return [];
    return [
      block(
        'wrong-date',
        `Under ${where} the letter says “${as}”, but that day is a ${weekday(date)}. Correct it where that text was written.`,
      ),
    ];
  });
}

const promise = /\b(?:repl(?:y|ies)|respond|response|answer|decision|write to you|hear from us|get back to you)\b/i;

/** Typed words that promise the answer by a day other than the one the letter promises. */
function otherPromises(typed: string, quotesDate: LocalDate): MissingItem[] {
  return typed
    .split(/(?<=[.!?])\s+|\n/)
    .filter(sentence => promise.test(sentence))
    .flatMap(datesIn)
    .filter(({ date }) => date !== null && date !== quotesDate)
    .map(({ as }) =>
      block(
        'wrong-date',
        `Your own words promise an answer by “${as}”, but the letter promises ${sayDate(quotesDate)}. Take the date out, or correct it.`,
      ),
    );
}

function oldContacts({ right, ombudsman, policy, code }: LetterContext, { where, text }: Said): MissingItem[] {
  if (!right || ombudsman === null) return [];
  return staleContacts(text, ombudsman, [policy, code]).map(found =>
    block(
      'contact-out-of-date',
      `Under ${where} the letter gives “${found}” for the ${ombudsman.name}, which no longer holds. Take it out; the letter gives the present details.`,
    ),
  );
}
