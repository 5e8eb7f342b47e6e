import assert from 'node:assert/strict';
import test from 'node:test';
import { roadOf } from '../../../../test/case-road.ts';
import { staffSite } from '../../../../test/staff-site.ts';

const site = await staffSite();

test('[R30][MAG-41][MGL-26] the brief has the points, the stage 1 answers, the request, the evidence, what is owed, and who may not review and why', async () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const road = await roadOf(site, landlord);
    await road.acknowledged();
    await road.does(road.cast.officer, keep => ({
      type: 'RecordInvestigation',
      stage: 1,
      pointId: road.points[0] ?? '',
      section: 'evidence',
      text: keep('The call log of June.', 'investigation'),
    }));
    await road.answered();
    await road.does(road.cast.officer, (keep, { deciding }) => ({
      type: 'RequestEscalation',
      on: deciding.today,
      channel: 'phone',
      points: 'all',
      words: keep('It still leaks.', 'escalation'),
      forwardedBy: 'resident',
    }));
    const lead = await site.as(road.cast.lead);
    const page = await lead.get(road.href('/brief'));
    assert.equal(page.status, 200);
    for (const words of [
      'The ceiling leaks',
      'Upheld',
      'The record shows three reports',
      'It still leaks',
      'The call log of June',
    ])
      assert.match(page.text, new RegExp(words));
    assert.match(page.text, /Send the stage 2 acknowledgement by Wednesday 11 November 2026/);
    const { name } = road.cast.officer;
    if (landlord === 'magenta')
      assert.match(page.text, new RegExp(`${name} may not: they handled stage 1 \\(MGL-26\\)`));
    assert.match(page.text, new RegExp(`${road.cast.reviewer.name} may`));
    assert.match(page.text, /Made on Wednesday 4 November 2026 at 10:00/);
  }
});

test('the brief of a complaint that nobody has taken further says so', async () => {
  const road = await roadOf(site, 'magna');
  const officer = await site.as(road.cast.officer);
  const page = await officer.get(road.href('/brief'));
  assert.match(page.text, /Stage 2 has not been asked for/);
  assert.match(page.text, /The complaint has not been defined/);
});
