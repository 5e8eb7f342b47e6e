/** The letters' fixed words: plain enough to be read by most people, different between the landlords, free of the gaps. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { REPLY_KINDS } from '../../domain/policy/intake-rules.ts';
import type { LetterWording } from '../../domain/policy/letter-rules.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { faultLine, isFaults, loadPack } from './load-pack.ts';

const PACKS = join(import.meta.dirname, '../../../policies');

async function policy(id: string): Promise<Policy> {
  const loaded = await loadPack(join(PACKS, id));
  if (isFaults(loaded)) throw new Error(loaded.map(faultLine).join('\n'));
  return loaded.policy;
}

/** Every sentence of a letter with its placeholders filled by something short. */
function sentences({ subject, opening, sections, closing }: LetterWording): string[] {
  return sentencesIn([subject, ...opening, ...sections.flatMap(({ text }) => text), ...closing]);
}

function sentencesIn(paragraphs: readonly string[]): string[] {
  const filled = paragraphs.map(text => text.replace(/\{[^}]*\}/g, 'Monday'));
  return filled.flatMap(text => text.split(/(?<=[.?!])\s+/)).filter(text => text !== '');
}

function syllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/e$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

/** The Flesch–Kincaid school grade; five more is the reading age in years. */
function readingAge(texts: readonly string[]): number {
  const words = texts.flatMap(text => text.match(/[a-z’']+/gi) ?? []);
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / texts.length) + 11.8 * (total / words.length) - 15.59 + 5;
}

test('every letter of every shipped pack can be read at the age of twelve, and no sentence is longer than 30 words', async () => {
  for (const id of ['magna', 'magenta', 'code-2024']) {
    for (const letter of (await policy(id)).letters.wording) {
      const said = sentences(letter);
      const age = readingAge(said);
      assert.ok(age <= 12, `${id} ${letter.kind} ${letter.stage ?? ''}: ${age.toFixed(1)}`);
      for (const sentence of said) assert.ok(sentence.split(' ').length <= 30, sentence);
    }
  }
});

test('[MGL-49][MGL-02] every standard reply of every shipped pack can be read at the age of twelve, in words of its own', async () => {
  const said = new Map<string, string>();
  for (const id of ['magna', 'magenta', 'code-2024']) {
    const replies = (await policy(id)).intake?.replies ?? [];
    assert.deepEqual(replies.map(({ kind }) => kind).toSorted(), [...REPLY_KINDS].toSorted(), id);
    for (const { kind, text } of replies) {
      const own = sentencesIn(text).filter(one => one.includes(' '));
      const age = readingAge(own);
      assert.ok(age <= 12, `${id} ${kind}: ${age.toFixed(1)}`);
      for (const sentence of own) {
        assert.ok(sentence.split(' ').length <= 30, sentence);
        if (/^(Dear|Hello) /.test(sentence)) continue;
        assert.ok((said.get(sentence) ?? id) === id, `${id} says what ${said.get(sentence)} says: ${sentence}`);
        said.set(sentence, id);
      }
    }
  }
});

test('no two landlords share a sentence of their letters', async () => {
  const [one, other] = await Promise.all([policy('magna'), policy('magenta')]);
  const said = new Set(one.letters.wording.flatMap(sentences));
  const shared = other.letters.wording.flatMap(sentences).filter(sentence => said.has(sentence));
  assert.deepEqual(shared, []);
});

test('no gap of a source finds its way into a letter', async () => {
  for (const id of ['magna', 'magenta']) {
    for (const letter of (await policy(id)).letters.wording) {
      for (const sentence of sentences(letter)) {
        assert.doesNotMatch(sentence, /\bxx\b|section 3\.5|paragraph 5|\bMCCC\b|view here/i);
      }
    }
  }
});

test('a letter’s fixed words hold no number of days and no date: those come from the case', async () => {
  for (const id of ['magna', 'magenta']) {
    for (const letter of (await policy(id)).letters.wording) {
      for (const sentence of sentences(letter)) assert.doesNotMatch(sentence, /\d+ (working )?(days|months)|\d{4}/);
    }
  }
});
