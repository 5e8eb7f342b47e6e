import assert from 'node:assert/strict';
import test from 'node:test';
import { dayFields, happened, lastOf, textOfRef } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { type ChosenFile, type Fields, formFields, multipartOf, textOf } from '../../../../test/staff-visitor.ts';

const site = await staffSite();
const road = await roadOf(site, 'magna');
await road.assigned();
await road.defined(['The ceiling leaks.']);
const officer = await site.as(road.cast.officer);

/** Somebody with a link and nothing else: no session, no account. */
async function opens(url: string) {
  const got = await site.inject({ method: 'GET', url, headers: { host: 'localhost' } });
  return { status: got.statusCode, html: got.body, text: textOf(got.body), headers: got.headers };
}

async function replies(url: string, fields: Fields, files: readonly ChosenFile[] = []) {
  const own = { ...formFields((await opens(url)).html), ...fields };
  return sends(url, own, files);
}

/** A browser says `null` for its origin where a page lets nobody know its address, and that it is ours by another header. */
async function sends(url: string, fields: Fields, files: readonly ChosenFile[] = [], origin = 'null') {
  const { type, payload } = await multipartOf(fields, files);
  const from = origin === 'null' ? 'same-origin' : 'cross-site';
  const headers = { host: 'localhost', 'content-type': type, origin, 'sec-fetch-site': from };
  const got = await site.inject({ method: 'POST', url, headers, payload });
  return { status: got.statusCode, html: got.body, text: textOf(got.body) };
}

const question = {
  name: 'Sam Fitter',
  email: 'sam@example.org',
  organisation: 'Roofs Ltd',
  area: 'repairs',
  question: 'When was the valley gutter last mended?',
  ...dayFields('due', '2026-11-09'),
};

/** Asks as the officer and gives the link's path and the question's id. */
async function asked(fields: Fields = {}): Promise<{ link: string; requestId: string; page: string }> {
  const answer = await officer.post(road.href('/do/ask-outside'), { ...question, ...fields });
  assert.equal(answer.status, 200, answer.text.slice(0, 600));
  const link = /\/questions\/[\w-]{43}/.exec(answer.html)?.[0] ?? '';
  assert.notEqual(link, '', answer.text);
  const event = await lastOf(site, road.reference, 'OutsiderAsked');
  return { link, requestId: String(event?.body['requestId']), page: answer.text };
}

test('[MAG-10][MAG-11] a link opens one question alone: nothing of the resident, not kept, not indexed, referred to by nobody', async () => {
  const { link, page } = await asked();
  assert.match(page, /Nothing is sent by Redress/);
  const shown = await opens(link);
  assert.equal(shown.status, 200);
  assert.match(shown.text, /When was the valley gutter last mended\?/);
  assert.match(shown.text, new RegExp(`asks, for complaint ${road.reference}`));
  assert.doesNotMatch(shown.html, /Okonkwo|Larch Court|ceiling/, 'neither name, address nor words of the resident');
  assert.equal(shown.headers['cache-control'], 'no-store');
  assert.equal(shown.headers['referrer-policy'], 'no-referrer');
  assert.match(String(shown.headers['x-robots-tag']), /noindex/);
  assert.equal(shown.headers['set-cookie'], undefined);
  assert.equal((await opens(road.href())).status, 303, 'it opens nothing else');
});

test('[MAG-11] the events hold neither the token nor whom we asked, and each opening is in the log of views', async () => {
  const { link, requestId } = await asked();
  const token = link.split('/').at(-1) ?? '';
  const all = JSON.stringify(await happened(site, road.reference));
  assert.ok(!all.includes(token) && !all.includes('Fitter') && !all.includes('sam@'));
  const stored = await site.database.admin.query('select * from question_link');
  assert.ok(!JSON.stringify(stored.rows).includes(token));
  const views = async () =>
    (
      await site.database.admin.query(
        `select count(*)::int as n from access_log where what = 'question-link' and person_id = $1`,
        [requestId],
      )
    ).rows[0]?.n;
  const before = await views();
  await opens(link);
  assert.equal(await views(), before + 1);
});

test('[MAG-10][MAG-64] it is answered in words with files, reaches the point, and the link opens nothing more', async () => {
  const { link, requestId } = await asked();
  const answer = await replies(link, { answer: 'In May, see the sheet.' }, [
    { name: 'job sheet.txt', content: 'Valley gutter relined, 4 May' },
  ]);
  assert.equal(answer.status, 200);
  assert.match(answer.text, /Your answer has reached whoever asked/);
  const given = await lastOf(site, road.reference, 'InformationGiven');
  assert.equal(given?.body['requestId'], requestId);
  assert.equal(await textOfRef(site, given?.body['answer']), 'In May, see the sheet.');
  assert.equal((await lastOf(site, road.reference, 'FileAdded'))?.body['requestId'], requestId);
  const again = await opens(link);
  assert.match(again.text, /This question has been answered/);
  assert.doesNotMatch(again.text, /gutter/);
  const point = await officer.get(road.href(`/points/${road.points[0]}`));
  assert.match(
    point.text,
    /Sam Fitter \(Roofs Ltd\): When was the valley gutter.*In May, see the sheet\. Answered on.*job sheet\.txt/,
  );
  const timeline = await officer.get(road.href('/timeline'));
  assert.match(timeline.text, /Information given by Sam Fitter \(Roofs Ltd\)/);
});

test('bad input is shown again with what was typed; a form from elsewhere and one without its seal do nothing', async () => {
  const { link } = await asked();
  const empty = await replies(link, { reply: 'longer', 'why-longer': 'The <van> is away' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Enter the day by which you can answer/);
  assert.match(empty.html, /The &lt;van&gt; is away/);
  const file = await replies(link, { answer: 'See it' }, [{ name: 'x.exe', content: 'MZ' }]);
  assert.equal(file.status, 422);
  assert.match(file.text, /“x\.exe” is not a kind of file that is taken/);
  const fields = { ...formFields((await opens(link)).html), answer: 'Mine' };
  assert.equal((await sends(link, { ...fields, _csrf: 'x' })).status, 403);
  assert.equal((await sends(link, fields, [], 'http://elsewhere.example')).status, 403);
  assert.equal((await opens(link)).status, 200, 'it still waits');
});

test('[R14] needing longer keeps the link and the date; passing it back ends it and falls to the handler', async () => {
  const { link, requestId } = await asked();
  const longer = await replies(link, {
    reply: 'longer',
    ...dayFields('until', '2026-11-12'),
    'why-longer': 'The van is away',
  });
  assert.match(longer.text, /told when to expect your answer/);
  assert.match((await opens(link)).text, /Said so far: an answer by Thursday 12 November 2026/);
  const back = await replies(link, { reply: 'not-for-me', 'why-not': 'The council owns that roof' });
  assert.match(back.text, /will ask somebody else/);
  assert.equal((await opens(link)).status, 410);
  const point = await officer.get(road.href(`/points/${road.points[0]}`));
  assert.match(point.text, /Not for them, they said on .*The council owns that roof/);
  const { rows } = await site.database.admin.query(
    `select owner_person, due_on::text from obligation where obligation_id = $1`,
    [`settle-question-${requestId}`],
  );
  assert.deepEqual(rows, [{ owner_person: road.cast.officer.personId, due_on: '2026-11-05' }]);
});

test('a new link takes the place of the old one; links end with their days, and an unknown one says the same', async () => {
  const { link, requestId } = await asked();
  const page = road.href(`/do/question-link?request=${requestId}`);
  const renewed = await officer.post(page, {});
  const fresh = /\/questions\/[\w-]{43}/.exec(renewed.html)?.[0] ?? '';
  assert.notEqual(fresh, link);
  assert.equal((await opens(link)).status, 410);
  assert.equal((await opens(fresh)).status, 200);
  const unknown = await opens(`/questions/${'A'.repeat(43)}`);
  assert.equal(unknown.status, 410);
  site.clock.set('2026-11-24T10:00:00.000Z');
  const over = await opens(fresh);
  assert.equal(over.status, 410);
  assert.equal(over.text, unknown.text);
  site.clock.set('2026-11-04T10:00:00.000Z');
});

test('[MAG-11] what they are told of the resident is ticked with a reason, and only the files chosen go with it', async () => {
  await officer.attach(road.href('/do/add-file'), { description: 'The roof' }, [{ name: 'roof.txt', content: 'roof' }]);
  await officer.attach(road.href('/do/add-file'), { description: 'Her letter' }, [
    { name: 'letter.txt', content: 'hers' },
  ]);
  const files = (await happened(site, road.reference)).filter(event => event.type === 'FileAdded');
  const [roof, letter] = files.slice(-2).map(event => String(event.body['fileId']));
  const refused = await officer.post(road.href('/do/ask-outside'), { ...question, tell: ['address'] });
  assert.match(refused.text, /Enter why they need it/);
  const { link } = await asked({ tell: ['address'], 'why-tell': 'To find the roof', 'with-files': [roof ?? ''] });
  const shown = await opens(link);
  assert.match(shown.text, /It is about 14 Larch Court/);
  assert.doesNotMatch(shown.text, /Okonkwo|letter\.txt/);
  assert.match(shown.text, /roof\.txt/);
  const given = await opens(`${link}/files/${roof}`);
  assert.equal(given.html, 'roof');
  assert.match(String(given.headers['content-disposition']), /^attachment/);
  assert.equal((await opens(`${link}/files/${letter}`)).status, 404);
});

test('[MAG-10] a colleague answers with files from their own work, and opens the files of their question alone', async () => {
  const roof = (await happened(site, road.reference)).findLast(event => event.type === 'FileAdded');
  const colleague = site.magna.person('colleague', 1);
  const answer = await officer.post(road.href('/do/ask-information'), {
    ...{ of: colleague.personId, area: 'repairs', question: 'Which roof is this?' },
    ...{ ...dayFields('due', '2026-11-09'), 'with-files': [String(roof?.body['fileId'])] },
  });
  assert.equal(answer.status, 303, answer.text.slice(0, 400));
  const event = await lastOf(site, road.reference, 'InformationAsked');
  const visitor = await site.as(colleague);
  const page = road.href(`/do/give-information?request=${event?.body['requestId']}`);
  const shown = await visitor.get(page);
  assert.match(shown.text, /Which roof is this\?.*Files that go with the question letter\.txt/);
  const file = road.href(`/questions/${event?.body['requestId']}/files/${roof?.body['fileId']}`);
  assert.equal((await visitor.get(file)).status, 200);
  assert.equal((await visitor.get(road.href('/files'))).status, 404);
  assert.equal((await (await site.as(site.magna.person('colleague'))).get(file)).status, 404);
  const given = await visitor.attach(page, { answer: 'Number 14' }, [{ name: 'plan.txt', content: 'a plan' }]);
  assert.equal(given.status, 303, given.text.slice(0, 400));
  assert.match(
    (await visitor.get(given.location ?? '')).text,
    /It has reached whoever asked.*Number 14 Files plan\.txt/,
  );
});
