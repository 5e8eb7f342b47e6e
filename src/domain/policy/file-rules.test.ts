import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptedEndings, cleanFileName, FILE_KINDS, fileKind, sortOf } from './file-rules.ts';

test('[MAG-64] a file is taken for what its name and its first bytes say together', () => {
  assert.equal(fileKind('Leak.JPG', 'image/jpeg', false), 'jpeg');
  assert.equal(fileKind('survey.pdf', 'application/pdf', false), 'pdf');
  assert.equal(fileKind('notes.txt', null, true), 'text');
});

test('a program under the name of a picture, and bytes under the name of a text, are none of the kinds', () => {
  assert.equal(fileKind('photo.jpg', 'application/x-msdownload', false), null);
  assert.equal(fileKind('photo.jpg', null, true), null);
  assert.equal(fileKind('photo.jpg', 'image/png', false), null);
  assert.equal(fileKind('notes.txt', null, false), null);
  assert.equal(fileKind('notes.txt', 'application/pdf', false), null);
});

test('programs, archives, pages, drawings with scripts and documents with macros are no kind at all', () => {
  for (const name of ['run.exe', 'all.zip', 'page.html', 'drawing.svg', 'letter.docm', 'old.doc', 'noending', '']) {
    assert.equal(fileKind(name, null, true), null, name);
    assert.equal(fileKind(name, 'application/zip', false), null, name);
  }
});

test('only what a browser draws without running anything is shown; nothing is served as a page', () => {
  const shown = FILE_KINDS.filter(kind => sortOf(kind).shown);
  assert.deepEqual(shown, ['pdf', 'jpeg', 'png', 'webp', 'gif']);
  for (const kind of FILE_KINDS) assert.doesNotMatch(sortOf(kind).mediaType, /html|svg|xml$|javascript/);
});

test('endings are told apart and listed for the file chooser', () => {
  const all = acceptedEndings({ kinds: FILE_KINDS, largestMegabytes: 1, mostAtOnce: 1, clause: 'R1', note: '' });
  assert.equal(new Set(all).size, all.length);
  assert.ok(all.includes('.heic'));
});

test('a name loses its path, its steering signs and what file systems trip over, and keeps its ending and its letters', () => {
  assert.equal(cleanFileName('C:\\Users\\ann\\Küche & Bad.jpg'), 'Küche & Bad.jpg');
  assert.equal(cleanFileName('../../etc/passwd'), 'passwd');
  assert.equal(cleanFileName('invoice\u202Egpj.exe'), 'invoicegpj.exe');
  assert.equal(cleanFileName('a\u0000b\r\n<c>.pdf'), 'abc.pdf');
  assert.equal(cleanFileName(' . .hidden'), 'hidden');
  assert.equal(cleanFileName('\ud800x.png'), '\ufffdx.png');
  assert.equal(cleanFileName('///'), 'file');
  assert.equal(cleanFileName('.pdf'), 'pdf');
  const long = cleanFileName(`${'😀'.repeat(300)}.jpeg`);
  assert.ok(long.endsWith('.jpeg') && [...long].length === 150, long);
});
