import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castOf, type Landlord, type Person, rulebooks, text } from '../../../test/complaint-cast.ts';
import type { Instant } from '../calendar/dates.ts';
import { noCase } from '../complaint/no-case.ts';
import { type ObligationStatus, statusAt } from '../complaint/obligation.ts';
import type { CaseState } from '../complaint/state.ts';
import { safeguardingRoles } from '../policy/duty-times.ts';
import { decideReferral, type ReferralCommand } from './decide.ts';
import type { ReferralEvent } from './events.ts';
import { owedOnReferral } from './owed.ts';
import { type Referral, replayReferral } from './referral.ts';
import { mayKnowOfReferral, maySeeReferral } from './who.ts';

const people = castOf('magna');
const { policy } = rulebooks.magna;
const around: CaseState = {
  ...noCase,
  stages: { ...noCase.stages, 1: { ...noCase.stages[1], handlerId: 'officer' } },
};
const noticed: Instant = '2026-03-06T16:00:00.000Z';

const make = (more: Partial<Extract<ReferralCommand, { type: 'MakeReferral' }>> = {}): ReferralCommand => ({
  ...{ type: 'MakeReferral', caseId: 'case', sign: 'self-harm', at: noticed, words: text('she said so') },
  dutyPersonId: 'other-head',
  ...more,
});

type Asked = { by?: Person; now?: Instant; of?: CaseState };

function asked(
  command: ReferralCommand,
  referral: Referral | null,
  { by = 'officer', now = noticed, of = around }: Asked = {},
) {
  return decideReferral(command, referral, { policy, now, actor: people[by], people, around: of });
}

function does(events: readonly ReferralEvent[], command: ReferralCommand, how: Asked = {}): ReferralEvent[] {
  const decided = asked(command, replayReferral(events), how);
  assert.ok('events' in decided, 'refusal' in decided ? decided.refusal.code : '');
  return [...events, ...decided.events];
}

function refused(command: ReferralCommand, events: readonly ReferralEvent[], how: Asked = {}): string {
  const decided = asked(command, replayReferral(events), how);
  return 'refusal' in decided ? decided.refusal.code : 'done';
}

function made(): Referral {
  const referral = replayReferral(does([], make()));
  assert.ok(referral);
  return referral;
}

function status(events: readonly ReferralEvent[], now: Instant): ObligationStatus[] {
  const referral = replayReferral(events);
  assert.ok(referral);
  return owedOnReferral(referral, rulebooks.magna).map(one => statusAt(one, now));
}

const passOn: ReferralCommand = {
  ...{ type: 'PassOnReferral', to: 'adult-social-care', at: '2026-03-06T17:10:00.000Z', words: text('duty desk') },
};
const close: ReferralCommand = {
  ...{ type: 'CloseReferral', outcome: 'taken-on', at: '2026-03-09T09:00:00.000Z', note: text('they visit') },
};

test('[R61] a referral names somebody on duty by the pack’s roles, and is owed by the hour from when it was noticed', () => {
  const events = does([], make());
  const [first, second] = owedOnReferral(made(), rulebooks.magna);
  assert.deepEqual(
    [first?.dueAt, first?.owner.personId, second?.dueOn],
    ['2026-03-06T20:00:00.000Z', 'other-head', '2026-03-13'],
  );
  assert.deepEqual(status(events, '2026-03-06T20:00:00.000Z'), ['due', 'due']);
  assert.deepEqual(status(events, '2026-03-06T20:00:01.000Z'), ['overdue', 'due']);
});

test('[R61] what was told to whom and when discharges the first; an outcome the second, and nothing is recorded after it', () => {
  const told = does(does([], make()), passOn, { by: 'other-head', now: '2026-03-06T17:30:00.000Z' });
  assert.deepEqual(status(told, '2026-03-10T12:00:00.000Z'), ['met', 'due']);
  const closed = does(told, close, { by: 'other-head', now: '2026-03-09T09:30:00.000Z' });
  assert.deepEqual(status(closed, '2026-03-10T12:00:00.000Z'), ['met', 'met']);
  assert.equal(refused(passOn, closed, { by: 'other-head', now: '2026-03-10T12:00:00.000Z' }), 'referral-closed');
  const late = { ...passOn, at: '2026-03-06T20:05:00.000Z' } as const;
  const after = does(does([], make()), late, { by: 'other-head', now: '2026-03-06T21:00:00.000Z' });
  assert.equal(status(after, '2026-03-10T12:00:00.000Z')[0], 'late');
});

test('[R61] neither ahead of now nor before it was noticed', () => {
  const events = does([], make());
  assert.equal(refused(passOn, events), 'time-in-future');
  assert.equal(refused({ ...passOn, at: '2026-03-06T15:59:00.000Z' }, events), 'before-referral');
});

test('[R61] only somebody on duty can be named, here still, and not whom the complaint is about', () => {
  assert.equal(refused(make({ dutyPersonId: 'lead' }), []), 'not-on-duty');
  assert.equal(refused(make({ dutyPersonId: 'nobody' }), []), 'not-on-duty');
  assert.equal(refused(make(), [], { of: { ...around, complainedOf: ['other-head'] } }), 'not-on-duty');
  assert.equal(
    refused(make(), [], { of: { ...around, conflicts: [{ personId: 'other-head', on: '2026-03-01' }] } }),
    'not-on-duty',
  );
  const away = { ...people, 'other-head': { ...people['other-head'], active: false } };
  const decided = decideReferral(make(), null, { policy, now: noticed, actor: people.officer, people: away, around });
  assert.ok('refusal' in decided);
});

test('[R61] handing over gives it to another person on duty, and keeps who had it', () => {
  const deputy = { ...people, head: { ...people.head, roles: ['director-of-customer-operations'] } };
  const command: ReferralCommand = { type: 'HandOverReferral', dutyPersonId: 'head', reason: text('on leave') };
  const decided = decideReferral(command, made(), {
    policy,
    now: noticed,
    actor: people['other-head'],
    people: deputy,
    around,
  });
  assert.ok('events' in decided);
  const after = replayReferral([...does([], make()), ...decided.events]);
  assert.deepEqual([after?.dutyPersonId, after?.handedOver.map(one => one.from)], ['head', ['other-head']]);
  assert.equal(
    refused({ ...command, dutyPersonId: 'other-head' }, does([], make()), { by: 'other-head' }),
    'nothing-changes',
  );
});

test('[R61] its words are for whoever is on duty and whoever recorded it; that there is one, also for who deals with the case', () => {
  const referral = { ...made(), madeBy: 'colleague' };
  const sees = (id: Person) => maySeeReferral(people[id], referral, around, policy);
  const knows = (id: Person) => mayKnowOfReferral(people[id], referral, around, policy);
  const all = Object.keys(people) as Person[];
  assert.deepEqual(all.filter(sees).toSorted(), ['colleague', 'other-head']);
  assert.ok(knows('officer') && knows('lead'));
  for (const id of ['board', 'chief', 'third-officer', 'contractor'] as const) assert.ok(!knows(id), id);
});

test('[R61] whom the complaint is about, or who is too near to it, learns nothing whatever their role', () => {
  for (const of of [
    { ...around, complainedOf: ['other-head', 'lead', 'officer'] },
    {
      ...around,
      conflicts: ['other-head', 'lead', 'officer'].map(personId => ({ personId, on: '2026-03-01' as const })),
    },
  ]) {
    for (const id of ['other-head', 'lead', 'officer'] as const) {
      assert.ok(!maySeeReferral(people[id], made(), of, policy), id);
      assert.ok(!mayKnowOfReferral(people[id], made(), of, policy), id);
      assert.equal(
        refused(passOn, does([], make()), { by: id, of, now: '2026-03-06T18:00:00.000Z' }),
        'no-such-referral',
      );
    }
  }
});

test('[R61] who may not see it is told what somebody is told where there is none', () => {
  assert.equal(refused(close, does([], make()), { by: 'board', now: '2026-03-10T00:00:00.000Z' }), 'no-such-referral');
  assert.equal(refused(close, [], { by: 'board', now: '2026-03-10T00:00:00.000Z' }), 'no-such-referral');
});

test('[R61] each landlord’s pack names roles of its own for it, and says that this is our reading', () => {
  for (const landlord of ['magna', 'magenta'] satisfies Landlord[]) {
    const pack = rulebooks[landlord].policy;
    assert.ok(safeguardingRoles(pack).every(id => pack.roles.some(role => role.id === id)));
    assert.match(pack.safeguarding?.note ?? '', /names nobody.*until the landlord names/);
  }
});
