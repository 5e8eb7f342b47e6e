/** Letters as tagged, accessible PDF (PDF/UA-1), made in a process of its own. The same letter gives the same bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sayDate } from '../../domain/calendar/dates.ts';
import type { LetterDocument } from '../../domain/letters/document.ts';
import { CannotRender } from './cannot-render.ts';
import { printable } from './printable.ts';
import { TypstProcess } from './typst-process.ts';

export type RenderedPdf = {
  bytes: Uint8Array;
  /** Of the bytes, in lower-case hexadecimal. */
  sha256: string;
  /** What made it: the typesetter's version and the hash of our template, for the record of what was issued. */
  renderer: string;
  /** Signs that no font could show and that were left out, such as emoji; the preview says so. Letters are never left out. */
  leftOut: readonly string[];
};

export type DocumentRenderer = {
  renderPdf: (document: LetterDocument, options: { size: 'standard' | 'large' }) => Promise<RenderedPdf>;
  /** Ends the process; what waits is refused. */
  stop: () => Promise<void>;
  /** The process that works now, if it has been started. */
  processId: () => number | undefined;
};

export type RendererOptions = {
  /** How long one letter may take before its process is ended. */
  timeLimitMs?: number;
  /** How many letters may wait. */
  waiting?: number;
  fontFolder?: string;
};

const require = createRequire(import.meta.url);
const TEMPLATE = fileURLToPath(new URL('./letter.typ', import.meta.url));
// Each round leaves out what the fonts were found not to have; a second look at what is left is enough in practice.
const ROUNDS = 3;

/** Opens the renderer. Its process starts with the first letter, and again after it has ended for whatever reason. */
export function openDocumentRenderer(options: RendererOptions = {}): DocumentRenderer {
  const fontFolder = options.fontFolder ?? dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next'));
  const typst = new TypstProcess({
    arguments: [fontFolder, TEMPLATE],
    timeLimitMs: options.timeLimitMs ?? 20_000,
    waiting: options.waiting ?? 100,
  });
  const renderer = rendererName();

  async function renderPdf(document: LetterDocument, { size }: { size: 'standard' | 'large' }): Promise<RenderedPdf> {
    const leftOut: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const answer = await typst.render(printable(document, sayDate(document.date), leftOut), size);
      if ('bytes' in answer) {
        const { bytes } = answer;
        return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), renderer, leftOut };
      }
      const needed = answer.cannotShow.filter(sign => /[\p{L}\p{N}\p{Sc}]/u.test(sign));
      if (needed.length > 0) throw unprintableWords(needed);
      leftOut.push(...answer.cannotShow);
    }
    throw unprintableWords(leftOut);
  }

  return { renderPdf, stop: () => typst.stop(), processId: () => typst.processId() };
}

function unprintableWords(signs: readonly string[]): CannotRender {
  const some = signs.slice(0, 10).join(' ');
  return new CannotRender(
    'unprintable',
    `The letter cannot be printed, because our fonts do not have these characters: ${some}. Write the words in another way.`,
  );
}

function rendererName(): string {
  const { version } = require('@myriaddreamin/typst-ts-node-compiler/package.json') as { version: string };
  const template = createHash('sha256').update(readFileSync(TEMPLATE)).digest('hex').slice(0, 12);
  return `typst-ts-node-compiler ${version}, letter ${template}`;
}
