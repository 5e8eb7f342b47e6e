/**
 * The rules of the house that a machine can check, read from the sources themselves. What each rule is for stands in
 * `CONTRIBUTING.md`; what may still break one stands in `architecture/`, with its reason, and those lists only shrink.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { productFolder } from '../src/config.ts';
import { against, arrow, packages, partOf } from './architecture/arrow.ts';
import {
  emptyWords,
  longestFile,
  longestFunction,
  longFiles,
  longFunctions,
  namedOtherwise,
  notTheLandlord,
  sqlElsewhere,
} from './architecture/exceptions.ts';
import { functionsLongerThan } from './architecture/functions.ts';
import { blank, filesIn, type Import, importsOf, isForTests, readSource, type Source } from './architecture/sources.ts';

const everything = filesIn(['src', 'test', 'scripts', 'bench'], ['.ts']).map(readSource);
const product = everything.filter(({ file }) => file.startsWith('src/') && !isForTests(file));
const imports = product.flatMap(importsOf);
const ours = imports.filter(one => one.ours);

/** The places where a pattern stands, as `file:line`. */
function placesOf(pattern: RegExp, sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, code }) =>
    [...code.matchAll(pattern)].map(({ index }) => `${file}:${code.slice(0, index).split('\n').length}`),
  );
}

const filesOf = (pattern: RegExp, sources: readonly Source[]): string[] =>
  sources.filter(({ code }) => code.search(pattern) >= 0).map(({ file }) => file);

/** A list of exceptions may name nothing that has become right meanwhile. */
function sameAsListed(found: readonly string[], listed: readonly string[], what: string): void {
  const surplus = found.filter(one => !listed.includes(one));
  const settled = listed.filter(one => !found.includes(one));
  assert.deepEqual(surplus, [], `${what}:`);
  assert.deepEqual(settled, [], 'These are right by now. Take them off the list in test/architecture/:');
}

const sayImport = ({ from, to }: Import): string => `${from} -> ${to}`;

test('the sources are found and read as what they are', () => {
  assert.ok(product.length > 200, `only ${product.length} files`);
  assert.ok(ours.length > 800 && imports.length > ours.length);
  const text = "import { a } from './b.ts'; // new Date()\nconst c = '// not a comment'; export type D = { e: 1 };\n";
  const read = importsOf({ file: 'src/x.ts', spoken: `${text}const f = await import('@g/h/i.ts');\nimport './j.ts';` });
  assert.deepEqual(
    read.map(({ to }) => to),
    ['src/b.ts', '@g/h', 'src/j.ts'],
  );
  const self = readSource('test/architecture.test.ts');
  assert.ok(self.spoken.includes('// not a comment') && !self.code.includes('not a comment'));
});

test('imports follow the arrow: entrances to the application, the application to storage and outside, all to the domain', () => {
  const allowed = ({ from, to }: Import): boolean => {
    const [part, other] = [partOf(from), partOf(to)];
    return to.startsWith('src/') && (part === other || (arrow[part] ?? []).includes(other));
  };
  const wrong = ours.filter(one => !allowed(one)).map(sayImport);
  sameAsListed([...new Set(wrong)], Object.keys(against), 'These imports go against the arrow');
});

test('every part of the product has its place in the arrow', () => {
  const parts = new Set(product.map(({ file }) => partOf(file)));
  assert.deepEqual(
    [...parts].filter(part => arrow[part] === undefined),
    [],
  );
});

test('no file loads one that loads it in turn', () => {
  const next = Map.groupBy(
    ours.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const circle = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    const found = (next.get(file) ?? []).map(({ to }) => circle(to, [...way, file])).find(one => one !== undefined);
    done.add(file);
    return found;
  };
  for (const { file } of product) assert.equal(circle(file, [])?.join(' -> '), undefined);
});

test('each part uses only the packages that were decided for it', () => {
  const foreign = imports.filter(({ ours, to }) => !ours && !to.startsWith('node:'));
  const wrong = foreign.filter(({ from, to }) => !(packages[partOf(from)] ?? []).includes(to));
  assert.deepEqual(wrong.map(sayImport), []);
});

test('the domain is pure: it asks no clock, no chance, no computer', () => {
  const domain = product.filter(({ file }) => file.startsWith('src/domain/'));
  assert.deepEqual(imports.filter(({ from, ours }) => partOf(from) === 'domain' && !ours).map(sayImport), []);
  const impure = /\bMath\.random\b|\bprocess\.|\bperformance\.|\bcrypto\.|\bsetTimeout\b|\bfetch\(|\bconsole\./g;
  assert.deepEqual(placesOf(impure, domain), []);
});

test('Temporal lives in domain/calendar only, because deep equality cannot see into it', () => {
  const elsewhere = product.filter(({ file }) => !file.startsWith('src/domain/calendar/'));
  assert.deepEqual(placesOf(/\bTemporal\b/g, elsewhere), []);
});

test('only outside/clock.ts asks what time it is, and SQL of ours does not ask either', () => {
  const asks = /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\s*\)|\bTemporal\.Now\b/;
  assert.deepEqual(filesOf(asks, product), ['src/outside/clock.ts']);
  const sqlAsks =
    /\b(?:current_date|current_timestamp|clock_timestamp|localtimestamp)\b|\bsql(?:<[^>]*>)?`[^`]*\bnow\(\)/i;
  assert.deepEqual(filesOf(sqlAsks, product), []);
});

test('only config.ts reads the environment', () => {
  assert.deepEqual(filesOf(/\bprocess\.env\b|\benv\s*\}\s*=\s*process\b/, product), ['src/config.ts']);
});

test('SQL stands in storage/ and application/queries/', () => {
  const places = /^src\/(?:storage|application\/queries|outside\/embedded-postgres)\//;
  const elsewhere = product.filter(({ file }) => !places.test(file) && importsSql(file));
  sameAsListed(
    elsewhere.map(({ file }) => file),
    sqlElsewhere,
    'SQL written elsewhere',
  );
});

function importsSql(file: string): boolean {
  return imports.some(({ from, to }) => from === file && (to === 'kysely' || to === 'pg'));
}

test('no file is longer than 300 lines', () => {
  const long = everything.filter(({ lines }) => lines > longestFile).map(({ file, lines }) => `${file}: ${lines}`);
  sameAsListed(
    long,
    Object.entries(longFiles).map(([file, lines]) => `${file}: ${lines}`),
    'Too long',
  );
});

test('no function of the product is longer than 50 lines', () => {
  const { files, found } = functionsLongerThan(longestFunction, 'src');
  assert.ok(files >= product.length, 'the linter read fewer files than there are');
  const long = found.filter(({ file }) => !isForTests(file)).map(({ file, lines }) => `${file}: ${lines}`);
  sameAsListed(
    long,
    Object.entries(longFunctions).map(([file, lines]) => `${file}: ${lines}`),
    'Too long',
  );
});

test('no name is a word that says nothing about what is inside', () => {
  const names = filesIn(['src', 'test', 'scripts', 'bench', 'db', 'docs', 'policies'], ['']);
  // A service request is a thing of the field, not a service that does everything.
  const plain = (name: string): string => name.replaceAll(/service[-_]request/g, 'request');
  const empty = names.filter(name =>
    plain(name)
      .split(/[^A-Za-z]+/)
      .some(word => emptyWords.includes(word.toLowerCase())),
  );
  sameAsListed(empty, namedOtherwise, 'These names say nothing');
});

/** What a rule forbids, how it is found, and a line that must be found by it. */
const forbidden: readonly (readonly [what: string, pattern: RegExp, example: string])[] = [
  ['a default export', /\bexport\s+default\b/g, 'export default f;'],
  ['any', /(?::|<|\bas|\||=|,)\s*any\b\s*(?:[;,)>=|\]{[]|$)/gm, 'const f = (a: any) => a as any;'],
  ['a cast that throws the proof away', /\bas\s+unknown\s+as\b/g, 'a as unknown as B'],
  ['a barrel', /\bexport\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s*)?from\b/g, 'export type { A } from b'],
  ['syntax that needs a build', /^\s*(?:export\s+)?(?:const\s+)?(?:enum|namespace)\s+\w+\s*\{/gm, 'enum A { b }'],
];

test('exports are named, types are told, and nothing is re-exported', () => {
  // SQL in a template has an "any" of its own.
  const plain = everything.map(source => ({ ...source, code: source.code.replace(/`[^`]*`/g, blank) }));
  for (const [what, pattern, example] of forbidden) {
    assert.ok(example.search(pattern) >= 0, what);
    assert.deepEqual(placesOf(pattern, plain), [], `${what}:`);
  }
  const silenced = everything.filter(({ text }) => /^\s*\/[/*]+\s*@ts-(?:ignore|nocheck|expect-error)\b/m.test(text));
  assert.deepEqual(
    silenced.map(({ file }) => file),
    [],
  );
});

test('imports of our own files end in .ts, so that they run as they stand', () => {
  const wrong = everything.flatMap(importsOf).filter(({ ours, to }) => ours && !/\.(?:ts|mjs|json)$/.test(to));
  assert.deepEqual(wrong.map(sayImport), []);
});

/** The words by which each shipped landlord could be named: the pack's id and its names, one by one. */
function landlordNames(): string[] {
  const folder = path.join(productFolder, 'policies');
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'calendars')
    .flatMap(({ name: id }) => {
      const pack = parse(readFileSync(path.join(folder, id, 'pack.yaml'), 'utf8')) as { landlord?: { name?: string } };
      return id.startsWith('code-') || pack.landlord?.name === undefined ? [] : [id, pack.landlord.name];
    });
}

test('no code names a landlord', () => {
  const names = landlordNames();
  assert.ok(names.includes('magna') && names.includes('magenta'));
  const named = new RegExp(`\\b(?:${names.join('|')})\\b`, 'i');
  const files = filesIn(['src'], ['']).filter(file => !isForTests(file));
  const found = files.filter(file => named.test(readFileSync(path.join(productFolder, file), 'utf8')));
  sameAsListed(found, Object.keys(notTheLandlord), 'A landlord is named');
});

test('migrations are numbered without a gap, and each says what it is for', () => {
  const names = readdirSync(path.join(productFolder, 'db/migrations')).sort();
  assert.ok(names.length > 0);
  for (const [at, name] of names.entries()) {
    assert.match(name, /^\d{4}_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/);
    assert.equal(Number(name.slice(0, 4)), at + 1, `${name} is not number ${at + 1}`);
    assert.match(readFileSync(path.join(productFolder, 'db/migrations', name), 'utf8'), /^--/, `${name} says nothing`);
  }
});
