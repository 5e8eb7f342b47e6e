/** A duty to write is met by what reaches its reader in a form they can use, and by nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../../test/complaint-cast.ts';
import { acknowledgedStory, type Story, send, story } from '../../../test/complaint-story.ts';
import type { LocalDate } from '../calendar/dates.ts';
import type { CommandOf } from './commands.ts';
import type { SentFormat } from './events.ts';
import { nextSteps } from './next-steps.ts';

const back = (letterId: string, on: LocalDate, why: 'bounced' | 'wrong-address' | 'not-posted') =>
  ({ type: 'ReturnLetter', letterId, on, why, note: text('came back') }) as const;

test('[R7][MAG-28] a phone call is never the acknowledgement', () => {
  const called = story()
    .received('2026-01-05')
    .assigned()
    .defined()
    .on('2026-01-06')
    .does({
      type: 'RecordContact',
      stage: 1,
      on: '2026-01-06',
      kind: 'discussion',
      note: text('told her that we have it'),
    });
  assert.equal(called.status('acknowledge-1'), 'due');
  assert.equal(called.status('acknowledge-1', '2026-01-20'), 'overdue');
});

const ways = ['bounced', 'wrong-address', 'not-posted'] as const;

test('[R7] whatever kind of letter comes back, its duty is owed again from the first date', () => {
  const acknowledged = acknowledgedStory().on('2026-01-12');
  const declined = acknowledgedStory()
    .responded('2026-01-23')
    .escalated('2026-02-24')
    .on('2026-02-25')
    .as('lead')
    .does({ type: 'RefuseEscalation', groundId: 'late', reasons: text('late'), supportedBy: null })
    .issued('escalation-refusal', 2);
  const early = acknowledged.escalated('2026-01-12').issued('update', 2);
  const extended = acknowledged
    .does({
      ...{ type: 'DecideExtension', extensionId: 'x', stage: 1, newDueOn: '2026-01-30', reason: text('roof') },
      ...{ agreement: 'agreed', goodReason: null, approvedBy: null },
    })
    .issued('extension', 1, { extensionId: 'x', quotesDate: '2026-01-30' });
  const cases: [string, Story, string, string][] = [
    [
      'acknowledgement',
      story().received('2026-01-05').assigned().defined().issued('acknowledgement', 1),
      'acknowledgement-1',
      'acknowledge-1',
    ],
    ['response', acknowledged.decided().issued('response', 1), 'response-1', 'respond-1'],
    ['refusal of stage 2', declined, 'escalation-refusal-2', 'acknowledge-2'],
    ['reply to an early request', early, 'update-2', 'reply-to-early-request'],
    ['extension notice', extended, 'extension-1', 'send-extension-notice-x'],
  ];
  for (const [kind, issued, letterId, duty] of cases) {
    const before = issued.owed(duty);
    assert.equal(before.dischargedOn, null, `${kind}: issuing discharges nothing`);
    for (const why of ways) {
      const lost = issued.sent(letterId).does(back(letterId, issued.told.today, why));
      assert.deepEqual([lost.owed(duty).dischargedOn, lost.owed(duty).dueOn], [null, before.dueOn], `${kind}, ${why}`);
    }
  }
});

test('[R7][R9] a notice that came back moves no date, and tells nobody the new one', () => {
  const told = acknowledgedStory()
    .on('2026-01-12')
    .does({
      ...{ type: 'DecideExtension', extensionId: 'x', stage: 1, newDueOn: '2026-01-30', reason: text('roof') },
      ...{ agreement: 'agreed', goodReason: null, approvedBy: null },
    })
    .issued('extension', 1, { extensionId: 'x', quotesDate: '2026-01-30' })
    .sent('extension-1');
  assert.equal(told.owed('respond-1').dueOn, '2026-01-30');
  const lost = told.does(back('extension-1', '2026-01-12', 'bounced'));
  assert.equal(lost.owed('respond-1').dueOn, '2026-01-23');
  assert.equal(lost.owed('respond-1').promisedOn, null);
});

const needing = (...kinds: ('braille' | 'language' | 'large-print')[]) =>
  acknowledgedStory().does({
    type: 'RecordNeeds',
    personId: 'resident',
    needs: kinds.map(kind => ({ kind, detail: text(kind) })),
  });
const answering = (told = needing('braille')) => told.on('2026-01-21').decided().issued('response', 1);
const sending = (format: SentFormat | undefined, on: LocalDate = '2026-01-21') => ({
  ...send('response-1', on, 'post'),
  ...(format === undefined ? {} : { format }),
  ...(format?.as === 'plain' ? { despite: text('the braille is late') } : {}),
});
const plain = { as: 'plain', calledOn: null } as const;
const called = { as: 'plain', calledOn: '2026-01-22' } as const;
const braille = { as: 'braille', calledOn: null } as const;

test('[R7][MAG-06] the agreed format is due on the day of the response, with the day by which to order it', () => {
  const told = needing('braille', 'large-print');
  const owed = told.owed('send-format-1-braille');
  assert.equal(owed.dueOn, told.owed('respond-1').dueOn);
  assert.match(owed.rule, /about 7 working days to make, so order it by Wednesday 14 January 2026/);
  assert.match(told.owed('respond-1').rule, /in braille the same day, or it is no response/);
  assert.equal(told.isOwed('send-format-1-large-print'), false, 'the letter itself is printed large');
});

test('[R7] a landlord’s own figure for making a format goes before ours', () => {
  const told = needing('braille');
  const policy = {
    ...told.told.book.policy,
    formatLeadTimes: [{ format: 'braille', value: 2, unit: 'working-days', why: 'their supplier' }] as const,
  };
  const own = told.with({
    book: { ...told.told.book, policy: { ...policy, formatLeadTimes: [...policy.formatLeadTimes] } },
  });
  assert.match(own.owed('send-format-1-braille').rule, /order it by Wednesday 21 January 2026/);
});

test('[R7] it has to be said in what a response went to somebody with an agreed format', () => {
  answering().refuses(sending(undefined), 'format-not-said');
  answering().refuses(sending({ as: 'audio', calledOn: null }), 'format-not-agreed');
  answering(acknowledgedStory()).refuses(sending(braille), 'format-not-agreed');
  answering().refuses(sending({ as: 'plain', calledOn: '2026-02-01' }), 'date-in-future');
});

test('[R7] a response in a format that its reader cannot use is no response', () => {
  const sent = answering().does(sending(plain));
  assert.equal(sent.owed('respond-1').dischargedOn, null);
  assert.equal(sent.status('respond-1', '2026-02-02'), 'overdue');
  assert.deepEqual(
    nextSteps(sent.state, sent.deciding)
      .filter(one => one.letter === 'response')
      .map(one => one.act),
    ['SendLetter'],
  );
  assert.equal(sent.does(sending(braille)).status('respond-1'), 'met');
});

test('[R7] in the agreed format it discharges both duties', () => {
  const sent = answering().does(sending(braille));
  assert.equal(sent.status('respond-1'), 'met');
  assert.equal(sent.status('send-format-1-braille'), 'met');
  sent.refuses(sending(braille), 'letter-sent-already');
});

test('[R7] plain with a call counts from the later of the two; the agreed format stays owed and is late on its own', () => {
  const sent = answering().on('2026-01-22').does(sending(called));
  assert.equal(sent.owed('respond-1').dischargedOn, '2026-01-22', 'the call came the day after');
  assert.equal(sent.owed('send-format-1-braille').dischargedOn, null);
  assert.equal(sent.status('send-format-1-braille', '2026-02-02'), 'overdue');
  const followed = sent.on('2026-02-03').does(sending(braille, '2026-02-03'));
  assert.equal(followed.owed('respond-1').dischargedOn, '2026-01-22');
  assert.equal(followed.status('send-format-1-braille'), 'late', 'it counts against adjustments');
  followed.refuses(sending(plain, '2026-02-03'), 'letter-sent-already');
});

test('[R7] a need that was recorded after the response makes nothing late', () => {
  const later = acknowledgedStory()
    .responded('2026-01-21')
    .does({
      type: 'RecordNeeds',
      personId: 'resident',
      needs: [{ kind: 'braille', detail: text('grade 2') }],
    });
  assert.equal(later.status('respond-1'), 'met');
  assert.equal(later.isOwed('send-format-1-braille'), false);
});

test('[R66] a response to a wrong address: not sent, a data incident with an owner, sent anew, and the window from true receipt', () => {
  const sent = acknowledgedStory('magenta').responded('2026-01-21', 1, 'post');
  const lost = sent.on('2026-01-26').does(back('response-1', '2026-01-26', 'wrong-address'));
  assert.equal(lost.status('respond-1'), 'overdue');
  const incident = lost.owed('close-data-incident-response-1');
  assert.deepEqual([incident.owner.personId, incident.dueOn], ['officer', '2026-01-29']);
  lost.refuses(send('response-1', '2026-01-26'), 'letter-misaddressed');
  const anew = lost.issued('response', 1, { letterId: 'anew' }).sent('anew');
  assert.equal(anew.state.timeline.stage1.respondedOn, '2026-01-26');
  assert.equal(anew.status('respond-1'), 'late');
  assert.equal(
    anew.state.letters.find(one => one.letterId === 'response-1')?.returns[0]?.why,
    'wrong-address',
    'the misdirected copy stays, marked',
  );
  assert.equal(anew.status('close-data-incident-response-1'), 'due', 'sending anew closes no incident');
});

test('[R66] a data incident is closed by who records what became of the copy, once', () => {
  const close = {
    type: 'CloseDataIncident',
    letterId: 'response-1',
    copy: 'came-back',
    reported: false,
    note: text('unopened'),
  } as const;
  acknowledgedStory().responded('2026-01-21').refuses(close, 'no-data-incident');
  const lost = acknowledgedStory()
    .responded('2026-01-21')
    .does(back('response-1', '2026-01-21', 'wrong-address'));
  const closed = lost.on('2026-01-22').does(close);
  assert.equal(closed.status('close-data-incident-response-1'), 'met');
  closed.refuses(close, 'no-data-incident');
});

test('[R66] contact details are corrected for who is in the case, with how we know; nothing else changes by it', () => {
  const correct = (personId: string): CommandOf<'CorrectContact'> => ({
    type: 'CorrectContact',
    personId,
    details: [{ kind: 'address', text: text('2 Elm Row') }],
    reason: text('she rang'),
  });
  const told = acknowledgedStory();
  told.refuses(correct('neighbour'), 'not-in-this-case');
  told.refuses({ ...correct('resident'), details: [] }, 'nothing-corrected');
  assert.equal(told.does(correct('resident')).events.at(-1)?.type, 'ContactDetailsCorrected');
});
