/** Letters on paper: accessible, the same every time, whatever is written in them, and never the end of the program. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, type TestContext, test } from 'node:test';
import { completeInput, magenta, magna } from '../../../test/fixtures/letter-cases.ts';
import type { LetterDocument } from '../../domain/letters/document.ts';
import { draftLetter } from '../../domain/letters/draft.ts';
import { LETTERS_OF_A_PACK } from '../../domain/policy/letter-kinds.ts';
import { CannotRender } from './cannot-render.ts';
import { readStructure } from './pdf-structure.fixture.ts';
import { openDocumentRenderer } from './render-pdf.ts';

const renderer = openDocumentRenderer();
after(() => renderer.stop());

const response = draftLetter(completeInput('response', 2, magna)).document;
const standard = { size: 'standard' } as const;

function saying(...texts: string[]): LetterDocument {
  return { ...response, blocks: texts.map(text => ({ kind: 'paragraph', text })) };
}

/** Runs a program on the file; one that is not there is named, and fails the test under CI. Null: it could not be asked. */
function ask(program: string, args: (file: string) => string[], bytes: Uint8Array, t: TestContext): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'letter-'));
  const file = join(folder, 'letter.pdf');
  writeFileSync(file, bytes);
  const ran = spawnSync(program, args(file), { encoding: 'utf8', maxBuffer: 64_000_000 });
  rmSync(folder, { recursive: true });
  if (ran.error === undefined) return ran.status === 0 ? ran.stdout : assert.fail(`${program}: ${ran.stderr}`);
  const { CI } = process.env;
  if (CI === 'true') assert.fail(`The program ${program} is not installed, and these checks need it.`);
  t.skip(`the program ${program} is not installed`);
  return null;
}

function printedWords(bytes: Uint8Array, t: TestContext): string | null {
  return ask('pdftotext', file => [file, '-'], bytes, t)?.replace(/\s+/g, ' ') ?? null;
}

describe('every letter of both landlords', () => {
  for (const policy of [magna, magenta]) {
    for (const { kind, stage } of LETTERS_OF_A_PACK) {
      const at = stage ?? (kind === 'escalation-refusal' ? 2 : 1);
      test(`is PDF/UA-1 in both sizes: ${policy.id} ${kind} ${at}`, async () => {
        const { document } = draftLetter(completeInput(kind, at, policy));
        for (const size of ['standard', 'large'] as const) {
          const { bytes, leftOut } = await renderer.renderPdf(document, { size });
          const pdf = readStructure(bytes);
          assert.deepEqual(
            [pdf.language, pdf.marked, pdf.pdfUa, pdf.showsTitle, pdf.title],
            ['en-GB', true, '1', true, document.title],
          );
          const sections = document.blocks.filter(block => block.kind === 'heading' && block.level === 2).length;
          assert.equal(pdf.tags.filter(tag => tag === 'H1').length, 1);
          assert.equal(pdf.tags.filter(tag => tag === 'H2').length, sections);
          assert.ok(
            pdf.fonts.length >= 2 &&
              pdf.fonts.every(font => font.embedded && font.name.includes('AtkinsonHyperlegible')),
          );
          assert.deepEqual(leftOut, []);
        }
      });
    }
  }
});

test('[MAG-43][MGL-29] decisions and promises are tables with headed columns, facts are lists, in reading order', async () => {
  const { tags, bookmarks } = readStructure((await renderer.renderPdf(response, standard)).bytes);
  assert.equal(tags.filter(tag => tag === 'Table').length, 2);
  assert.equal(tags.filter(tag => tag === 'TH').length, 6);
  assert.ok(
    tags.indexOf('H1') < tags.indexOf('L') && tags.indexOf('L') < tags.indexOf('H2'),
    'what matters first comes first',
  );
  assert.ok(bookmarks.includes('Our decision') && bookmarks.includes('If you are still not happy'));
});

test('[R46][MAG-60] the printed words are those of the letter, the date for the Ombudsman among them', async t => {
  const { bytes } = await renderer.renderPdf(response, standard);
  const text = printedWords(bytes, t);
  if (text === null) return;
  for (const words of [
    'Dear Amina Yusuf',
    'RQ7K-4M2X',
    'Thursday 25 November 2027',
    'Fit an extractor fan',
    'Yours sincerely Ravi Patel',
    'Page 1 of',
  ]) {
    assert.ok(text.includes(words), words);
  }
});

test('a short list stays on one page with what announces it, wherever on the page it comes', async t => {
  const facts = { kind: 'facts', facts: ['Online', 'Phone', 'Post'].map(term => ({ term, value: `${term} beside` })) };
  for (let lines = 18; lines < 30; lines += 1) {
    const filler = Array.from({ length: lines }, () => ({ kind: 'paragraph', text: 'A line.' }));
    const blocks = [...filler, { kind: 'paragraph', text: 'How to reach them.' }, facts] as LetterDocument['blocks'];
    const { bytes } = await renderer.renderPdf({ ...response, blocks }, standard);
    const text = ask('pdftotext', file => [file, '-'], bytes, t);
    if (text === null) return;
    const pages = text.split('\f').filter(page => /How to reach them|beside/.test(page));
    assert.equal(pages.length, 1, `after ${lines} lines`);
  }
});

test('the file is sound in the eyes of another program', async t => {
  const { bytes } = await renderer.renderPdf(response, { size: 'large' });
  const json = ask('qpdf', file => ['--json', '--json-key=qpdf', file], bytes, t) ?? '';
  assert.ok(json === '' || (json.includes('"/Lang": "u:en-GB"') && json.includes('"/Marked": true')));
});

test('[R82] the same letter gives the same bytes, in this process and another, whatever the clock says', async () => {
  const one = await renderer.renderPdf(response, standard);
  const other = openDocumentRenderer();
  const two = await other.renderPdf(response, standard);
  await other.stop();
  assert.equal(one.sha256, two.sha256);
  assert.deepEqual(one.bytes, two.bytes);
  assert.match(one.sha256, /^[0-9a-f]{64}$/);
  assert.match(one.renderer, /^typst-ts-node-compiler \d+\.\d+\.\d+, letter [0-9a-f]{12}$/);
  assert.equal(readStructure(one.bytes).created, '2026-11-25T00:00:00Z', 'the letter’s own date, not the clock’s');
});

test('signs that mean something to the typesetter are printed as they stand', async t => {
  const odd =
    '#panic("no") $x^2$ *bold* _it_ `code` \\ @ref <label> // note /* c */ = head - item + item ~ "q" {a} [b]';
  const { bytes } = await renderer.renderPdf(saying(odd), standard);
  const text = printedWords(bytes, t);
  assert.ok(text === null || text.includes(odd), text ?? '');
});

test('NUL, controls and half characters are taken out; right-to-left words and emoji do not stop a letter', async () => {
  for (const words of [
    'a\u0000b\u0007c\uD800d',
    'Żółć, ñ, “quoted” – £5 ½ ✓',
    'مرحبا بالعالم',
    'Sorry 😀👩‍👩‍👧 ✊🏽',
    '\u202Eolleh\u202C',
  ]) {
    const { bytes } = await renderer.renderPdf(saying(words), standard);
    assert.equal(readStructure(bytes).pdfUa, '1', words);
  }
});

test('emoji that no font has are left out and named; letters that no font has stop the letter with a sentence', async () => {
  const { leftOut } = await renderer.renderPdf(saying('Sorry \u{1FAEA}'), standard);
  assert.deepEqual(leftOut, ['\u{1FAEA}']);
  const unknown = renderer.renderPdf(saying('Name: \u{10D4A}\u{10D4B}'), standard);
  await assert.rejects(
    unknown,
    (error: unknown) =>
      error instanceof CannotRender && error.reason === 'unprintable' && error.message.includes('\u{10D4A}'),
  );
});

test('100 kB of words, or one word of 100 kB, is a long letter', async () => {
  for (const words of ['word '.repeat(20_000), 'x'.repeat(100_000)]) {
    const { bytes } = await renderer.renderPdf(saying(words), standard);
    assert.ok(readStructure(bytes).pages > 10);
  }
});

test('a sudden end of the typesetter is one refused letter; the next is printed by a new process', async () => {
  const own = openDocumentRenderer();
  const going = own.renderPdf(saying('word '.repeat(20_000)), standard);
  const waiting = own.renderPdf(response, standard);
  process.kill(own.processId() ?? assert.fail('no process'), 'SIGABRT');
  await assert.rejects(
    going,
    (error: unknown) => error instanceof CannotRender && error.reason === 'ended' && /SIGABRT/.test(error.message),
  );
  assert.equal((await waiting).sha256, (await renderer.renderPdf(response, standard)).sha256);
  await own.stop();
});

test('a letter that takes too long is given up, and the next is printed', async () => {
  const own = openDocumentRenderer({ timeLimitMs: 3_000 });
  await own.renderPdf(response, standard);
  process.kill(own.processId() ?? assert.fail('no process'), 'SIGSTOP');
  const stuck = own.renderPdf(response, standard);
  await assert.rejects(
    stuck,
    (error: unknown) =>
      error instanceof CannotRender && error.reason === 'timed-out' && /3 seconds/.test(error.message),
  );
  assert.ok((await own.renderPdf(response, standard)).bytes.length > 0);
  await own.stop();
});

test('more letters than may wait are refused at once; those that wait when it stops are refused too', async () => {
  const own = openDocumentRenderer({ waiting: 1 });
  const settled = Promise.allSettled([0, 1, 2].map(() => own.renderPdf(response, standard)));
  const stopping = own.stop();
  const reasons = (await settled).map(one =>
    one.status === 'rejected' && one.reason instanceof CannotRender ? one.reason.reason : one.status,
  );
  assert.deepEqual(reasons, ['stopped', 'stopped', 'busy']);
  await stopping;
  await assert.rejects(own.renderPdf(response, standard), /program is ending/);
});

test('a font that is not there is a failure, never a letter in another font', async () => {
  const own = openDocumentRenderer({ fontFolder: '/nonexistent' });
  await assert.rejects(
    own.renderPdf(response, standard),
    (error: unknown) => error instanceof CannotRender && /no such file.*AtkinsonHyperlegibleNext/.test(error.message),
  );
  await own.stop();
});

test('an accent too pale to read is darkened, and no colour at all is grey', async () => {
  for (const accent of ['#ffee00', 'tomato', '#00646e']) {
    const document = { ...response, letterhead: { ...response.letterhead, accent } };
    assert.ok((await renderer.renderPdf(document, standard)).bytes.length > 0, accent);
  }
});
