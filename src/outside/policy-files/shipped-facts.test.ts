/** What the two shipped policies say, clause by clause, where it is data that everything else reads. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { ExclusionGround } from '../../domain/policy/exclusion-rules.ts';
import type { ContentItem, LetterKind } from '../../domain/policy/letter-rules.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { faultLine, isFaults, loadPack } from './load-pack.ts';

const PACKS = join(import.meta.dirname, '../../../policies');
let magna: Policy;
let magenta: Policy;

before(async () => {
  [magna, magenta] = await Promise.all([pack('magna'), pack('magenta')]);
});

async function pack(id: string): Promise<Policy> {
  const loaded = await loadPack(join(PACKS, id));
  if (isFaults(loaded)) throw new Error(loaded.map(faultLine).join('\n'));
  return loaded.policy;
}

function contents(policy: Policy, kind: LetterKind, stage: 1 | 2 | null): ContentItem[] {
  const letter = policy.letters.required.find(required => required.kind === kind && required.stage === stage);
  return letter?.items.map(({ item }) => item) ?? [];
}

function ground(policy: Policy, id: string): ExclusionGround {
  const found = policy.exclusions.find(exclusion => exclusion.id === id);
  if (found === undefined) throw new Error(`no ground ${id}`);
  return found;
}

function barredBy(policy: Policy, id: string): Record<string, string | undefined> {
  const barring = ground(policy, id).questions.filter(({ barsWhen }) => barsWhen !== undefined);
  return Object.fromEntries(barring.map(question => [question.id, question.barsWhen]));
}

const standing = (policy: Policy, id: string) => policy.complainants.find(who => who.id === id)?.ombudsmanStanding;
const length = (clock: { value: number; unit: string; from: string } | null) =>
  clock === null ? null : `${clock.value} ${clock.unit} from ${clock.from}`;

test('[MAG-01][MGL-12] tenants, leaseholders, the public, former residents and those acting for somebody may complain', () => {
  for (const policy of [magna, magenta]) {
    for (const id of ['tenant', 'leaseholder', 'former-resident', 'public']) {
      assert.equal(policy.complainants.find(who => who.id === id)?.mayComplain, true);
    }
    assert.equal(policy.representatives.accepted, true);
  }
  assert.equal(magenta.complainants.find(({ id }) => id === 'former-resident')?.named, false);
  assert.equal(magna.complainants.find(({ id }) => id === 'former-resident')?.named, undefined);
});

test('[MAG-02][R1] members of the public and freeholders have no Ombudsman, former residents for their time, doubt counts', () => {
  for (const policy of [magna, magenta]) {
    for (const id of ['public', 'freeholder']) assert.equal(standing(policy, id), 'no');
    for (const id of ['tenant', 'leaseholder', 'shared-owner', 'applicant', 'estate']) {
      assert.equal(standing(policy, id), 'yes');
    }
    assert.equal(standing(policy, 'former-resident'), 'time-of-occupation');
    assert.equal(standing(policy, 'not-sure'), 'unsure');
  }
});

test('[MAG-17] another appeal is no ground where it cannot be used, or where the complaint is about the handling', () => {
  assert.deepEqual(barredBy(magna, 'other-appeal'), { 'open-to-them': 'no', 'about-handling': 'yes' });
  assert.equal(ground(magna, 'other-appeal').handlingAccepted, true);
});

test('[MAG-18][MGL-08] court is a ground only once a claim is filed, point by point, with date and reference', () => {
  for (const policy of [magna, magenta]) {
    const court = ground(policy, 'court-claim');
    assert.deepEqual([court.test, court.scope], ['claim-filed', 'point']);
    assert.deepEqual(barredBy(policy, 'court-claim'), { 'only-pre-action': 'yes' });
    for (const id of ['filed-on', 'court-reference', 'pleaded-points']) {
      assert.equal(court.questions.find(question => question.id === id)?.required, true);
    }
  }
});

test('[MAG-19][MGL-46] already considered names the earlier complaint, and is no ground for what is new', () => {
  for (const policy of [magna, magenta]) {
    assert.equal(ground(policy, 'already-considered').test, 'already-considered');
    assert.equal(barredBy(policy, 'already-considered')['anything-new'], 'yes');
  }
});

test('[MAG-20][MAG-21] twelve months is no ground for safeguarding, safety, good reason or a problem that goes on', () => {
  assert.deepEqual(barredBy(magna, 'over-twelve-months'), {
    recurring: 'yes',
    safeguarding: 'yes',
    'health-and-safety': 'yes',
    'good-reason': 'yes',
  });
});

test('[MGL-05][MGL-10] the text ignores awareness, is asked for it all the same, and exceptions stop the two grounds', () => {
  const old = ground(magenta, 'over-twelve-months');
  assert.equal(old.asWritten.countsAwareness, false);
  assert.ok(old.questions.some(({ id, required }) => id === 'became-aware-on' && required));
  for (const id of ['over-twelve-months', 'already-considered']) {
    const barred = barredBy(magenta, id);
    assert.deepEqual([barred['exceptional'], barred['health-and-safety']], ['yes', 'yes']);
  }
});

test('[MGL-06] a first report of nuisance asks for its date and a day to ask again, and safety opens it', () => {
  const nuisance = ground(magenta, 'first-report-of-nuisance');
  assert.equal(nuisance.asWritten.requiresOtherProcedureFirst, true);
  assert.deepEqual(barredBy(magenta, 'first-report-of-nuisance'), { 'review-finished': 'yes', safety: 'yes' });
  const dates = nuisance.questions.filter(({ kind, required }) => kind === 'date' && required).map(({ id }) => id);
  assert.deepEqual(dates, ['original-date', 'chase-on']);
});

test('[MGL-07] allocations, nominations, charges and matters outside the remit each say who can help and leave handling in', () => {
  for (const id of ['allocations', 'nominations', 'service-charges', 'outside-remit']) {
    const { sentTo, handlingAccepted } = ground(magenta, id);
    assert.ok(sentTo !== null && handlingAccepted, id);
  }
  assert.equal(magenta.exclusionListOpen, true);
  assert.equal(magna.exclusionListOpen, false);
});

test('[MGL-09] a survey answer is no ground before the person was told how to complain, nor against their wish', () => {
  assert.deepEqual(barredBy(magenta, 'survey-feedback'), { 'told-how': 'no', 'wants-to-complain': 'yes' });
});

test('[MAG-27][MGL-48] there are two stages and nothing before them', () => {
  for (const policy of [magna, magenta]) assert.deepEqual([policy.stageCount, policy.preStage.kind], [2, 'none']);
});

test('[MAG-28][MAG-33][MAG-40][MAG-42] five, ten, five and twenty working days, from the days the policy names', () => {
  assert.equal(length(magna.stages[1].acknowledge), '5 working-days from receipt');
  assert.equal(length(magna.stages[1].respond), '10 working-days from acknowledgement-sent');
  assert.equal(length(magna.stages[2].acknowledge), '5 working-days from request-receipt');
  assert.equal(length(magna.stages[2].respond), '20 working-days from acknowledgement-sent');
  assert.deepEqual(magna.stages[2].acknowledgePromises, ['logged'], 'the text promises logging alone');
});

test('[MGL-17][MGL-20][MGL-25][MGL-28] five, ten, five and twenty working days, from the days the policy names', () => {
  assert.equal(length(magenta.stages[1].acknowledge), '5 working-days from receipt');
  assert.equal(length(magenta.stages[1].respond), '10 working-days from acknowledgement-sent');
  assert.equal(length(magenta.stages[2].acknowledge), '5 working-days from request-receipt');
  assert.equal(length(magenta.stages[2].respond), '20 working-days from acknowledgement-sent');
});

test('[MAG-34][MGL-20] ten further days in exceptional cases or with an approver; ten with the customer’s agreement', () => {
  const [one, other] = [magna.stages[1].extension, magenta.stages[1].extension];
  assert.deepEqual([one?.cap?.value, one?.cap?.unitAsWritten, one?.condition], [10, 'days', 'exceptional']);
  assert.ok((one?.beyondCap?.approvedBy.length ?? 0) > 0);
  assert.deepEqual([other?.cap?.value, other?.customerAgreement, other?.beyondCap], [10, 'required', null]);
});

test('[MAG-29] the acknowledgement carries understanding, outcome, target date, adviser, and contact where agreed', () => {
  const items: ContentItem[] = [
    'definition',
    'outcome-sought',
    'target-date',
    'handler',
    'contact-agreement',
    'ombudsman',
  ];
  assert.deepEqual(contents(magna, 'acknowledgement', 1), items);
});

test('[MGL-19][MGL-27] both acknowledgements carry stage, definition, outcome and responsibility', () => {
  for (const stage of [1, 2] as const) {
    const items: ContentItem[] = ['stage', 'definition', 'outcome-sought', 'responsibility', 'ombudsman'];
    assert.deepEqual(contents(magenta, 'acknowledgement', stage), items);
  }
});

test('[MAG-43] an answer carries seven things at both stages; [MGL-22][MGL-29] nine at the other landlord', () => {
  const seven: ContentItem[] = [
    'stage',
    'definition',
    'decision',
    'reasons',
    'remedy',
    'outstanding-actions',
    'next-step',
  ];
  const nine: ContentItem[] = [
    'stage',
    'definition',
    'outcome-sought',
    'decision',
    'reasons',
    'remedy',
    'outstanding-actions',
    'prevent-recurrence',
    'next-step',
  ];
  for (const stage of [1, 2] as const) {
    assert.deepEqual(contents(magna, 'response', stage), [...seven, 'ombudsman']);
    assert.deepEqual(contents(magenta, 'response', stage), [...nine, 'ombudsman']);
  }
});

test('[MAG-44][MAG-66][MGL-21] every letter carries the Ombudsman, extension notices included', () => {
  for (const policy of [magna, magenta]) {
    for (const { kind, stage } of policy.letters.required)
      assert.ok(contents(policy, kind, stage).includes('ombudsman'), kind);
  }
});

test('[MAG-30][MAG-31][MAG-32] complaints about the team or a head are routed always, serious ones are proposed', () => {
  const rules = Object.fromEntries(magna.routing.map(rule => [rule.id, rule]));
  assert.equal(rules['about-complaints-team']?.strength, 'always');
  assert.equal(rules['about-complaints-team']?.to[0], 'head-of-customer-contact');
  assert.equal(rules['about-head-or-director']?.strength, 'always');
  assert.equal(rules['serious']?.strength, 'proposed');
});

test('[MAG-38][MGL-24] thirty days from receiving the answer, or six months from its date; no reasons asked', () => {
  const [one, other] = [magna.escalation, magenta.escalation];
  assert.deepEqual(
    [one.window?.value, one.window?.unit, one.window?.countsFrom],
    [30, 'calendar-days', 'response-receipt'],
  );
  assert.deepEqual([other.window?.value, other.window?.unit, other.window?.countsFrom], [6, 'months', 'response-date']);
  assert.deepEqual([one.reasonsRequired, other.reasonsRequired], [false, false]);
});

test('[MAG-39] only the Complaints Resolution Lead declines stage 2, supported by the head or a director', () => {
  assert.deepEqual(magna.escalation.refusal?.decidedBy, ['complaints-resolution-lead']);
  const may = magna.roles.filter(role => role.may.includes('refuse-escalation')).map(({ id }) => id);
  assert.deepEqual(may, ['complaints-resolution-lead']);
  assert.ok(magna.escalation.refusal?.withSupportFrom.includes('head-of-customer-contact'));
});

test('[MAG-41][MGL-26] stage 2 is reviewed by a head of service, or by an officer who had no part before', () => {
  assert.ok(magna.stage2Review.reviewers.includes('head-of-service'));
  assert.equal(magna.stage2Review.fallback.at(-1), 'chief-executive');
  assert.deepEqual(magenta.stage2Review.reviewers, ['complaint-resolution-officer']);
  for (const policy of [magna, magenta]) assert.equal(policy.stage2Review.differentPersonRequired, true);
});

test('[MGL-41] the four indicators are acknowledgement and answer at each stage', () => {
  const four = magenta.indicators.map(({ duty, stage }) => `${duty} ${stage}`);
  assert.deepEqual(four, ['acknowledge 1', 'respond 1', 'acknowledge 2', 'respond 2']);
});

test('[R46] the Ombudsman’s block in force since 13 January 2026 has no email for new cases', () => {
  for (const policy of [magna, magenta]) {
    const blocks = policy.contacts.filter(({ body }) => body === 'housing-ombudsman');
    const newest = blocks.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
    assert.deepEqual([newest?.from, newest?.email, newest?.phone], ['2026-01-13', null, '0300 111 3000']);
  }
});
