import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulebooks, text } from '../../../../test/complaint-cast.ts';
import { acknowledgedStory, logCommand, story } from '../../../../test/complaint-story.ts';
import { addressee } from '../../letters/addressee.ts';
import { standingOf } from '../standing.ts';

test('[MAG-01][MGL-12] every kind of customer can complain, members of the public and former customers too', () => {
  for (const landlord of ['magna', 'magenta'] as const) {
    for (const complainantType of ['tenant', 'former-resident', 'leaseholder', 'public']) {
      const { state } = story(landlord).received('2026-01-05', { complainantType });
      assert.equal(state.complainantType, complainantType);
    }
  }
});

test('[R1][MAG-02] who has the Ombudsman follows from who they are, and unsure counts as yes', () => {
  const { policy } = rulebooks.magna;
  assert.equal(standingOf('tenant', policy), 'yes');
  assert.equal(standingOf('former-resident', policy), 'yes', 'for matters of that time');
  assert.equal(standingOf('estate', policy), 'yes');
  assert.equal(standingOf('freeholder', policy), 'no');
  assert.equal(standingOf('public', policy), 'no');
  assert.equal(standingOf('not-sure', policy), 'unsure');
  assert.equal(standingOf('somebody the policy forgot', policy), 'unsure');
  assert.equal(story().received('2026-01-05', { complainantType: 'public' }).state.standing, 'no');
});

test('[R3][MAG-12][MGL-03] received is the day anybody was first told, however late it was recognised, and that lateness shows', () => {
  const late = story().received('2026-01-05', { toldTo: 'contractor', channel: 'contractor' }, '2026-01-14');
  assert.equal(late.state.receivedOn, '2026-01-05');
  assert.equal(late.state.loggedOn, '2026-01-14');
  assert.equal(late.status('acknowledge-1'), 'overdue', 'it was due on the 12th, counted from the day it was told');
});

test('[R3] a complaint cannot have been received after today', () => {
  const { why } = story().on('2026-01-05').refuses(logCommand('2026-01-06'), 'date-in-future');
  assert.match(why, /Monday 5 January 2026/);
});

test('[MAG-28][MGL-17] anybody on the staff can log a complaint; who is not on the staff cannot', () => {
  assert.equal(story().received('2026-01-05').state.loggedBy, 'colleague');
  story().as('contractor').refuses(logCommand('2026-01-05'), 'not-your-role');
});

test('[R68][MGL-45] from the day it is logged a complaint carries its category, area, home and the policy then in force', () => {
  const { state } = story('magenta').received('2026-01-05', { relevantStock: false, contractor: 'Acme Repairs' });
  assert.equal(state.category, 'property-condition');
  assert.equal(state.serviceArea, 'repairs');
  assert.equal(state.contractor, 'Acme Repairs');
  assert.equal(state.tenure, 'social rent');
  assert.equal(state.relevantStock, false);
  const { id, version } = rulebooks.magenta.policy;
  assert.deepEqual(state.policy, { id, version: version.version, packHash: 'pack' });
});

test('[R68] what the policy does not list is asked again, never guessed', () => {
  for (const wrong of [
    { category: 'weather' },
    { channel: 'pigeon' },
    { complainantType: 'cat' },
    { serviceArea: 'moon' },
  ]) {
    story().refuses(logCommand('2026-01-05', wrong), 'not-in-policy');
  }
});

test('[MAG-21][R64] earlier complaints and the one it was split from are linked, each once', () => {
  const { state } = story().received('2026-01-05', { earlierCaseIds: ['old', 'older', 'old'], splitFrom: 'parent' });
  assert.deepEqual(state.links, [
    { otherCaseId: 'parent', why: 'split-from' },
    { otherCaseId: 'old', why: 'earlier' },
    { otherCaseId: 'older', why: 'earlier' },
  ]);
});

test('[R64] the complaint of another resident of the home is linked, once', () => {
  const link = { type: 'LinkCase', otherCaseId: 'neighbour', why: 'household' } as const;
  const linked = story().received('2026-01-05').does(link);
  linked.refuses(link, 'already-linked');
});

test('a complaint is logged once, and nothing can be done with one that does not exist', () => {
  story().received('2026-01-05').as('colleague').refuses(logCommand('2026-01-05'), 'already-logged');
  story().refuses({ type: 'AddNote', note: text('hello') }, 'no-such-complaint');
});

test('[R24] a wrong received date is corrected with a reason and somebody else’s approval, and the first stays in the record', () => {
  const logged = story().received('2026-01-07');
  const correct = {
    type: 'CorrectReceivedDate',
    to: '2026-01-05',
    reason: text('the voicemail'),
    approvedBy: 'lead',
  } as const;
  const corrected = logged.does(correct);
  assert.equal(corrected.owed('acknowledge-1').dueOn, '2026-01-12', 'it was the 14th before');
  assert.deepEqual(corrected.state.receiptCorrections, [{ on: '2026-01-07', from: '2026-01-07', to: '2026-01-05' }]);
  assert.equal(corrected.events[0]?.occurredOn, '2026-01-07', 'the first record is not rewritten');
});

test('[R24] a correction is not approved by oneself or by somebody without that power, and changes something', () => {
  const logged = story().received('2026-01-07');
  const correct = {
    type: 'CorrectReceivedDate',
    to: '2026-01-05',
    reason: text('why'),
    approvedBy: 'officer',
  } as const;
  logged.refuses(correct, 'correction-needs-approval');
  logged.as('lead').refuses({ ...correct, approvedBy: 'lead' }, 'correction-needs-approval');
  logged.refuses({ ...correct, approvedBy: 'colleague' }, 'correction-needs-approval');
  logged.refuses({ ...correct, to: '2026-01-07', approvedBy: 'lead' }, 'nothing-changes');
  logged.refuses({ ...correct, to: '2026-01-08', approvedBy: 'lead' }, 'date-in-future');
  logged.on('2026-01-09').refuses({ ...correct, to: '2026-01-08', approvedBy: 'lead' }, 'date-after');
});

test('[R22][MAG-03] a complaint through somebody else is received on contact; letters go to them once there is authority', () => {
  const through = story().received('2026-01-05', { representativeId: 'niece' });
  assert.equal(through.state.receivedOn, '2026-01-05');
  assert.equal(addressee(through.state, '2026-01-05'), 'resident');
  const given = {
    type: 'RecordRepresentative',
    personId: 'niece',
    scope: 'full',
    evidence: text('form'),
    until: '2026-06-30',
  } as const;
  const authorised = through.does(given);
  assert.equal(addressee(authorised.state, '2026-06-30'), 'niece');
  assert.equal(addressee(authorised.state, '2026-07-01'), 'resident', 'authority ends');
  through.refuses({ ...given, until: '2026-01-04' }, 'date-before');
  through.refuses({ ...given, personId: 'resident' }, 'representative-is-complainant');
});

test('[R60] what somebody needs is kept for the person and replaced as a whole', () => {
  const needs = (kind: 'braille' | 'contact') => ({
    type: 'RecordNeeds' as const,
    personId: 'resident',
    needs: [{ kind, detail: text(kind) }],
  });
  const told = story().received('2026-01-05').does(needs('braille')).does(needs('contact'));
  assert.deepEqual(told.state.needs, [{ personId: 'resident', kind: 'contact', detail: text('contact') }]);
});

test('[R4] notes, links and needs move no clock', () => {
  const before = acknowledgedStory();
  const after = before
    .does({ type: 'AddNote', note: text('called') })
    .does({ type: 'LinkCase', otherCaseId: 'x', why: 'earlier' })
    .does({ type: 'RecordNeeds', personId: 'resident', needs: [] });
  assert.deepEqual(after.obligations(), before.obligations());
});
