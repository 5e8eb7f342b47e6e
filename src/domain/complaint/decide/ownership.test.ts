import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebook, rulebooks, text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, story } from '../../../../test/complaint-story.ts';
import { routingFor } from '../routing.ts';

const assign = (personId: string, stage: 1 | 2 = 1) =>
  ({ type: 'AssignHandler', stage, personId, reason: null }) as const;
const conflict = (personId: string) => ({ type: 'DeclareConflict', personId, reason: text('my cousin') }) as const;
const route = (ruleId: string, to: string | null, followed = true) =>
  ({ type: 'DecideRouting', ruleId, to, followed, reason: text('because') }) as const;

test('[R69][MGL-14] a complaint without a name on it is owed one in a working day, and has one handler from then on', () => {
  const queued = story('magenta').received('2026-01-05');
  assert.equal(queued.owed('assign-1').dueOn, '2026-01-06');
  assert.deepEqual(queued.owed('acknowledge-1').owner, { personId: null, team: 'complaints' });
  const assigned = queued.assigned('officer');
  assert.equal(assigned.status('assign-1'), 'met');
  assert.equal(assigned.owed('respond-1').owner.personId, 'officer');
});

test('[MGL-14] reassigning keeps who had it before, and the first assignment stays in time', () => {
  const moved = story('magenta').received('2026-01-05').assigned('officer').on('2026-01-14').assigned('third-officer');
  const last = moved.events.at(-1);
  assert.equal(last?.type === 'HandlerAssigned' && last.body.previous, 'officer');
  assert.deepEqual(moved.state.stages[1].handlers, ['officer', 'third-officer']);
  assert.equal(moved.owed('assign-1').dischargedOn, '2026-01-05');
  moved.as('lead').refuses(assign('third-officer'), 'already-handler');
});

test('[R69] who may handle a stage may take one from the queue for themselves, and from nobody else', () => {
  const queued = story().received('2026-01-05');
  const taken = queued.as('officer').does(assign('officer'));
  queued.as('officer').refuses(assign('third-officer'), 'not-your-role');
  queued.as('colleague').refuses(assign('colleague'), 'not-your-role');
  taken.as('third-officer').refuses(assign('third-officer'), 'not-your-role');
});

test('[MGL-14] only people who investigate are given stage 1, and only people who are here', () => {
  const queued = story().received('2026-01-05').as('lead');
  assert.match(queued.refuses(assign('colleague'), 'cannot-be-chosen').why, /does not investigate/);
  queued.refuses(assign('nobody'), 'unknown-person');
  const people = { ...queued.told.people };
  const officer = people['officer'];
  assert.ok(officer);
  const left = queued.with({ people: { ...people, officer: { ...officer, active: false } } });
  assert.match(left.refuses(assign('officer'), 'cannot-be-chosen').why, /no longer work here/);
});

test('[MAG-09] whoever the complaint is about, or who has a conflict, is not given it, and the reason is said', () => {
  const about = story()
    .received('2026-01-05', { complainedOf: ['third-officer'] })
    .as('lead');
  assert.match(about.refuses(assign('third-officer'), 'cannot-be-chosen').why, /about them/);
  const declared = story().received('2026-01-05').as('officer').does(conflict('officer')).as('lead');
  assert.match(declared.refuses(assign('officer'), 'cannot-be-chosen').why, /conflict of interest/);
});

test('[MAG-09][R69] a handler with a conflict loses the case to the queue, and another name is owed as quickly as the first', () => {
  const declared = acknowledgedStory().on('2026-01-14').does(conflict('officer'));
  assert.equal(declared.state.stages[1].handlerId, null);
  assert.equal(declared.owed('respond-1').owner.personId, null);
  assert.equal(declared.owed('reassign-1-1').dueOn, '2026-01-15');
  assert.equal(declared.status('assign-1'), 'met', 'the first assignment was in time all the same');
  const given = declared.assigned('third-officer');
  assert.equal(given.status('reassign-1-1'), 'met');
  assert.equal(declared.owed('respond-1').dueOn, '2026-01-23', 'the clock does not stop');
});

test('[MAG-09] people declare their own conflicts; another’s is recorded by who assigns; each once', () => {
  const logged = story().received('2026-01-05').assigned();
  logged.as('third-officer').refuses(conflict('officer'), 'not-your-role');
  logged.as('lead').does(conflict('officer')).refuses(conflict('officer'), 'already-conflicted');
  logged.as('lead').refuses(conflict('nobody'), 'unknown-person');
});

test('[MAG-41][MGL-26] stage 2 is given to nobody before it was asked for, nor while stage 1 is to be answered', () => {
  acknowledgedStory().as('lead').refuses(assign('head', 2), 'stage-not-open');
  const early = acknowledgedStory().escalated('2026-01-15').as('lead');
  assert.match(early.refuses(assign('head', 2), 'stage-not-open').why, /stage 1 answer comes first/);
  assert.equal(early.as('officer').responded('2026-01-23').assigned('head', 2).state.stages[2].handlerId, 'head');
});

test('[MAG-41][MGL-26] stage 2 goes to somebody independent; who handled stage 1 is refused', () => {
  assert.match(
    answeredStory('magenta').escalated('2026-02-02').as('lead').refuses(assign('officer', 2), 'cannot-be-chosen').why,
    /handled stage 1/,
  );
  const given = answeredStory('magenta').escalated('2026-02-02').assigned('third-officer', 2);
  assert.equal(given.state.stages[2].handlerId, 'third-officer');
});

test('[MAG-30] a complaint about the complaints team goes to a head, and the lead cannot decide otherwise', () => {
  const about = story()
    .received('2026-01-05', { flags: ['about-complaints-team'] })
    .as('lead');
  const { why } = about.refuses(assign('officer'), 'cannot-be-chosen');
  assert.match(why, /Head of Customer Contact and Community Support or Head of service/);
  assert.match(
    about.refuses(route('about-complaints-team', 'officer'), 'routing-wrong-person').instead,
    /Head of service/,
  );
  about.refuses(route('about-complaints-team', null, false), 'routing-always');
  about.refuses(route('about-complaints-team', 'officer'), 'routing-wrong-person');
  about.refuses(route('about-complaints-team', null), 'routing-needs-person');
  assert.equal(about.does(assign('other-head')).state.stages[1].handlerId, 'other-head');
});

test('[MAG-30] naming a member of the team as complained of is enough, without the flag', () => {
  const about = story()
    .received('2026-01-05', { complainedOf: ['officer'] })
    .as('lead');
  about.refuses(assign('third-officer'), 'cannot-be-chosen');
  about.does(assign('head'));
});

test('[R25] a vulnerable person’s case is proposed to a head; the lead decides, with reasons', () => {
  const vulnerable = story()
    .received('2026-01-05', { flags: ['vulnerable'] })
    .as('lead');
  const followed = vulnerable.does(route('serious', 'director')).does(assign('director'));
  assert.equal(followed.state.routing?.to, 'director');
  const kept = vulnerable.does(route('serious', null, false)).does(assign('officer'));
  assert.equal(kept.state.routing?.followed, false);
  assert.equal(kept.state.stages[1].handlerId, 'officer');
  vulnerable.as('officer').refuses(route('serious', 'head'), 'not-your-role');
});

test('[R25] any serious matter can be routed with a reason; a rule that does not fit cannot be used', () => {
  const plain = story().received('2026-01-05').as('lead');
  plain.does(route('serious', 'head'));
  plain.refuses(route('about-head-or-director', 'head'), 'routing-not-for-this');
  plain.refuses(route('no-such-rule', 'head'), 'not-in-policy');
});

test('[R25] nobody is routed a complaint about themselves', () => {
  const about = story()
    .received('2026-01-05', { complainedOf: ['head'] })
    .as('lead');
  assert.match(about.refuses(route('about-head-or-director', 'head'), 'cannot-be-chosen').why, /about them/);
  about.does(route('about-head-or-director', 'other-head')).does(assign('other-head'));
});

test('a safety complaint has priority from the start; anybody may ask for it, and who assigns may take it away', () => {
  const reason = text('gas');
  assert.equal(story().received('2026-01-05', { flags: ['safety'] }).state.priority, true);
  const set = story().received('2026-01-05').as('colleague').does({ type: 'SetPriority', reason });
  set.refuses({ type: 'SetPriority', reason }, 'nothing-changes');
  set.refuses({ type: 'ClearPriority', reason }, 'not-your-role');
  assert.equal(set.as('lead').does({ type: 'ClearPriority', reason }).state.priority, false);
});

test('[R25] a rule that is followed is enough for its roles; anybody else must be able to take stage 1', () => {
  const { policy } = rulebooks.magna;
  const roles = policy.roles.map(role =>
    role.id === 'director' ? { ...role, may: role.may.filter(one => one !== 'investigate-stage-1') } : role,
  );
  const plain = story()
    .with({ book: rulebook({ ...policy, roles }) })
    .received('2026-01-05')
    .as('lead');
  plain.refuses(assign('director'), 'cannot-be-chosen');
  plain.does(route('serious', 'director')).does(assign('director'));
  plain.refuses(route('serious', 'colleague', false), 'cannot-be-chosen');
  plain.does(route('serious', 'third-officer', false));
});

test('[MAG-32] a complaint about a head is not one about the complaints team, though the head may investigate', () => {
  const about = (complainedOf: string[]) => {
    const told = story().received('2026-01-05', { complainedOf });
    return routingFor(told.state, told.deciding).map(rule => rule.id);
  };
  assert.deepEqual(about(['head']), ['about-head-or-director']);
  assert.deepEqual(about(['lead']), ['about-complaints-team']);
  assert.deepEqual(about(['colleague']), []);
});
