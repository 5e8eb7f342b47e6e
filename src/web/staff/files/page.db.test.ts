import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { happened, lastOf, textOfRef } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { scanWaiting } from '../../../application/files/scan-waiting.ts';
import { rebuildCase } from '../../../application/rebuild.ts';
import type { Scanned } from '../../../outside/uploads/clamav.ts';
import { inLandlord } from '../../../storage/landlord-transaction.ts';

const site = await staffSite();
const road = await roadOf(site, 'magna');
await road.assigned();
await road.defined(['The ceiling leaks.', 'Nobody rings back.']);
const officer = await site.as(road.cast.officer);
const outsider = await site.as(site.magenta.person('complaint-resolution-officer'));

const png = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'),
);
const photo = (name = 'Küche, ceiling.png') => ({ name, content: png });
const adding = road.href('/do/add-file');
const filesPage = road.href('/files');

async function bytesOf(url: string) {
  const { statusCode, headers, body } = await site.inject({
    method: 'GET',
    url,
    headers: { host: 'localhost', cookie: `redress-session=${await tokenOf()}` },
  });
  return { status: statusCode, headers, body };
}
async function tokenOf(): Promise<string> {
  const { signIn } = await import('../../../application/sign-in.ts');
  return signIn(site.app, road.cast.officer);
}
const linksTo = (html: string) =>
  [...html.matchAll(/href="([^"]*\/files\/[0-9a-f-]{36})"/g)].map(([, href]) => href ?? '');

test('[MAG-64] files are added with what they show and the points they are evidence for, and proved by their hash', async () => {
  const [first = ''] = road.points;
  const answer = await officer.attach(adding, { description: 'The kitchen on 3 November', points: [first] }, [
    photo(),
    { name: 'what the plumber said.txt', content: 'No access on 2 November.' },
  ]);
  assert.equal(answer.status, 303, answer.text.slice(0, 400));
  const added = (await happened(site, road.reference)).filter(event => event.type === 'FileAdded');
  assert.equal(added.length, 2);
  const [picture] = added;
  assert.equal(picture?.body['sha256'], createHash('sha256').update(png).digest('hex'));
  assert.equal(picture?.body['kind'], 'png');
  assert.deepEqual(picture?.body['points'], [first]);
  assert.doesNotMatch(JSON.stringify(picture?.body), /che|kitchen/i, 'no words and no names in events');
  assert.equal(await textOfRef(site, picture?.body['name']), 'Küche, ceiling.png');
  const page = await officer.get(filesPage);
  assert.match(page.text, /Files \(2\)/);
  assert.match(
    page.text,
    /what the plumber said\.txt \(Plain text, 24 bytes\).*The kitchen on 3 November Evidence for: Point 1/,
  );
  const point = await officer.get(road.href(`/points/${first}`));
  assert.match(point.text, /Files for this point Küche, ceiling\.png/);
  assert.match((await officer.get(road.href('/timeline?only=investigation'))).text, /File added/);
});

test('a picture is shown in a page that may do nothing, other files are only saved, and each look is logged', async () => {
  const [text = '', picture = ''] = linksTo((await officer.get(filesPage)).html).filter(
    (href, at, all) => all.indexOf(href) === at,
  );
  const shown = await bytesOf(picture);
  assert.equal(shown.status, 200);
  assert.equal(shown.headers['content-type'], 'image/png');
  assert.match(
    String(shown.headers['content-disposition']),
    /^inline; filename="K-che-ceiling\.png"; filename\*=UTF-8''K%C3%BCche/,
  );
  assert.match(String(shown.headers['content-security-policy']), /default-src 'none'.*sandbox/);
  assert.equal(shown.headers['x-content-type-options'], 'nosniff');
  assert.match(String((await bytesOf(`${picture}?save=1`)).headers['content-disposition']), /^attachment/);
  const words = await bytesOf(text);
  assert.match(String(words.headers['content-disposition']), /^attachment/);
  assert.equal(words.body, 'No access on 2 November.');
  assert.equal((await outsider.get(picture)).status, 404, 'not for another landlord');
  assert.equal((await officer.get(`${filesPage}/00000000-0000-0000-0000-000000000000`)).status, 404);
});

test('what cannot be taken is said of each file, what was typed stays, and nothing is stored', async () => {
  const before = (await happened(site, road.reference)).length;
  const wrong = await officer.attach(adding, { description: 'Mine <b>' }, [
    { name: 'photo.jpg', content: 'not a picture' },
    { name: 'empty.pdf', content: '' },
    { name: 'run.exe', content: 'MZ\u0000' },
  ]);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /“photo\.jpg” is not a kind of file that is taken/);
  assert.match(wrong.text, /“empty\.pdf” has nothing in it/);
  assert.match(wrong.text, /Choose the files again/);
  assert.match(wrong.html, />Mine &lt;b&gt;</);
  const none = await officer.attach(adding, { description: '' }, []);
  assert.match(none.text, /Choose a file/);
  assert.match(none.text, /Enter what they show/);
  const many = await officer.attach(
    adding,
    { description: 'All' },
    Array.from({ length: 11 }, (_, at) => photo(`${at}.png`)),
  );
  assert.match(many.text, /Choose 10 files at most/);
  assert.equal((await happened(site, road.reference)).length, before);
});

test('a form without its seal is turned away before a file of it is kept, and so is one from another site', async () => {
  const { rows: before } = await site.database.admin.query('select count(*)::int as n from document');
  assert.equal((await officer.attach(adding, { description: 'x' }, [photo('other.png')], false)).status, 403);
  const { rows } = await site.database.admin.query('select count(*)::int as n from document');
  assert.deepEqual(rows, before);
});

test('the same file again is refused in words; a second press of the button adds nothing', async () => {
  const again = await officer.attach(adding, { description: 'Once more' }, [photo('copy.png')]);
  assert.equal(again.status, 422);
  assert.match(again.text, /This very file has been part of the complaint since/);
  const fields = { ...(await officer.form(adding)), description: 'A note of the visit' };
  const note = [{ name: 'visit.txt', content: 'They came at nine.' }];
  assert.equal((await officer.attach(adding, fields, note)).status, 303);
  const count = (await happened(site, road.reference)).length;
  assert.equal((await officer.attach(adding, fields, note)).status, 303);
  assert.equal((await happened(site, road.reference)).length, count);
});

test('files stay when the rows are made again from the events', async () => {
  await inLandlord(site.app.database, site.magna.landlordId, tx =>
    rebuildCase(site.app, tx, site.magna.landlordId, road.caseId),
  );
  assert.match((await officer.get(filesPage)).text, /Files \(3\)/);
});

test('a file that the scanner could not be asked about is held until it was, and what it finds is never given out', async () => {
  let answer: Scanned = { is: 'unreachable', why: 'it is being restarted' };
  const { uploads } = site.app;
  const without = uploads.scan;
  uploads.scan = async pieces => {
    for await (const _piece of pieces);
    return answer;
  };
  await officer.attach(adding, { description: 'Held' }, [{ name: 'held.txt', content: 'a held file' }]);
  const added = await lastOf(site, road.reference, 'FileAdded');
  const href = `${filesPage}/${added?.body['fileId']}`;
  assert.match((await officer.get(filesPage)).text, /held\.txt .*Waits for the virus scanner/);
  assert.equal((await officer.get(href)).status, 404);
  assert.equal(await scanWaiting(site.app), 0, 'nobody answers yet');
  answer = { is: 'clean' };
  assert.equal(await scanWaiting(site.app), 1);
  assert.equal((await bytesOf(href)).body, 'a held file');
  answer = { is: 'infected', found: 'Redress.Test' };
  const refused = await officer.attach(adding, { description: 'Bad' }, [{ name: 'bad.txt', content: 'a bad file' }]);
  assert.match(refused.text, /“bad\.txt” was not taken: the virus scanner found something harmful/);
  answer = { is: 'unreachable', why: 'again' };
  await officer.attach(adding, { description: 'Later' }, [{ name: 'later.txt', content: 'a bad file of later' }]);
  answer = { is: 'infected', found: 'Redress.Test' };
  assert.equal(await scanWaiting(site.app), 1);
  assert.match((await officer.get(filesPage)).text, /later\.txt .*Held: the virus scanner found “Redress\.Test” in it/);
  uploads.scan = without;
});
