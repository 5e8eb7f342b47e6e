/** Views of a case: written down in a chain of their own, and nobody's save made stale by them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { checkpoint, tamper, verdictOn } from '../../../../test/tampering.ts';
import { paths } from '../../paths.ts';

const site = await staffSite();
const { landlordId, people } = site.magna;
const officer = site.magna.person('complaints-adviser', 0);
const colleague = site.magna.person('complaints-adviser', 1);

async function views(caseId: string): Promise<{ person: string; what: string }[]> {
  await site.app.accessLog.close();
  const found = await site.database.admin.query<{ person: string; what: string }>(
    'select person_id as person, what from access_log where case_id = $1 order by version',
    [caseId],
  );
  return found.rows;
}

async function versionOf(caseId: string): Promise<number> {
  const found = await site.database.admin.query<{ version: number }>(
    'select version from case_stream where case_id = $1',
    [caseId],
  );
  return found.rows[0]?.version ?? assert.fail('there is no such case');
}

test('[R81] every page of a case that is shown is written down with who saw it, and a page that is not shown is not', async () => {
  const { reference, caseId } = await site.logged(officer);
  const mine = await site.as(officer);
  const theirs = await site.as(colleague);
  await mine.get(paths.case({ reference }));
  await theirs.get(paths.caseTimeline({ reference }));
  await theirs.get(paths.casePeople({ reference }));
  await theirs.get(paths.caseAct({ reference, act: 'priority' }));
  assert.deepEqual(await views(caseId), [
    { person: officer.personId, what: paths.case.pattern },
    { person: colleague.personId, what: paths.caseTimeline.pattern },
    { person: colleague.personId, what: paths.casePeople.pattern },
    { person: colleague.personId, what: paths.caseAct.pattern },
  ]);
  const stranger = await site.as(site.magenta.people[0] ?? assert.fail());
  assert.equal((await stranger.get(paths.case({ reference }))).status, 404);
  assert.equal((await views(caseId)).length, 4);
});

test('[R81][R80] that somebody searched, and that somebody took a list away, is written down, and never what was searched for', async () => {
  const { reference, caseId } = await site.logged(officer);
  const mine = await site.as(officer);
  await mine.get('/cases?q=Okonkwo');
  await mine.get('/cases/download');
  await mine.get(`/cases?q=${reference}`);
  await site.app.accessLog.close();
  const { rows } = await site.database.admin.query<{ what: string; person: string }>(
    'select what, person_id as person from access_log where case_id is null order by version desc limit 3',
  );
  assert.deepEqual(rows.map(row => row.what).toReversed(), ['search', paths.casesDownload.pattern, 'search']);
  assert.ok(rows.every(row => row.person === officer.personId));
  assert.deepEqual(await views(caseId), []);
});

test('[R81] looking at a case changes neither its version nor its rows, and makes nobody’s save stale', async () => {
  const { reference, caseId } = await site.logged(officer);
  const before = await versionOf(caseId);
  const rows = () =>
    site.database.admin.query('select row_to_json(c)::text as row from case_index c where case_id = $1', [caseId]);
  const written = (await rows()).rows;
  const mine = await site.as(officer);
  const filledIn = await mine.form(paths.caseAct({ reference, act: 'priority' }));
  for (const person of people) await (await site.as(person)).get(paths.case({ reference }));
  await site.app.accessLog.close();
  assert.ok((await views(caseId)).length > 1);
  assert.equal(await versionOf(caseId), before);
  assert.deepEqual((await rows()).rows, written);
  const sent = await mine.send(paths.caseAct({ reference, act: 'priority' }), {
    ...filledIn,
    reason: 'There is a gas leak.',
  });
  assert.equal(sent.status, 303, sent.text);
  // Put first, and the danger that is to be made safe.
  assert.equal(await versionOf(caseId), before + 2);
});

test('[R81] views are chained and signed with the events: one that was altered is named', async () => {
  const { reference, caseId } = await site.logged(officer);
  await (await site.as(officer)).get(paths.case({ reference }));
  await (await site.as(colleague)).get(paths.case({ reference }));
  await site.app.accessLog.close();
  await checkpoint(site.database, landlordId, '2026-11-04T10:01:00.000Z');
  const whole = await verdictOn(site.database, landlordId);
  assert.deepEqual([whole.findings, whole.unanchoredViews], [[], 0]);
  assert.ok(whole.views >= 2);
  await tamper(site.database, 'update access_log set person_id = $2 where case_id = $1 and person_id <> $2', [
    caseId,
    officer.personId,
  ]);
  const { findings } = await verdictOn(site.database, landlordId);
  assert.ok(findings.length > 0, 'the colleague’s view was given to somebody else');
});

test('[R80] as it stood, a case shows that day and offers nothing to change; nor does it to somebody who only reads', async () => {
  const road = await roadOf(site, 'magenta');
  await road.acknowledged();
  const { officer, lead } = road.cast;
  const shown = async (person: typeof officer, query = '') => (await site.as(person)).get(`${road.href()}${query}`);
  const offered = /Change the outcome sought|Record the cause|Investigate and decide/;
  const now = await shown(officer);
  assert.match(now.html, />Today<\/text>/);
  assert.match(now.text, /Change the outcome sought.*Record the cause.*Investigate and decide point 1/);
  const then = await shown(officer, '?as-it-stood-on=2026-11-04');
  assert.match(then.html, />That day<\/text>/);
  assert.doesNotMatch(then.html, />Today<\/text>/);
  assert.doesNotMatch(then.text, offered);
  const board = await shown(site.magenta.person('member-responsible'));
  assert.doesNotMatch(board.text, offered);
  assert.match(board.text, /See the investigation point 1/);
  await road.answered();
  assert.match((await shown(lead)).text, /stage 2 can be asked for until/);
  await road.escalated();
  assert.doesNotMatch((await shown(lead)).text, /stage 2 can be asked for until/);
});
