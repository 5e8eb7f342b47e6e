import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Person, rulebook, rulebooks, text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, answeredStory, decidePoint, type Story, story } from '../../../test/complaint-story.ts';
import { eligibility, nobodyLeft, reviewers } from './independence.ts';
import { reviewPanel } from './review-panel.ts';

function chosen(story: Story, person: Person) {
  const facts = story.told.people[person];
  assert.ok(facts);
  return eligibility(story.state, 2, facts, story.deciding);
}

function whyNot(story: Story, person: Person): string {
  const found = chosen(story, person);
  return found.eligible ? 'eligible' : found.because;
}

const conflict = (personId: string) => ({ type: 'DeclareConflict', personId, reason: text('kin') }) as const;

test('[R30][MGL-26] whoever handled, investigated, decided or signed stage 1 is blocked from stage 2', () => {
  const before = answeredStory('magenta');
  assert.equal(whyNot(before, 'officer'), 'they handled stage 1');
  assert.equal(whyNot(before, 'third-officer'), 'eligible');
});

test('[R30] standing in for one decision blocks as well', () => {
  const stoodIn = acknowledgedStory('magenta').on('2026-01-12').as('colleague-officer').does(decidePoint('p1'));
  assert.equal(whyNot(stoodIn, 'colleague-officer'), 'they decided a point at stage 1');
});

test('[R30][MAG-41] who is complained of or in conflict is blocked at both stages', () => {
  const declared = answeredStory().as('lead').does(conflict('head'));
  assert.equal(whyNot(declared, 'head'), 'a conflict of interest is recorded for them');
  assert.equal(whyNot(declared, 'other-head'), 'eligible');
});

test('[R30] logging a complaint or talking to the resident is no part in it; giving information is warned about', () => {
  const asked = answeredStory('magenta');
  const information = {
    requestId: 'r1',
    stage: 1,
    of: 'third-officer',
    serviceArea: 'repairs',
    dueOn: '2026-01-16',
    question: text('?'),
  } as const;
  const helped = asked.happened(
    { type: 'InformationAsked', schema: 1, occurredOn: '2026-01-12', body: information },
    {
      type: 'InformationGiven',
      schema: 1,
      occurredOn: '2026-01-13',
      body: { requestId: 'r1', answer: text('!'), by: 'third-officer' },
    },
  );
  assert.deepEqual(chosen(helped, 'third-officer'), { eligible: true, warnings: ['gave information for stage 1'] });
});

test('[R30] managing the stage 1 handler is warned about, not blocked', () => {
  assert.deepEqual(chosen(answeredStory(), 'head'), {
    eligible: true,
    warnings: ['manages Officer, who handled stage 1'],
  });
  assert.deepEqual(chosen(answeredStory(), 'other-head'), { eligible: true, warnings: [] });
});

test('[MAG-41] directors and the chief executive step in only where no head can', () => {
  const answered = answeredStory();
  assert.match(whyNot(answered, 'chief'), /only where Head of service/);
  const noHeads = answered.as('lead').does(conflict('head')).does(conflict('other-head'));
  assert.equal(whyNot(noHeads, 'director'), 'eligible');
  assert.equal(whyNot(noHeads, 'chief'), 'eligible');
  assert.match(whyNot(noHeads, 'officer'), /handled stage 1/);
  assert.match(whyNot(noHeads, 'third-officer'), /does not name their role/);
});

test('[R30] the screen lists everybody who might be thought of, the eligible first, the rest with the reason', () => {
  const list = reviewers(answeredStory('magenta').state, answeredStory('magenta').deciding);
  assert.deepEqual(
    list.map(({ person, eligibility: found }) => [person.personId, found.eligible]),
    [
      ['colleague-officer', true],
      ['third-officer', true],
      ['officer', false],
      ['lead', false],
      ['director', false],
      ['chief', false],
    ],
  );
  for (const { eligibility: found } of list) {
    if (!found.eligible) assert.ok(found.because.length > 5 && found.clause.length > 0);
  }
});

test('[R30] where nobody is left the case does not stall: it says whom to record, and the board may step in', () => {
  const everybody: Person[] = ['head', 'other-head', 'director', 'chief'];
  const answered = answeredStory().as('lead');
  const alone = everybody.reduce((story, person) => story.does(conflict(person)), answered).escalated('2026-02-02');
  assert.equal(whyNot(alone, 'board'), 'eligible');
  assert.equal(nobodyLeft(alone.state, alone.deciding), null, 'somebody of the board is left');
  const { board: _board, ...people } = alone.told.people;
  const without = alone.with({ people }).as('lead');
  assert.match(nobodyLeft(without.state, without.deciding)?.then ?? '', /outside.*Strategic Board/);
  const { why, instead } = without.refuses(
    { type: 'AssignHandler', stage: 2, personId: 'director', reason: null },
    'nobody-left',
  );
  assert.match(why, /Nobody the policy names is left/);
  assert.match(instead, /Record an independent reviewer/);
});

test('[R30] a policy whose stage 2 is held by another body names that body', () => {
  const { policy } = rulebooks.magna;
  const elsewhere = rulebook({ ...policy, stage2Review: { ...policy.stage2Review, body: 'the Review Trust' } });
  const { lead } = answeredStory().told.people;
  assert.ok(lead);
  const alone = answeredStory().with({ book: elsewhere, people: { lead, officer: { ...lead, personId: 'officer' } } });
  assert.match(nobodyLeft(alone.state, alone.deciding)?.then ?? '', /Review Trust/);
});

test('[R30] a panel is complete with as many independent people as the policy asks for', () => {
  const { policy } = rulebooks.magna;
  const two = rulebook({ ...policy, stage2Review: { ...policy.stage2Review, panelOf: 2 } });
  const one = answeredStory().with({ book: two }).escalated('2026-02-02').assigned('head', 2);
  assert.deepEqual(reviewPanel(one.state, one.deciding), { members: ['head'], needs: 2, complete: false, lacks: [] });
  const both = one.assigned('other-head', 2);
  assert.equal(reviewPanel(both.state, both.deciding).complete, true);
  const broken = both.as('lead').does(conflict('head'));
  assert.deepEqual(reviewPanel(broken.state, broken.deciding).members, ['other-head']);
});

test('[R30] a panel of one of each role says which role is lacking', () => {
  const { policy } = rulebooks.magna;
  const mixed = { ...policy.stage2Review, panelOf: 2, oneOfEach: true, reviewers: ['head-of-service', 'director'] };
  const book = rulebook({ ...policy, stage2Review: mixed });
  const one = answeredStory().with({ book }).escalated('2026-02-02').assigned('head', 2);
  assert.deepEqual(reviewPanel(one.state, one.deciding).lacks, ['director']);
});

test('[R30] having approved more time at stage 1 is warned about', () => {
  const extension = {
    type: 'DecideExtension',
    extensionId: 'x1',
    stage: 1,
    newDueOn: '2026-02-20',
    reason: text('fire'),
  } as const;
  const approved = acknowledgedStory()
    .on('2026-01-20')
    .does({ ...extension, agreement: 'agreed', goodReason: text('fire'), approvedBy: 'other-head' });
  assert.deepEqual(chosen(approved, 'other-head'), { eligible: true, warnings: ['approved something at stage 1'] });
});

test('[R30] one fitting role of several is enough', () => {
  const answered = answeredStory();
  const { head } = answered.told.people;
  assert.ok(head);
  const people = { ...answered.told.people, head: { ...head, roles: ['colleague', 'head-of-service'] } };
  assert.equal(whyNot(answered.with({ people }), 'head'), 'eligible');
});

test('[MAG-57] where nobody else is left for stage 2, the Member Responsible may take it, and the conflict is said', () => {
  const asked = answeredStory('magna').escalated('2026-02-02').as('lead');
  const barred = ['head', 'other-head', 'director'].reduce(
    (told, personId) => told.does({ type: 'DeclareConflict', personId, reason: text('a neighbour') }),
    asked,
  );
  const chief = barred.deciding.people['chief'];
  assert.ok(chief);
  const found = eligibility(barred.state, 2, chief, barred.deciding);
  assert.ok(found.eligible);
  assert.match(found.warnings.join('; '), /as Member Responsible for Complaints they tell the board .* \(MAG-57\)/);
});

test('[MAG-08][MGL-14] who is untrained or away can still be chosen, and both are said first', () => {
  const queued = story('magna').received('2026-01-05').as('lead');
  const officer = queued.told.people['officer'];
  assert.ok(officer);
  const absence = {
    absenceId: 'a',
    kind: 'planned',
    from: '2026-01-08',
    to: '2026-01-20',
    coverId: 'third-officer',
  } as const;
  const known = queued.with({
    people: { ...queued.told.people, officer: { ...officer, training: [], absences: [absence] } },
  });
  const found = eligibility(known.state, 1, { ...officer, training: [], absences: [absence] }, known.deciding);
  assert.ok(found.eligible);
  assert.match(found.warnings[0] ?? '', /^away from Thursday 8 January 2026 to Tuesday 20 January 2026 \(.+ covers\)$/);
  assert.match(found.warnings[1] ?? '', /^no recognised training in settling disputes is recorded \(MAG-08\)$/);
});
