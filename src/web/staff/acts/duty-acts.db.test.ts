import assert from 'node:assert/strict';
import test from 'node:test';
import { actUrl, dayFields, does, lastOf, officersOf } from '../../../../test/act-forms.ts';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();
const { officer, lead } = officersOf(site.magna);

test('[R13] a danger stands above everything in the work of whoever is on call, by the hour, until it is safe', async () => {
  const { reference } = await site.logged(officer, { flags: ['safety'], receivedOn: '2026-11-04' });
  const onCall = await site.as(site.magna.person('head-of-customer-contact'));
  const work = await onCall.get('/my-work');
  assert.match(work.text, /Somebody may be in danger.*in 24 hours.*10:00 on Thursday 5 November 2026.*Amaka Okonkwo/);
  assert.doesNotMatch((await (await site.as(site.magna.person('colleague'))).get('/my-work')).text, /danger/);
  const visitor = await site.as(officer);
  assert.match((await visitor.get(`/cases/${reference}`)).html, /do\/settle-danger\?danger=danger-1/);
  const page = await visitor.get(actUrl(reference, 'settle-danger'));
  assert.match(page.text, /due by 10:00 on Thursday 5 November 2026.*within 24 hours/);
  const wrong = await visitor.post(actUrl(reference, 'settle-danger'), {
    outcome: 'made-safe',
    note: 'x',
    time: '25:99',
  });
  assert.match(wrong.text, /Enter the time like 14:30/);
  const done = { outcome: 'no-danger', note: 'The socket is dry', time: '9:45' };
  await does(visitor, actUrl(reference, 'settle-danger'), done);
  assert.equal((await lastOf(site, reference, 'DangerSettled'))?.body['at'], '2026-11-04T09:45:00.000Z');
  assert.doesNotMatch((await onCall.get('/my-work')).text, /Somebody may be in danger/);
  assert.match((await visitor.get(actUrl(reference, 'settle-danger'))).text, /nothing of this kind open/);
});

test('[R43] an unclear message is asked about; if it asked for stage 2, that counts from its day', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  await road.answered();
  const visitor = await site.as(road.cast.officer);
  const { reference } = road;
  const today = dayFields('on', '2026-11-04');
  await does(visitor, actUrl(reference, 'record-message'), {
    words: 'Thanks, but it still leaks',
    channel: 'email',
    ...today,
  });
  assert.match((await visitor.get(`/cases/${reference}`)).text, /Ask what their message meant/);
  const asked = await visitor.get(actUrl(reference, 'settle-message'));
  assert.match(asked.text, /Thanks, but it still leaks.*counts from the day of the message, Wednesday 4 November 2026/);
  await does(visitor, actUrl(reference, 'settle-message'), { meant: 'yes', note: 'They want it looked at', ...today });
  assert.equal((await lastOf(site, reference, 'EscalationRequested'))?.occurredOn, '2026-11-04');
  assert.match((await visitor.get(actUrl(reference, 'record-message'))).text, /Stage 2 has been asked for already/);
});

test('[R43] passed on by the Ombudsman: from their own earlier request, with the Ombudsman’s date beside ours', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  await road.answered();
  const visitor = await site.as(road.cast.officer);
  await does(visitor, actUrl(road.reference, 'request-escalation'), {
    ...{ by: 'ombudsman', channel: 'email', extent: 'all', words: '' },
    ...dayFields('on', '2026-11-04'),
    ...dayFields('earlier', '2026-11-03'),
    ...dayFields('deadline', '2026-11-12'),
  });
  const asked = await lastOf(site, road.reference, 'EscalationRequested');
  assert.deepEqual(
    [asked?.occurredOn, asked?.body['letterOn'], asked?.body['deadline']],
    ['2026-11-03', '2026-11-04', '2026-11-12'],
  );
  assert.match(
    (await (await site.as(lead)).get('/my-work')).text,
    /Thursday 12 November 2026 Do what the Ombudsman directed/,
  );
});

test('[R22] an enquiry has its date and its answer, and the resident’s letters stay owed', async () => {
  const { reference } = await site.logged(officer);
  const visitor = await site.as(officer);
  const today = dayFields('on', '2026-11-04');
  const asked = { from: 'mp', name: 'Ms Member MP', email: '', question: 'What is being done?', ...today };
  await does(visitor, actUrl(reference, 'record-enquiry'), asked);
  assert.match((await visitor.get(`/cases/${reference}`)).text, /Answer the MP or councillor/);
  const reply = { reply: 'We are looking into it.', copy: 'dms/2026/11', how: 'email', ...today };
  await does(visitor, actUrl(reference, 'answer-enquiry'), reply);
  const page = await visitor.get(`/cases/${reference}`);
  assert.doesNotMatch(page.text, /Answer the MP or councillor/);
  assert.match(page.text, /acknowledgement/);
});

test('[MGL-06][R20] after the case review they are asked, and still dissatisfied it is taken up', async () => {
  const road = await roadOf(site, 'magenta', { category: 'antisocial-behaviour' });
  const { reference, cast } = road;
  const visitor = await site.as(cast.lead);
  const ground = 'first-report-of-nuisance';
  const page = await visitor.get(actUrl(reference, 'refuse'));
  assert.equal(page.status, 200);
  const q = (id: string) => `q-${ground}-${id}`;
  await does(visitor, actUrl(reference, 'refuse'), {
    ground,
    ...{ [q('first-report')]: 'yes', [q('review-finished')]: 'no', [q('safety')]: 'no' },
    ...dayFields(q('original-date'), '2026-11-02'),
    ...dayFields(q('chase-on'), '2026-11-04'),
    reasons: 'The case review comes first',
  });
  assert.match((await visitor.get(`/cases/${reference}`)).text, /Ask how the other procedure ended/);
  const answer = { answer: 'still-dissatisfied', words: 'Nothing has changed', ...dayFields('on', '2026-11-04') };
  await does(visitor, actUrl(reference, 'after-review'), answer);
  const after = await visitor.get(`/cases/${reference}`);
  assert.match(after.text, /Received Monday 2 November 2026|Monday 2 November 2026/);
  assert.match(after.text, /acknowledgement/);
  assert.match(
    (await visitor.get(`/cases/${reference}/timeline`)).text,
    /Still dissatisfied after the other procedure: taken up/,
  );
});

test('[MGL-06][R44] a point sent to the case review: still wrong after the answer has gone, it is logged as a complaint of its own', async () => {
  const road = await roadOf(site, 'magenta', { category: 'antisocial-behaviour' });
  const { reference, cast } = road;
  await road.assigned();
  await road.defined(['The noise at night.', 'Nobody rang back.']);
  const visitor = await site.as(cast.lead);
  const ground = 'first-report-of-nuisance';
  const q = (id: string) => `q-${ground}-${id}`;
  await does(visitor, actUrl(reference, 'exclude-point'), {
    ground,
    point: road.points[0] ?? '',
    ...{ [q('first-report')]: 'yes', [q('review-finished')]: 'no', [q('safety')]: 'no' },
    ...dayFields(q('original-date'), '2026-11-02'),
    ...dayFields(q('chase-on'), '2026-11-04'),
    reasons: 'The case review comes first',
  });
  assert.match((await visitor.get(`/cases/${reference}`)).text, /Ask how the other procedure ended/);
  road.points.shift();
  await road.letter('acknowledgement');
  await road.answered();
  const asking = actUrl(reference, 'after-review');
  const page = await visitor.get(asking);
  assert.match(page.text, /With point 1 they were sent to another procedure on/);
  assert.match(page.text, /logged as a complaint of its own from that day/);
  const answer = { answer: 'still-dissatisfied', words: 'The noise goes on', ...dayFields('on', '2026-11-04') };
  await does(visitor, asking, answer);
  const after = await visitor.get(`/cases/${reference}`);
  assert.doesNotMatch(after.text, /Ask how the other procedure ended/);
  const other = /href="\/cases\/([A-Z0-9-]+)"[^>]*>\1<\/a>[^<]*<span class="rd-table__second">([^<]*)/.exec(after.html);
  assert.match(other?.[2] ?? '', /split off from this one/, after.text);
  assert.match((await visitor.get(`/cases/${other?.[1] ?? ''}`)).text, /The noise goes on/);
});

test('[R65] a withdrawal asks for its confirmation in writing until that has gone', async () => {
  const { reference } = await site.logged(lead);
  const visitor = await site.as(lead);
  await does(visitor, actUrl(reference, 'withdraw'), {
    evidence: 'They rang',
    channel: 'phone',
    ...dayFields('on', '2026-11-04'),
  });
  assert.match((await visitor.get(`/cases/${reference}`)).text, /Confirm the withdrawal in writing/);
});

test('[R24] the record is put right with an approver, goes no further, stays, and is listed under Performance', async () => {
  const first = await site.logged(officer, { receivedOn: '2026-11-02' });
  const second = await site.logged(officer, { receivedOn: '2026-11-03' });
  const visitor = await site.as(officer);
  const url = actUrl(second.reference, 'correct-record');
  const filled = {
    kind: 'duplicate',
    reference: first.reference,
    reason: 'Told by phone and by email',
    approver: lead.personId,
  };
  assert.equal((await visitor.post(url, { ...filled, approver: officer.personId })).status, 422);
  assert.match(
    (await visitor.post(url, { ...filled, reference: '' })).text,
    /Enter the reference of the complaint that goes on/,
  );
  const wrongWay = { ...filled, reference: second.reference };
  const came = await visitor.post(actUrl(first.reference, 'correct-record'), wrongWay);
  assert.match(came.text, /This complaint was received first/);
  await does(visitor, url, filled);
  assert.match((await visitor.get(`/cases/${second.reference}/timeline`)).text, /the same complaint told twice/);
  assert.match((await visitor.get(actUrl(second.reference, 'withdraw'))).text, /so it goes no further/);
  const report = await (await site.as(lead)).get('/performance');
  assert.match(
    report.text,
    new RegExp(
      `Told twice Complaint: ${second.reference} On: Wednesday 4 November 2026 By: ${officer.name} Approved by: ${lead.name}`,
    ),
  );
});

test('[R24] logged in error: the head says so, no date is drawn any more and no point is asked for', async () => {
  const { reference } = await site.logged(officer);
  const visitor = await site.as(officer);
  const mistake = { kind: 'logged-in-error', reason: 'A request for a repair', approver: lead.personId };
  await does(visitor, actUrl(reference, 'correct-record'), mistake);
  const page = await visitor.get(`/cases/${reference}`);
  assert.match(page.html, /govuk-tag--grey">\s*Logged in error/);
  assert.match(page.text, /Nothing is owed on this complaint today\. It was logged in error\./);
  assert.match(page.text, /It ended before its points were defined/);
  assert.doesNotMatch(page.text, /Response due|Acknowledgement due|Define the complaint/);
});

test('[R24] recorded for the wrong person: the right one stands on the case, and letters go to them', async () => {
  const { reference } = await site.logged(officer);
  const visitor = await site.as(officer);
  const right = {
    kind: 'wrong-person',
    name: 'Mr Right Person',
    phone: '01632 960777',
    email: '',
    address: '1 Road, Town',
  };
  await does(visitor, actUrl(reference, 'correct-record'), { ...right, reason: 'A slip', approver: lead.personId });
  assert.match((await visitor.get(`/cases/${reference}`)).text, /Mr Right Person/);
});

test('[R24][R66] recorded for the wrong person: who had the letters is asked, and those that went astray are owed again', async () => {
  const road = await roadOf(site, 'magna');
  await road.acknowledged();
  const visitor = await site.as(road.cast.officer);
  const { reference } = road;
  const right = { kind: 'wrong-person', name: 'Ms Right', phone: '', email: '', address: '1 Road, Town' };
  const why = { reason: 'A namesake', approver: road.cast.lead.personId };
  const asked = await visitor.post(actUrl(reference, 'correct-record'), { ...right, ...why });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Choose who had the letters that were sent/);
  await does(visitor, actUrl(reference, 'correct-record'), { ...right, ...why, letters: 'astray' });
  const page = await visitor.get(`/cases/${reference}`);
  assert.match(page.text, /Send the stage 1 acknowledgement/);
  assert.match(page.text, /Deal with a letter that went astray/);
  const incident = await visitor.get(actUrl(reference, 'close-incident'));
  assert.match(incident.text, /went to somebody it was not for/);
});
