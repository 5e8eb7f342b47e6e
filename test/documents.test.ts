/** The documents keep their word: what they point at is there, what they say a command prints it prints, no setting is left out. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { describeSettings, productFolder } from '../src/config.ts';
import { regularJobs } from '../src/jobs/job-list.ts';
import { filesIn } from './architecture/sources.ts';
import { runRedress } from './run-redress.ts';

const atRoot = readdirSync(productFolder).filter(name => name.endsWith('.md'));
const documents = [...atRoot, ...filesIn(['docs'], ['.md']), 'src/web/components/README.md'];
const read = (file: string): string => readFileSync(path.join(productFolder, file), 'utf8');
const isThere = (file: string): boolean => existsSync(path.join(productFolder, file));

/** The anchors that headings make, as the usual hosts make them. */
function anchorsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every link between documents leads somewhere', () => {
  const broken = documents.flatMap(document =>
    [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
      if (/^[a-z]+:/.test(link)) return [];
      const [file = '', anchor] = link.split('#');
      const place = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
      const leads = isThere(place) && (anchor === undefined || anchorsIn(read(place)).includes(anchor));
      return leads ? [] : [`${document}: ${link}`];
    }),
  );
  assert.deepEqual(broken, []);
});

test('every file that a document names is there', () => {
  const named = /`((?:[\w.-]+\/)+(?:[\w.-]+\.(?:ts|mjs|md|yaml|sql|typ|csv))?)`/g;
  const missing = documents.flatMap(document => {
    const roots = ['', 'src/', 'src/domain/complaint/', 'docs/', `${path.dirname(document)}/`];
    return [...read(document).matchAll(named)]
      .map(([, file = '']) => file)
      .filter(file => !/^(?:letters|node_modules)\//.test(file) && !roots.some(root => isThere(root + file)))
      .map(file => `${document}: ${file}`);
  });
  assert.deepEqual(missing, []);
});

test('every decision stands in the index of decisions', () => {
  const index = read('docs/decisions/README.md');
  const files = readdirSync(path.join(productFolder, 'docs/decisions')).filter(file => file !== 'README.md');
  assert.deepEqual(
    files.filter(file => !index.includes(`](${file})`)),
    [],
  );
});

test('every word of the field that is said to be in the code is there', () => {
  const code = [...filesIn(['src'], ['.ts']), ...filesIn(['policies'], ['.yaml'])].map(read).join('\n');
  const names = [...read('docs/domain-language.md').matchAll(/`([A-Za-z]+)`/g)].map(([, name = '']) => name);
  assert.ok(names.length > 50);
  assert.deepEqual(
    names.filter(name => !new RegExp(`\\b${name}\\b`).test(code)),
    [],
  );
});

test('the operating manual lists each setting with what it is when nobody sets it', () => {
  const manual = read('docs/operating.md');
  const settings = [...describeSettings().matchAll(/^ {2}([A-Z_]+) .*?(?: \(([^()]+)\))?$/gm)];
  assert.ok(settings.length > 10);
  for (const [, name = '', unset] of settings) {
    const row = manual.split('\n').find(line => line.startsWith(`| \`${name}\` |`));
    assert.ok(row, `${name} is not in docs/operating.md`);
    if (unset !== undefined) assert.ok(row.includes(unset), `${name} is ${unset} when unset: ${row}`);
  }
});

test('the operating manual lists each job that runs by itself', () => {
  const manual = read('docs/operating.md');
  for (const { name } of regularJobs)
    assert.ok(manual.includes(`| \`${name}\` |`), `${name} is not in docs/operating.md`);
});

/** The examples of the README: a command, and what it prints, with `…` where something is left out. */
const examples = [...read('README.md').matchAll(/```console\n\$ npm run -s redress -- (.+)\n([\s\S]*?)```/g)];

test('the README shows what the commands print', async () => {
  assert.equal(examples.length, 3);
  for (const [, command = '', shown = ''] of examples) {
    const words = command.split(' ').map(word => (word.startsWith('test/') ? path.join(productFolder, word) : word));
    const { out } = await runRedress(...words);
    let from = 0;
    for (const piece of shown.split('…\n').filter(piece => piece !== '')) {
      const at = out.indexOf(piece, from);
      assert.ok(at >= 0, `"${command}" no longer prints:\n${piece}\nbut:\n${out}`);
      from = at + piece.length;
    }
  }
});

test('no picture is larger than 150 kB, and each is shown', () => {
  const readme = read('README.md');
  const pictures = filesIn(['docs/screenshots'], ['.png']);
  assert.ok(pictures.length > 0);
  for (const picture of pictures) {
    assert.ok(statSync(path.join(productFolder, picture)).size <= 150_000, `${picture} is too large`);
    assert.ok(readme.includes(`](${picture})`), `${picture} is shown nowhere`);
  }
});
