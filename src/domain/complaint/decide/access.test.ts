import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Person, text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, type Story } from '../../../../test/complaint-story.ts';
import { scopeOf, seesWholeCase } from '../../access/scope.ts';
import type { Command } from '../commands.ts';
import { whyNot } from '../decide.ts';
import { eligibility } from '../independence.ts';
import type { CaseState } from '../state.ts';

const everybody: readonly Person[] = [
  ...(['officer', 'colleague-officer', 'third-officer', 'lead', 'head', 'other-head'] as const),
  ...(['director', 'chief', 'board', 'colleague', 'contractor'] as const),
];

/** Who sees it whole, of everybody there is. */
function seers(story: Story, state: CaseState = story.state): Person[] {
  const { people, book } = story.told;
  return everybody.filter(id => {
    const person = people[id];
    return person !== undefined && seesWholeCase(scopeOf(person, book.policy), state);
  });
}

const restrict = (people: Person[], roles: string[] = []): Command => ({
  ...{ type: 'RestrictAccess', people, roles, reason: text('a colleague’s family') },
});
const about = (personId: Person): Command => ({
  type: 'NameComplainedOf',
  personId,
  reason: text('named in the letter'),
});
const conflict = (personId: Person): Command => ({ type: 'DeclareConflict', personId, reason: text('a neighbour') });
const end: Command = { type: 'EndAccessRestriction', reason: text('it is over') };

test('[MAG-11] a restricted complaint is seen by those named, the roles named and who works on it, and nobody else', () => {
  const story = acknowledgedStory();
  assert.ok(seers(story).includes('third-officer') && seers(story).includes('head'));
  const restricted = story.as('lead').does(restrict(['lead']));
  assert.deepEqual(seers(restricted), ['officer', 'lead']);
  const wider = restricted.does(restrict(['lead', 'director'], ['head-of-service']));
  assert.deepEqual(seers(wider), ['officer', 'lead', 'head', 'director']);
  assert.deepEqual([wider.state.restriction?.by, wider.state.restriction?.on], ['lead', wider.told.today]);
  assert.deepEqual(seers(wider.does(end)), seers(story));
});

test('[MAG-11] whoever logged it, or was asked one question, does not see it once it is restricted to others', () => {
  const story = acknowledgedStory();
  assert.equal(story.state.loggedBy, 'colleague');
  const asked: Command = {
    ...{ type: 'AskInformation', requestId: 'r1', stage: 1, of: 'head', serviceArea: 'repairs' },
    ...{ dueOn: story.told.today, question: text('when were you there') },
  };
  const restricted = story
    .does(asked)
    .as('lead')
    .does(restrict(['lead']));
  assert.deepEqual(seers(restricted), ['officer', 'lead']);
  const answer: Command = { type: 'GiveInformation', requestId: 'r1', answer: text('in March') };
  assert.equal(restricted.as('head').does(answer).state.information[0]?.answeredOn, story.told.today);
});

test('[MAG-11] who may restrict is for the policy to say; somebody is left who can hand out the work and open it again', () => {
  const story = acknowledgedStory();
  assert.match(story.as('officer').refuses(restrict(['officer']), 'not-your-role').why, /Complaints Resolution Lead/);
  assert.match(story.as('lead').refuses(restrict(['third-officer']), 'nobody-left-to-see').instead, /Resolution Lead/);
  story.as('lead').refuses(restrict(['lead'], ['colleague']), 'role-sees-own-only');
  story
    .as('lead')
    .does(restrict(['lead']))
    .refuses(restrict(['lead']), 'nothing-changes');
  story.as('lead').refuses(end, 'nothing-changes');
  assert.deepEqual(seers(story.as('lead').does(restrict([], ['complaints-resolution-lead']))), ['officer', 'lead']);
});

test('[MAG-11] nothing is done to a restricted complaint by somebody it is not open to, whatever their role', () => {
  const restricted = acknowledgedStory()
    .as('other-head')
    .does(restrict(['other-head']));
  restricted.as('lead').refuses(end, 'closed-to-you');
  restricted.as('lead').refuses({ type: 'AddNote', note: text('a note') }, 'closed-to-you');
  assert.equal(whyNot('AddNote', restricted.state, restricted.as('lead').deciding)?.code, 'closed-to-you');
});

test('[MAG-11] telling somebody more than they need is a decision of its own, with whom, what, why and by whom', () => {
  const tell: Command = {
    ...{ type: 'DecideDisclosure', to: text('police'), what: text('dates') },
    reason: text('asked'),
  };
  acknowledgedStory().as('officer').refuses(tell, 'not-your-role');
  const [decided] = acknowledgedStory().as('lead').does(tell).state.disclosures;
  assert.deepEqual([decided?.by, decided?.to, decided?.reason], ['lead', text('police'), text('asked')]);
});

test('[MAG-09][MAG-11] a conflict closes it to whoever has it, whatever their role; what they handle goes back to the queue', () => {
  for (const person of everybody.filter(one => one !== 'contractor')) {
    const story = acknowledgedStory().as(person).does(conflict(person));
    assert.ok(!seers(story).includes(person), person);
    story.as(person).refuses({ type: 'AddNote', note: text('a note') }, 'closed-to-you');
  }
  const given = acknowledgedStory().as('officer').does(conflict('officer'));
  assert.equal(given.state.stages[1].handlerId, null);
  assert.equal(given.status('reassign-1-1'), 'due');
});

test('[MAG-09][R30] nobody with a conflict, and nobody complained of, can be assigned, in any role and at either stage', () => {
  for (const close of [conflict, about]) {
    for (const stage of [1, 2] as const) {
      const begun = stage === 1 ? acknowledgedStory() : answeredStory();
      for (const person of everybody) {
        const closed = begun.as(person === 'lead' ? 'other-head' : 'lead').does(close(person));
        const facts = closed.told.people[person];
        assert.ok(facts);
        assert.equal(eligibility(closed.state, stage, facts, closed.deciding).eligible, false, `${person} ${stage}`);
      }
    }
  }
});

test('[MAG-30][MAG-32] that it is about somebody may come out later: it closes to them and goes to somebody else', () => {
  const story = acknowledgedStory().as('lead').does(about('officer'));
  assert.ok(!seers(story).includes('officer'));
  assert.equal(story.state.stages[1].handlerId, null);
  assert.equal(story.status('reassign-1-1'), 'due');
  story.refuses(about('officer'), 'nothing-changes');
  acknowledgedStory().as('third-officer').refuses(about('lead'), 'not-your-role');
  const ofLead = acknowledgedStory().as('officer').does(about('lead'));
  ofLead
    .as('lead')
    .refuses({ type: 'AssignHandler', stage: 1, personId: 'third-officer', reason: null }, 'closed-to-you');
});

test('[MAG-11] a promise is not given to somebody too near, and one they had falls to the handler: it is never nobody’s', () => {
  const promise = (personId: Person): Command => ({
    ...{ type: 'PromiseAction', actionId: 'a1', stage: 1, pointId: null, owner: { kind: 'person', personId } },
    ...{ what: text('a new door'), dueOn: '2026-02-02', dateGivenBy: null },
  });
  const promised = acknowledgedStory().as('officer').does(promise('head'));
  assert.equal(promised.owed('do-action-a1').owner.personId, 'head');
  const closed = promised.as('lead').does(about('head'));
  assert.equal(closed.owed('do-action-a1').owner.personId, 'officer');
  acknowledgedStory().as('lead').does(about('head')).as('officer').refuses(promise('head'), 'closed-to-them');
});

test('[MAG-11] a correction is not approved by somebody too near to the complaint', () => {
  const correct: Command = {
    ...{ type: 'CorrectReceivedDate', to: '2026-01-02', reason: text('the email') },
    approvedBy: 'lead',
  };
  acknowledgedStory().as('officer').does(about('lead')).refuses(correct, 'closed-to-them');
  acknowledgedStory().as('officer').does(correct);
});

test('[R60][MAG-11] what belongs to the resident is recorded in each of their complaints, also in one that is closed to whoever records it', () => {
  const closed = acknowledgedStory().as('lead').does(about('third-officer'));
  const { complainantId } = closed.state;
  assert.ok(complainantId !== null);
  const safe: Command = {
    ...{ type: 'RecordSafeContact', personId: complainantId, limits: ['no-post'], onlyEmail: null },
    reason: text('somebody opens it'),
  };
  const told = closed.as('third-officer').asks(safe);
  assert.ok('events' in told, 'refusal' in told ? told.refusal.code : '');
});
