import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../../test/complaint-cast.ts';
import { story } from '../../../../test/complaint-story.ts';
import type { CommandOf } from '../commands.ts';
import { groundsFor } from '../exclusion.ts';

const petition = (signatories: number): CommandOf<'RecordPetition'> => ({
  type: 'RecordPetition',
  signatories,
  listKept: text('in the folder of the court'),
});
const planning: CommandOf<'RefuseComplaint'> = {
  type: 'RefuseComplaint',
  groundId: 'petition-planning',
  answers: { 'which-application': 'APP/26/0042', 'about-our-service': 'no' },
  reasons: text('the council decides about it'),
};
const link: CommandOf<'LinkServiceRequest'> = { type: 'LinkServiceRequest', requestId: 'r1', why: 'about' };

test('[MGL-35] a petition is a complaint with a lead and a number of signatories; the newest number counts', () => {
  const logged = story('magenta').received('2026-01-05');
  const signed = logged.does(petition(43));
  assert.deepEqual([signed.state.petition?.signatories, signed.state.petition?.on], [43, '2026-01-05']);
  assert.equal(signed.does(petition(51)).state.petition?.signatories, 51);
  assert.ok(signed.isOwed('acknowledge-1'), 'it is answered like any complaint');
  for (const few of [1, 0, 2.5]) logged.refuses(petition(few), 'petition-needs-many');
});

test('[MGL-35][R20] politics, planning and what is beyond control are grounds for petitions alone, never where our part is in it', () => {
  const logged = story('magenta').received('2026-01-05').as('lead');
  logged.refuses(planning, 'ground-for-petitions');
  const ids = (at: typeof logged) => groundsFor(at.deciding.policy, at.state).map(one => one.id);
  const forPetitions = ['petition-political', 'petition-beyond-control', 'petition-planning'];
  assert.ok(forPetitions.every(id => !ids(logged).includes(id)));
  const signed = logged.does(petition(43));
  assert.ok(forPetitions.every(id => ids(signed).includes(id)));
  assert.equal(signed.does(planning).state.refusal?.groundId, 'petition-planning');
  signed.refuses({ ...planning, answers: { ...planning.answers, 'about-our-service': 'yes' } }, 'ground-barred');
});

test('[MAG-14][MAG-21] a request for a service is linked to a complaint once, as what it is about or as its background', () => {
  const linked = story().received('2026-01-05').does(link);
  assert.deepEqual(linked.state.requests, [{ requestId: 'r1', why: 'about' }]);
  linked.refuses({ ...link, why: 'background' }, 'already-linked');
  assert.equal(linked.does({ ...link, requestId: 'r2', why: 'background' }).state.requests.length, 2);
});
