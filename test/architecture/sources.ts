/** The files of the product as the architecture test reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productFolder } from '../../src/config.ts';

export type Source = {
  /** From the project's folder, with slashes: `src/web/visit.ts`. */
  readonly file: string;
  readonly text: string;
  /** The text without comments. */
  readonly spoken: string;
  /** The text without comments and quoted strings; each is replaced by a blank. Templates stay. */
  readonly code: string;
  readonly lines: number;
};

const comment = String.raw`/\*[\s\S]*?\*/|//[^\n]*`;
const quoted = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"`;

/** Every file below some folders whose name ends in one of the endings, sorted. */
export function filesIn(folders: readonly string[], endings: readonly string[]): string[] {
  return folders
    .flatMap(folder =>
      readdirSync(path.join(productFolder, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
        .map(entry => path.relative(productFolder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
    )
    .sort();
}

/** Reads a TypeScript file. */
export function readSource(file: string): Source {
  const text = readFileSync(path.join(productFolder, file), 'utf8');
  return {
    file,
    text,
    spoken: text.replace(new RegExp(`(${quoted})|${comment}`, 'g'), (_, kept?: string) => kept ?? ' '),
    code: text.replace(new RegExp(`${comment}|${quoted}`, 'g'), blank),
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
  };
}

/** Nothing, with as many line ends as there were, so that what is found is still on its line. */
export function blank(text: string): string {
  return ` ${text.replaceAll(/[^\n]+/g, '')}`;
}

/** Whether a file is a test, or only there for one. */
export function isForTests(file: string): boolean {
  return /\.(test|spec|fixture)\.ts$/.test(file) || file.endsWith('/test-cluster.ts');
}

export type Import = {
  readonly from: string;
  /** A file of ours from the project's folder, or the name of a package. */
  readonly to: string;
  readonly ours: boolean;
  /** Gone when the program runs: `import type`. */
  readonly typeOnly: boolean;
};

const statement =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g;

/** What a file imports, `import()` and types included. */
export function importsOf({ file, spoken }: Pick<Source, 'file' | 'spoken'>): Import[] {
  return [...spoken.matchAll(statement)].map(([words, from, dynamic, bare]) => {
    const named = from ?? dynamic ?? bare ?? '';
    const ours = named.startsWith('.');
    const to = ours ? path.posix.join(path.posix.dirname(file), named) : packageName(named);
    return { from: file, to, ours, typeOnly: /^\s*(?:import|export)\s+type\b/.test(words) };
  });
}

/** `node:fs/promises` is `node:fs`; `@fastify/cookie/types` is `@fastify/cookie`. */
function packageName(named: string): string {
  return named
    .split('/')
    .slice(0, named.startsWith('@') ? 2 : 1)
    .join('/');
}
