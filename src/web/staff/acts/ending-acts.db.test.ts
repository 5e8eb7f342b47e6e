import assert from 'node:assert/strict';
import test from 'node:test';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';
import { dateValues } from '../../forms/date-field.ts';

const site = await staffSite();

async function logged(landlord: 'magna' | 'magenta' = 'magna') {
  const road = await roadOf(site, landlord);
  await road.assigned();
  await road.defined(['The ceiling leaks.', 'Nobody rang back.']);
  return { road, lead: await site.as(road.cast.lead), url: road.href('/do/refuse') };
}

const q = (ground: string, question: string) => `q-${ground}-${question}`;

/** What is asked of a complaint about something that happened and was known long ago. */
function longAgo(extra: readonly string[], landlord: 'magna' | 'magenta') {
  const ground = 'over-twelve-months';
  return {
    ground,
    reasons: 'It happened in 2019.',
    ...dateValues(q(ground, 'happened-on'), '2019-05-01'),
    ...dateValues(q(ground, 'could-have-known-on'), '2019-05-01'),
    ...dateValues(q(ground, 'became-aware-on'), '2019-06-01'),
    ...Object.fromEntries(extra.map(id => [q(ground, id), 'no'])),
    [q(ground, 'discretion')]: `Weighed at ${landlord}.`,
  };
}
const exceptions = {
  magna: ['recurring', 'safeguarding', 'health-and-safety', 'good-reason'],
  magenta: ['exceptional', 'health-and-safety', 'good-reason'],
};

test('[MAG-16][MAG-20][MGL-05][MGL-11] a complaint too old is refused on its ground, and the letter with reasons and the Ombudsman is next', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { road, lead, url } = await logged(landlord);
    const done = await lead.post(url, longAgo(exceptions[landlord], landlord));
    assert.equal(done.status, 303, done.text.slice(0, 600));
    const letter = await lead.get(done.location ?? '');
    assert.match(letter.text, /It happened in 2019\./);
    assert.match(letter.text, /Housing Ombudsman/);
    assert.match(letter.html, /value="issue"/);
    const officer = await site.as(road.cast.officer);
    for (const [who, page] of [
      [officer, '/my-work'],
      [lead, '/cases'],
      [lead, road.href('')],
    ] as const) {
      const listed = (await who.get(page)).text;
      assert.match(listed, /Send the refusal letter/, page);
      assert.doesNotMatch(listed, /Send the stage 1 acknowledgement/, page);
    }
  }
});

test('[MAG-20][MGL-10] each exception keeps the complaint, whatever else was answered', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { lead, url } = await logged(landlord);
    for (const id of exceptions[landlord]) {
      const page = await lead.post(url, {
        ...longAgo(exceptions[landlord], landlord),
        [q('over-twelve-months', id)]: 'yes',
      });
      assert.equal(page.status, 422, `${landlord} ${id}`);
      assert.match(page.html, /It happened in 2019\./, 'what was typed is kept');
    }
  }
});

test('[MAG-20][MGL-05] knowing counts: what came to notice within the year is taken, whenever it happened', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { lead, url } = await logged(landlord);
    const page = await lead.post(url, {
      ...longAgo(exceptions[landlord], landlord),
      ...dateValues(q('over-twelve-months', 'became-aware-on'), '2026-06-01'),
    });
    assert.equal(page.status, 422);
    assert.match(page.text, /Monday 1 June 2026/);
  }
});

test('[MAG-18][MGL-08] a claim bars the whole only where it is filed and pleads every point; letters before action bar nothing', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { road, lead, url } = await logged(landlord);
    const claim = {
      ground: 'court-claim',
      reasons: 'The court decides it.',
      ...dateValues(q('court-claim', 'filed-on'), '2026-10-20'),
      [q('court-claim', 'court-reference')]: 'K00LV123',
      [q('court-claim', 'only-pre-action')]: 'no',
      [q('court-claim', 'pleaded-points')]: road.points,
    };
    const protocol = await lead.post(url, { ...claim, [q('court-claim', 'only-pre-action')]: 'yes' });
    assert.equal(protocol.status, 422);
    const half = await lead.post(url, { ...claim, [q('court-claim', 'pleaded-points')]: road.points.slice(0, 1) });
    assert.equal(half.status, 422);
    const whole = await lead.post(url, claim);
    assert.equal(whole.status, 303, whole.text.slice(0, 400));
  }
});

test('[MAG-18] before the complaint is defined there is no point to name: the page says that defining comes first', async () => {
  const road = await roadOf(site, 'magna');
  const lead = await site.as(road.cast.lead);
  const refused = await lead.post(road.href('/do/refuse'), {
    ground: 'court-claim',
    reasons: 'The court decides it.',
    [q('court-claim', 'only-pre-action')]: 'no',
  });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Define the complaint first, then answer the question “Which points are in/);
  assert.match(refused.html, /id="q-court-claim-pleaded-points"[^>]*>.*do\/define/);
});

test('[MAG-17][MGL-07] how we handled such a matter is taken, and the page says where the customer is sent', async () => {
  const { lead, url } = await logged('magna');
  const page = await lead.get(url);
  assert.match(page.text, /They are sent to: The body that decides the appeal/);
  const handling = await lead.post(url, {
    ground: 'other-appeal',
    reasons: 'The panel decides.',
    [q('other-appeal', 'which-procedure')]: 'The allocations panel',
    [q('other-appeal', 'open-to-them')]: 'yes',
    [q('other-appeal', 'about-handling')]: 'yes',
  });
  assert.equal(handling.status, 422);
  assert.match(handling.text, /Complaints about how we dealt with such a matter are taken/);
});

test('[MAG-19][MGL-46] a matter considered before names the earlier complaint', async () => {
  const { lead, url } = await logged('magna');
  const without = await lead.post(url, { ground: 'already-considered', reasons: 'Answered in March.' });
  assert.equal(without.status, 422);
  assert.match(without.text, /Which earlier complaint considered it\?/);
});

test('[MAG-16] an adviser may not refuse, and is told whose decision it is before the work', async () => {
  const { road, url } = await logged('magna');
  const officer = await site.as(road.cast.officer);
  const page = await officer.get(url);
  assert.match(page.text, /Complaints Resolution Lead/);
  assert.doesNotMatch(page.html, /name="reasons"/);
});

test('[R20] the Ombudsman’s direction takes it up again with the first day kept', async () => {
  const { road, lead, url } = await logged('magna');
  await lead.post(url, longAgo(exceptions.magna, 'magna'));
  const directed = await lead.post(road.href('/do/direct-acceptance'), {
    ...dateValues('directed', '2026-11-04'),
    ...dateValues('deadline', '2026-11-25'),
    note: 'To be taken under the policy.',
  });
  assert.equal(directed.status, 303, directed.text.slice(0, 400));
  const page = await lead.get(road.href());
  assert.match(page.text, /Send the stage 1 acknowledgement/);
  assert.match(page.text, /Monday 2 November 2026/);
});

test('[R65] a withdrawal needs what shows the wish, is confirmed in writing, and the complaint can be taken up again', async () => {
  const { road, lead } = await logged('magenta');
  const officer = await site.as(road.cast.officer);
  const url = road.href('/do/withdraw');
  const without = await officer.post(url, { channel: 'phone' });
  assert.equal(without.status, 422);
  assert.match(without.text, /Say what shows that they wish it/);
  const done = await officer.post(url, { channel: 'phone', evidence: 'Her email of today.' });
  assert.match(done.location ?? '', /letters\/new\/withdrawal-confirmed/);
  assert.match(
    (await officer.get(done.location ?? '')).html,
    /value="issue"/,
    'the confirmation can be issued at once',
  );
  const ended = await officer.get(road.href());
  assert.match(ended.html, /govuk-tag--grey">\s*Withdrawn/);
  assert.doesNotMatch(
    ended.text,
    /Response due|Acknowledgement due/,
    'what is no longer owed is not drawn on the clock',
  );
  const revived = await officer.post(road.href('/do/revive'), { words: 'The repair was not done.', broken: 'yes' });
  assert.equal(revived.status, 303);
  const page = await lead.get(road.href());
  assert.match(page.text, /It was withdrawn on a promise that was not kept/);
  assert.match(page.text, /Withdrawn From .* 2026 to .* 2026, then taken up again/);
});

test('[R23][MGL-08] pleaded points wait for the court, the others go on, and it is reviewed and taken up again', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const { road, lead } = await logged(landlord);
    const url = road.href('/do/suspend');
    const fields = {
      points: road.points[0] ?? '',
      court: 'K00LV123',
      ...dateValues('filed', '2026-10-20'),
      reason: 'The claim pleads the leak.',
    };
    const future = await lead.post(url, { ...fields, ...dateValues('filed', '2026-12-01') });
    assert.equal(future.status, 422);
    assert.match(future.html, /The claim pleads the leak\./);
    const suspended = await lead.post(url, fields);
    assert.equal(suspended.status, 303, suspended.text.slice(0, 400));
    assert.match((await lead.get(road.href())).text, /Suspended for court/);
    const goesOn = await lead.post(road.href('/do/review-suspension'), { outcome: 'goes-on', note: 'Listed for May.' });
    assert.equal(goesOn.status, 303);
    const resumed = await lead.post(road.href('/do/resume'), {
      points: road.points[0] ?? '',
      reason: 'The claim was struck out.',
    });
    assert.equal(resumed.status, 303);
    assert.doesNotMatch((await lead.get(road.href())).text, /Suspended for court/);
  }
});
