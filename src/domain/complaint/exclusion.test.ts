import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Landlord, rulebooks } from '../../../test/complaint-cast.ts';
import type { ExclusionGround } from '../policy/exclusion-rules.ts';
import { type Answers, groundApplies } from './exclusion.ts';

function ground(landlord: Landlord, id: string): ExclusionGround {
  const found = rulebooks[landlord].policy.exclusions.find(one => one.id === id);
  assert.ok(found, `${landlord} has no ground ${id}`);
  return found;
}

function outcome(landlord: Landlord, of: ExclusionGround, answers: Answers): string {
  const { policy, code } = rulebooks[landlord];
  return groundApplies(of, answers, '2026-01-05', policy, code)?.code ?? 'applies';
}

/** Answers under which a ground holds, for each yes-no question the side that does not bar it. */
function plain(of: ExclusionGround, more: Answers = {}): Answers {
  const answers = of.questions.map(({ id, kind, barsWhen }) => [
    id,
    kind === 'date' ? '2024-06-01' : kind === 'yes-no' ? (barsWhen === 'no' ? 'yes' : 'no') : 'something',
  ]);
  return { ...Object.fromEntries(answers), ...more };
}

test('[MAG-20][Code 2.3] the twelve months count from the latest of happening, being able to know and knowing', () => {
  const old = ground('magna', 'over-twelve-months');
  const dates = { 'happened-on': '2023-01-10', 'could-have-known-on': '2023-06-01', 'became-aware-on': '2024-06-01' };
  assert.equal(outcome('magna', old, plain(old, dates)), 'applies');
  for (const id of Object.keys(dates)) {
    assert.equal(outcome('magna', old, plain(old, { ...dates, [id]: '2025-01-06' })), 'ground-in-time', id);
  }
});

test('[MAG-20] exactly twelve months is in time, a day more is not', () => {
  const old = ground('magna', 'over-twelve-months');
  const all = (date: string) => ({ 'happened-on': date, 'could-have-known-on': date, 'became-aware-on': date });
  assert.equal(outcome('magna', old, plain(old, all('2025-01-05'))), 'ground-in-time');
  assert.equal(outcome('magna', old, plain(old, all('2025-01-04'))), 'applies');
});

test('[MGL-05] a policy that counts from happening alone is read as the Code reads: knowing counts', () => {
  const old = ground('magenta', 'over-twelve-months');
  assert.equal(old.asWritten.countsAwareness, false, 'as its text stands');
  const known = plain(old, { 'happened-on': '2020-01-01', 'became-aware-on': '2025-11-01' });
  assert.equal(outcome('magenta', old, known), 'ground-in-time');
  assert.equal(outcome('magenta', old, plain(old)), 'applies');
});

test('[MGL-05] a policy with fewer months than the Code’s gives the Code’s all the same', () => {
  const old = ground('magenta', 'over-twelve-months');
  const short = { ...old, asWritten: { ...old.asWritten, months: 6 } };
  const { policy, code } = rulebooks.magenta;
  const sixMonths = { ...policy, exclusions: [short] };
  const ago = '2025-05-01';
  const answers = plain(short, { 'happened-on': ago, 'could-have-known-on': ago, 'became-aware-on': ago });
  assert.equal(groundApplies(short, answers, '2026-01-05', sixMonths, code)?.code, 'ground-in-time');
});

test('[MAG-20][MGL-10] safeguarding, health and safety, good reasons and exceptional circumstances keep it in', () => {
  for (const [landlord, ids] of [
    ['magna', ['safeguarding', 'health-and-safety', 'good-reason']],
    ['magenta', ['exceptional', 'health-and-safety', 'good-reason']],
  ] as const) {
    const old = ground(landlord, 'over-twelve-months');
    for (const id of ids) assert.equal(outcome(landlord, old, plain(old, { [id]: 'yes' })), 'ground-barred', id);
  }
});

test('[MAG-20] what is still going on is not old; whether discretion was used is recorded', () => {
  const old = ground('magna', 'over-twelve-months');
  assert.equal(outcome('magna', old, plain(old, { recurring: 'yes' })), 'ground-barred');
  assert.equal(outcome('magna', old, plain(old, { discretion: ' ' })), 'ground-unanswered');
});

test('[MAG-18][MGL-08] proceedings are a filed claim with its reference and points; letters before it and mediation are none', () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const claim = ground(landlord, 'court-claim');
    assert.equal(outcome(landlord, claim, plain(claim)), 'applies');
    assert.equal(outcome(landlord, claim, plain(claim, { 'only-pre-action': 'yes' })), 'ground-barred');
    for (const id of ['filed-on', 'court-reference', 'pleaded-points'])
      assert.equal(outcome(landlord, claim, plain(claim, { [id]: '' })), 'ground-unanswered', id);
  }
});

test('[MAG-18] a pack that forgot to ask whether it is only pre-action is asked by the machine', () => {
  const claim = ground('magna', 'court-claim');
  const forgetful = { ...claim, questions: claim.questions.filter(one => one.id !== 'only-pre-action') };
  assert.equal(outcome('magna', forgetful, plain(forgetful)), 'ground-unanswered');
  assert.equal(outcome('magna', forgetful, plain(forgetful, { 'only-pre-action': 'yes' })), 'ground-barred');
});

test('[MAG-19][MGL-46] already considered needs the earlier complaint, and nothing new in this one', () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    const before = ground(landlord, 'already-considered');
    assert.equal(outcome(landlord, before, plain(before)), 'applies');
    assert.equal(outcome(landlord, before, plain(before, { 'earlier-case': '' })), 'ground-unanswered');
    assert.equal(outcome(landlord, before, plain(before, { 'anything-new': 'yes' })), 'ground-barred');
  }
});

test('[MGL-10][MGL-46] exceptional circumstances or health and safety open again what was dealt with', () => {
  const before = ground('magenta', 'already-considered');
  for (const id of ['exceptional', 'health-and-safety'])
    assert.equal(outcome('magenta', before, plain(before, { [id]: 'yes' })), 'ground-barred');
});

test('[MAG-17][MGL-07] another procedure decides it, but a complaint about how we handled it is taken', () => {
  for (const [landlord, id] of [
    ['magna', 'other-appeal'],
    ['magenta', 'allocations'],
    ['magenta', 'nominations'],
    ['magenta', 'service-charges'],
  ] as const) {
    const appeal = ground(landlord, id);
    assert.equal(outcome(landlord, appeal, plain(appeal)), 'applies', id);
    assert.equal(outcome(landlord, appeal, plain(appeal, { 'about-handling': 'yes' })), 'ground-barred', id);
    assert.equal(outcome(landlord, appeal, plain(appeal, { 'our-handling': 'yes' })), 'ground-barred', id);
  }
});

test('[MGL-06] first reports of nuisance are sent to the case review; once it is over, or where safety is at risk, it is a complaint', () => {
  const nuisance = ground('magenta', 'first-report-of-nuisance');
  assert.equal(outcome('magenta', nuisance, plain(nuisance)), 'applies');
  for (const id of ['review-finished', 'safety'])
    assert.equal(outcome('magenta', nuisance, plain(nuisance, { [id]: 'yes' })), 'ground-barred');
  assert.equal(outcome('magenta', nuisance, plain(nuisance, { 'chase-on': '' })), 'ground-unanswered');
});

test('[MGL-07][MGL-08][MGL-09] outside remit, insurance and survey grounds each have what keeps a complaint in', () => {
  for (const [id, question, answer] of [
    ['outside-remit', 'partly-ours', 'yes'],
    ['insurance-claim', 'about-handling', 'yes'],
    ['survey-feedback', 'wants-to-complain', 'yes'],
    ['survey-feedback', 'told-how', 'no'],
  ] as const) {
    const found = ground('magenta', id);
    assert.equal(outcome('magenta', found, plain(found)), 'applies', id);
    assert.equal(outcome('magenta', found, plain(found, { [question]: answer })), 'ground-barred', id);
  }
});

test('an answer of the wrong kind is asked again', () => {
  const old = ground('magna', 'over-twelve-months');
  assert.equal(outcome('magna', old, plain(old, { 'happened-on': '2024-02-31' })), 'ground-bad-answer');
  assert.equal(
    outcome('magna', old, plain(old, { 'happened-on': '2026-01-06' })),
    'ground-bad-answer',
    'after the receipt',
  );
  assert.equal(outcome('magna', old, plain(old, { recurring: 'perhaps' })), 'ground-bad-answer');
});

test('[MAG-20] a policy that gives more time than the Code keeps its word', () => {
  const old = ground('magna', 'over-twelve-months');
  const generous = { ...old, asWritten: { ...old.asWritten, months: 24 } };
  const { policy, code } = rulebooks.magna;
  const twoYears = { ...policy, exclusions: [generous] };
  const ago = '2024-06-01';
  const answers = plain(generous, { 'happened-on': ago, 'could-have-known-on': ago, 'became-aware-on': ago });
  assert.equal(groundApplies(generous, answers, '2026-01-05', twoYears, code)?.code, 'ground-in-time');
  assert.equal(groundApplies(old, answers, '2026-01-05', policy, code), null);
});

test('[MAG-20] happening and knowing have to be said; when they could have known may stay open', () => {
  const old = ground('magna', 'over-twelve-months');
  const questions = old.questions.map(one => ({ ...one, required: false }));
  const lax = { ...old, questions };
  assert.equal(outcome('magna', lax, { 'happened-on': '2024-01-01', 'became-aware-on': '2024-02-01' }), 'applies');
  assert.equal(outcome('magna', lax, { 'happened-on': '2024-01-01' }), 'ground-unanswered');
  assert.equal(outcome('magna', lax, { 'became-aware-on': '2024-02-01' }), 'ground-unanswered');
});
