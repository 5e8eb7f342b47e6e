import assert from 'node:assert/strict';
import test from 'node:test';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const write = (kind: string, stage = 1) => `/letters/new/${kind}?stage=${stage}`;

test('[MAG-29][MGL-19] a letter that lacks something says what and under which clause, links to where it is put right, and offers no issuing', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const road = await roadOf(site, landlord);
    await road.assigned();
    await road.does(road.cast.officer, keep => ({
      type: 'DefineComplaint',
      stage: 1,
      points: [
        {
          pointId: crypto.randomUUID(),
          number: 1,
          text: keep('The street light is out.', 'point'),
          responsibility: 'not-ours',
          responsibleBody: null,
        },
      ],
      outcomeSought: keep('Light.', 'outcome-sought'),
      leftOut: null,
      notPursued: [],
    }));
    const officer = await site.as(road.cast.officer);
    const page = await officer.get(road.href(write('acknowledgement')));
    assert.equal(page.status, 200);
    assert.match(page.text, /What is missing \(\d\)/);
    assert.match(page.text, /\((policy|Code), (MGL-19|Code 5\.7)\)/);
    assert.ok(page.html.includes(`${road.href('/do/define')}?stage=1`), 'it links to the definition');
    assert.doesNotMatch(page.html, /value="issue"/);
    const pressed = await officer.post(road.href(write('acknowledgement')), { do: 'issue' });
    assert.equal(pressed.status, 422, 'pressing it all the same is refused');
    assert.match(pressed.text, /The letter cannot go yet/);
  }
});

test('[MAG-29][R5] the preview quotes the date that holds if the letter goes today, and issuing freezes that letter', async () => {
  const road = await roadOf(site, 'magna');
  await road.assigned();
  await road.defined();
  const officer = await site.as(road.cast.officer);
  const page = await officer.get(road.href(write('acknowledgement')));
  assert.match(page.text, /Nothing is missing/);
  assert.match(page.text, /by Wednesday 18 November 2026/, 'ten working days from Wednesday 4 November');
  const issued = await officer.post(road.href(write('acknowledgement')), {
    do: 'issue',
    introduction: 'I am sorry that this has dragged on.',
  });
  assert.equal(issued.status, 303);
  const letter = await officer.get(issued.location ?? '');
  assert.match(letter.text, /Not sent yet/);
  assert.match(letter.text, /Date it promises Wednesday 18 November 2026/);
  const file = await officer.get(`${(issued.location ?? '').split('?')[0]}/letter.pdf`);
  assert.equal(file.status, 200);
  assert.match(file.html, /^%PDF-/);
});

test('[R7] the same form sent twice issues one letter', async () => {
  const road = await roadOf(site, 'magna');
  await road.assigned();
  await road.defined();
  const officer = await site.as(road.cast.officer);
  const url = road.href(write('acknowledgement'));
  const form = { ...(await officer.form(url)), do: 'issue' };
  const first = await officer.send(url, form);
  const second = await officer.send(url, form);
  assert.equal(first.location, second.location);
  const list = await officer.get(road.href('/letters'));
  assert.match(list.text, /Letters \(1\)/);
});

test('what was typed survives “Update preview”, a closed browser and a form that is too long', async () => {
  const road = await roadOf(site, 'magenta');
  await road.assigned();
  await road.defined();
  const officer = await site.as(road.cast.officer);
  const url = road.href(write('acknowledgement'));
  const words = 'Dear <script>alert(1)</script> — مرحبا 😀';
  const updated = await officer.post(url, { do: 'preview', introduction: words, how: 'post' });
  assert.equal(updated.status, 303);
  const again = await officer.get(url);
  assert.match(again.text, /Dear <script>alert\(1\)<\/script> — مرحبا/);
  assert.doesNotMatch(again.html, /<script>alert/);
  assert.match(again.html, /value="post"[^>]* checked/);
  const long = 'x'.repeat(100_000);
  const tooLong = await officer.post(url, { do: 'issue', introduction: long });
  assert.equal(tooLong.status, 422);
  assert.match(tooLong.text, /must be 5,000 characters or fewer/);
  assert.ok(tooLong.html.includes(long), 'nothing typed is lost');
});

test('a letter that no font can print is refused in words, with what was typed kept', async () => {
  const road = await roadOf(site, 'magna');
  await road.assigned();
  await road.defined();
  const officer = await site.as(road.cast.officer);
  const url = road.href(write('acknowledgement'));
  const refused = await officer.post(url, { do: 'issue', introduction: 'Written in Linear B: 𐀀𐀁𐀂' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /our fonts do not have these characters/);
  assert.match(refused.text, /𐀀𐀁𐀂/);
});

test('[MAG-38][MGL-24][R12] the response tells until when stage 2 can be asked for, counted for the way it goes', async () => {
  const until = { magna: { email: 'Friday 4 December', post: 'Monday 7 December' }, magenta: 'Tuesday 4 May 2027' };
  for (const landlord of ['magna', 'magenta'] as const) {
    const road = await roadOf(site, landlord);
    await road.acknowledged();
    await road.decided();
    const officer = await site.as(road.cast.officer);
    const url = road.href(write('response'));
    const byEmail = await officer.get(url);
    await officer.post(url, { do: 'preview', how: 'post' });
    const byPost = await officer.get(url);
    const expected = until[landlord];
    assert.match(byEmail.text, new RegExp(typeof expected === 'string' ? expected : expected.email));
    assert.match(byPost.text, new RegExp(typeof expected === 'string' ? expected : expected.post));
  }
});

test('[MAG-43] a response with a point unanswered shows which, and cannot be issued', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  const officer = await site.as(road.cast.officer);
  const page = await officer.get(road.href(write('response')));
  assert.match(page.text, /Points? 1 has no decision at this stage/);
  assert.ok(page.html.includes(`/points/${road.points[0]}?stage=1`), 'it leads to the point');
  assert.doesNotMatch(page.html, /value="issue"/);
});

test('a letter of no known kind, or of somebody else’s complaint, is no page', async () => {
  const road = await roadOf(site, 'magna');
  const officer = await site.as(road.cast.officer);
  const stranger = await site.as(site.magenta.person('complaint-resolution-officer'));
  assert.equal((await officer.get(road.href(write('poem')))).status, 404);
  assert.equal((await stranger.get(road.href(write('acknowledgement')))).status, 404);
});

test('a form filled in before somebody else acted says what changed, and keeps the words', async () => {
  const road = await roadOf(site, 'magna');
  await road.assigned();
  await road.defined();
  const officer = await site.as(road.cast.officer);
  const url = road.href(write('acknowledgement'));
  const stale = await officer.form(url);
  await road.does(road.cast.lead, keep => ({ type: 'AddNote', note: keep('Rang the plumber.', 'note') }));
  const sent = await officer.send(url, { ...stale, do: 'issue', closing: 'Ring me any time.' });
  assert.equal(sent.status, 409);
  assert.match(sent.text, /Somebody else changed this complaint/);
  assert.match(sent.text, /Ring me any time\./);
});
