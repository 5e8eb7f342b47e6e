/** Who may not see a complaint sees nothing of it anywhere: whom it is about, who has a conflict, who is not named (MAG-09, MAG-11). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actUrl, dayFields, definedComplaint, does, lastOf, officersOf } from '../../../../test/act-forms.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import type { Visitor } from '../../../../test/staff-visitor.ts';
import type { Viewer } from '../../../application/application.ts';
import { paths, withQuery } from '../../paths.ts';

const site = await staffSite();
const { officer, other, lead } = officersOf(site.magna);
const head = site.magna.person('head-of-service');

/** A complaint of its own name, so that a search finds it and nothing else. */
async function complaint(name: string) {
  const complainant = {
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
    phone: null,
    knownAs: null,
  };
  return definedComplaint(site, site.magna, ['The ceiling leaks.'], { complainant });
}

const everywhere = (reference: string, name: string): readonly string[] => [
  paths.cases(),
  withQuery(paths.cases(), { q: name }),
  withQuery(paths.cases(), { q: reference }),
  paths.casesDownload(),
  paths.outbox(),
  paths.unassigned(),
  paths.myWork(),
  paths.performance(),
];

async function finds(visitor: Visitor, { reference }: { reference: string }, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const url of everywhere(reference, name)) {
    const page = await visitor.get(url);
    // The page says again what was searched for; what is found is a link, or a line of the download.
    const shown = page.html.startsWith('<!')
      ? page.html.includes(`/cases/${reference}`)
      : page.html.includes(reference);
    if (page.location?.includes(reference) === true || shown) found.push(url);
  }
  return found;
}

const noSuch = 'WSZ1-MHCQ-E';

/** Every page of it answers with the same bytes as one that does not exist, and as one of another landlord. */
async function sameAsNone(person: Viewer, reference: string): Promise<void> {
  const visitor = await site.as(person);
  const elsewhere = (await site.logged(officersOf(site.magenta).officer)).reference;
  for (const page of [paths.case, paths.caseTimeline, paths.casePeople, paths.caseLetters, paths.caseBrief]) {
    const [here, none, other] = [reference, noSuch, elsewhere].map(one => page({ reference: one }));
    const answers = await Promise.all([here, none, other].map(url => visitor.get(url ?? '')));
    const [first, ...others] = answers.map(({ status, html }) => ({ status, html }));
    assert.equal(first?.status, 404);
    for (const one of others) assert.deepEqual(one, first);
  }
  const { _csrf = '' } = await visitor.form('/my-work');
  for (const act of ['add-note', 'extend', 'restrict-access']) {
    const sent = await Promise.all(
      [reference, noSuch].map(one => visitor.send(actUrl(one, act), { _csrf, note: 'A note', reason: 'A reason' })),
    );
    assert.deepEqual(sent[0]?.status, 404);
    assert.equal(sent[0]?.html, sent[1]?.html);
  }
}

test('[MAG-11][MAG-32] whom a complaint turns out to be about finds it nowhere, and is answered as if it did not exist', async () => {
  const made = await complaint('Zelda Quarrie');
  const theirs = await site.as(head);
  assert.ok((await finds(theirs, made, 'Zelda Quarrie')).length >= 3);
  await does(await site.as(lead), actUrl(made.reference, 'complained-of'), { person: head.personId, reason: 'Named' });
  assert.deepEqual(await finds(theirs, made, 'Zelda Quarrie'), []);
  await sameAsNone(head, made.reference);
  assert.ok((await finds(await site.as(officer), made, 'Zelda Quarrie')).length >= 3);
});

test('[MAG-09][R30] declaring a conflict sends it back to the queue and closes it to whoever declared it, who is told so', async () => {
  const made = await complaint('Yorick Pell');
  const mine = await site.as(officer);
  const sent = await does(mine, actUrl(made.reference, 'declare-conflict'), {
    ...{ person: officer.personId, reason: 'A cousin' },
  });
  assert.match(sent.location ?? '', /^\/my-work\?done=declare-conflict/);
  assert.match(
    (await mine.get(sent.location ?? '')).text,
    /Conflict of interest recorded\. It is not open to you any more/,
  );
  assert.deepEqual(await finds(mine, made, 'Yorick Pell'), []);
  await sameAsNone(officer, made.reference);
  const queue = await (await site.as(lead)).get(paths.unassigned());
  assert.ok(queue.html.includes(made.reference), 'somebody else’s name is owed');
  const again = await (await site.as(lead)).post(actUrl(made.reference, 'assign'), { person: officer.personId });
  assert.equal(again.status, 422);
  assert.match(again.text, /a conflict of interest is recorded for them/);
});

test('[MAG-11] a restricted complaint is found by those named and who works on it; its view is stored before it is shown', async () => {
  const made = await complaint('Xanthe Ruddle');
  await does(await site.as(lead), actUrl(made.reference, 'restrict-access'), {
    ...{ people: lead.personId, reason: 'A relative works here' },
  });
  for (const person of [officer, lead]) {
    const visitor = await site.as(person);
    const url = paths.case({ reference: made.reference });
    const before = await viewsOf(made.caseId, person);
    assert.match((await visitor.get(url)).text, /Restricted/);
    assert.equal(await viewsOf(made.caseId, person), before + 1, 'the view is there as soon as the page is');
  }
  for (const person of [other, head, site.magna.person('strategic-board')]) {
    assert.deepEqual(await finds(await site.as(person), made, 'Xanthe Ruddle'), [], person.name);
    await sameAsNone(person, made.reference);
  }
  await does(await site.as(lead), actUrl(made.reference, 'end-restriction'), { reason: 'They have left' });
  assert.equal((await (await site.as(other)).get(paths.case({ reference: made.reference }))).status, 200);
});

/** Of its overview: forms that were opened before it was restricted are stored within a second, whenever that is over. */
async function viewsOf(caseId: string, { personId }: Viewer): Promise<number> {
  const { rows } = await site.database.admin.query(
    'select count(*)::int as views from access_log where case_id = $1 and person_id = $2 and what = $3',
    [caseId, personId, paths.case.pattern],
  );
  return rows[0]?.views ?? 0;
}

test('[MAG-11][MAG-10] whom it is about can be asked one question, and learns no more than the question says', async () => {
  const made = await complaint('Wilf Tansy');
  await does(await site.as(lead), actUrl(made.reference, 'complained-of'), { person: head.personId, reason: 'Named' });
  await does(await site.as(officer), actUrl(made.reference, 'ask-information'), {
    ...{ of: head.personId, area: 'repairs', question: 'How was the visit of March?' },
    ...dayFields('due', '2026-11-06'),
  });
  const asked = await lastOf(site, made.reference, 'InformationAsked');
  assert.equal(asked?.body['of'], head.personId);
  const theirs = await site.as(head);
  const work = await theirs.get(paths.myWork());
  assert.match(work.text, /Whoever asked/);
  assert.doesNotMatch(work.html, /Wilf Tansy/);
  const page = await theirs.get(actUrl(made.reference, 'give-information'));
  assert.match(page.text, /How was the visit of March\?/);
  assert.doesNotMatch(page.html, /Wilf Tansy/);
  assert.equal((await theirs.get(paths.case({ reference: made.reference }))).status, 404);
});

test('[MAG-11][R81] those who look after who sees complaints see who has looked; others are told whose that is', async () => {
  const made = await complaint('Verity Undle');
  await (await site.as(other)).get(paths.caseTimeline({ reference: made.reference }));
  await site.app.accessLog.close();
  const shown = await (await site.as(lead)).get(paths.caseViews({ reference: made.reference }));
  assert.equal(shown.status, 200);
  assert.match(shown.text, new RegExp(`${other.name}.{1,20}The timeline`));
  const refused = await (await site.as(other)).get(paths.caseViews({ reference: made.reference }));
  assert.equal(refused.status, 403);
  assert.match(
    refused.text,
    /You may not see who has looked at a complaint: the policy gives this to Complaints Resolution Lead/,
  );
});
