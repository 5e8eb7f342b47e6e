import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, type Story, send } from '../../../test/complaint-story.ts';
import type { CommandOf } from './commands.ts';
import type { NeedInCase } from './events.ts';
import type { Reaching } from './follow-needs.ts';

const need = (kind: NeedInCase['kind'], more: Partial<NeedInCase> = {}): NeedInCase => ({
  ...{ kind, detail: text(kind), needId: kind },
  ...more,
});
const needing = (...needs: NeedInCase[]): Story =>
  acknowledgedStory().does({ type: 'RecordNeeds', personId: 'resident', needs });
const contact = (told: Story, reaching: Reaching = {}): CommandOf<'RecordContact'> => ({
  ...{ type: 'RecordContact', stage: 1, on: told.told.today, kind: 'discussion', note: text('spoke') },
  ...reaching,
});
const byPost = need('contact', { ways: ['post', 'visit'] });
const afterFour = need('contact-times', { hours: { from: '16:00', to: '20:00' } });

test('[MAG-06] somebody who asked for letters is not rung without saying why, and the reason is kept', () => {
  const told = needing(byPost);
  told.refuses(contact(told), 'way-of-contact-needed');
  told.refuses(contact(told, { way: 'call' }), 'need-not-followed');
  const rung = told.does(contact(told, { way: 'call', despite: text('the ceiling came down') }));
  assert.deepEqual(rung.state.departures, [
    { needs: ['contact'], why: text('the ceiling came down'), on: told.told.today, what: 'contact' },
  ]);
  assert.deepEqual(told.does(contact(told, { way: 'visit' })).state.departures, []);
  assert.deepEqual(told.does(contact(told, { way: 'they-came-to-us' })).state.departures, []);
});

test('[MAG-06] hours are kept to, and a reason is not kept where nothing was missed', () => {
  const told = needing(afterFour);
  told.refuses(contact(told, { way: 'call' }), 'time-of-contact-needed');
  told.refuses(contact(told, { way: 'call', at: '09:30' }), 'need-not-followed');
  assert.deepEqual(told.does(contact(told, { way: 'call', at: '16:00' })).state.departures, []);
  const excused = told.does(contact(told, { way: 'call', at: '17:00', despite: text('no need') }));
  assert.deepEqual(excused.state.departures, []);
  assert.deepEqual(told.does(contact(told, { way: 'email' })).state.departures, [], 'an email waits to be read');
});

test('[MAG-06] whoever visits says that two people went, or why one did', () => {
  const told = needing(need('two-people'));
  told.refuses(contact(told, { way: 'visit' }), 'need-not-followed');
  assert.deepEqual(told.does(contact(told, { way: 'visit', kept: ['two-people'] })).state.departures, []);
  const alone = told.does(contact(told, { way: 'visit', despite: text('colleague ill') }));
  assert.deepEqual(alone.state.departures[0]?.needs, ['two-people']);
  told.does(contact(told, { way: 'call' }));
});

test('[MAG-06] an update follows what they need as any contact does', () => {
  const told = needing(byPost).does({
    ...{ type: 'AgreeUpdates', stage: 1, on: '2026-01-09', firstOn: '2026-01-26', how: 'letter', note: text('agreed') },
    every: { value: 5, unit: 'working-days' },
  });
  const update = { type: 'GiveUpdate', stage: 1, on: told.told.today, how: 'phone', note: text('soon') } as const;
  told.refuses({ ...update, way: 'call' }, 'need-not-followed');
  const given = told.does({ ...update, way: 'call', despite: text('urgent') });
  assert.equal(given.state.departures[0]?.what, 'update');
});

test('[MAG-06][MGL-32] a letter goes by a way that suits its reader, or with the reason', () => {
  const told = needing(byPost).on('2026-01-21').decided().issued('response', 1);
  told.refuses(send('response-1', '2026-01-21', 'email'), 'need-not-followed');
  told.does(send('response-1', '2026-01-21', 'post'));
  const sent = told.does({ ...send('response-1', '2026-01-21', 'email'), despite: text('asked for both') });
  assert.equal(sent.state.departures[0]?.what, 'letter');
});

test('[MAG-06][MGL-32][R7] a plain response to somebody who reads braille asks why, and the answer is kept', () => {
  const told = needing(need('braille')).on('2026-01-21').decided().issued('response', 1);
  const plain = { ...send('response-1', '2026-01-21', 'post'), format: { as: 'plain', calledOn: null } } as const;
  told.refuses(plain, 'need-not-followed');
  const sent = told.does({ ...plain, despite: text('the printer is late') });
  assert.deepEqual(sent.state.departures[0]?.needs, ['braille']);
});

test('[MAG-06] what was recorded before ways and hours were asked for is shown and not judged', () => {
  const told = needing(need('contact'), need('contact-times'), need('hearing'));
  told.does(contact(told));
});
