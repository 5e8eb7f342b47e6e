import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import test from 'node:test';
import { acknowledgedStory, answeredStory, type Story, story } from '../../../test/complaint-story.ts';
import { testDatabase } from '../../../test/database.ts';
import { addDays, type LocalDate } from '../../domain/calendar/dates.ts';
import { answeredState, type CaseWord } from '../../domain/complaint/outcome.ts';
import { readInLandlord } from '../../storage/landlord-transaction.ts';
import { caseRows } from '../case-rows.ts';
import { casePage } from './all-cases.ts';
import { usualOrder } from './case-order.ts';
import { everything, type ListedState, listedStates } from './case-selection.ts';

const database = await testDatabase();
const landlordId = await database.addLandlord();

/** What the list calls each of the domain's words; `answered` is told apart by the window. */
const listed: Record<CaseWord, readonly ListedState[]> = {
  logged: ['to-acknowledge'],
  acknowledged: ['investigating'],
  investigating: ['investigating'],
  answered: ['answered', 'answered-open'],
  'stage 2 awaits the answer': ['asked-early'],
  'stage 2 requested': ['to-acknowledge'],
  'stage 2 declined': ['declined'],
  'stage 2 acknowledged': ['investigating'],
  'stage 2 investigating': ['investigating'],
  'stage 2 answered': ['answered'],
  withdrawn: ['withdrawn'],
  refused: ['refused'],
  closed: ['closed'],
};

const promise = {
  type: 'PromiseAction',
  actionId: 'a1',
  stage: 1,
  pointId: null,
  owner: { kind: 'team', name: 'Repairs' },
  what: { textId: 'text', commitment: 'c' },
  dueOn: '2026-02-27',
  dateGivenBy: null,
} as const;

const stories: [string, Story][] = [
  ['logged', story().received('2026-01-05')],
  ['acknowledged', acknowledgedStory()],
  ['answered', answeredStory()],
  ['answered under the other policy', answeredStory('magenta')],
  ['answered with a promise', acknowledgedStory().does(promise).responded('2026-01-23')],
  ['stage 2 asked for', answeredStory().escalated('2026-01-26')],
  ['stage 2 asked for before the answer', acknowledgedStory().escalated('2026-01-14')],
  ['stage 2 asked for before anything', story().received('2026-01-05').escalated('2026-01-06')],
  ['stage 2 asked for when the answer was late', acknowledgedStory().escalated('2026-03-02')],
];

async function add({ state, deciding }: Story, obligations: ReturnType<Story['obligations']>): Promise<string> {
  const caseId = randomUUIDv7();
  const words = { complainant: undefined, representative: undefined, address: null };
  const { index } = caseRows({ landlordId, caseId }, state, obligations, words, deciding, '2026-01-05T10:00:00.000Z');
  // The people and homes of stories have short names of their own, where the rows have ids.
  const row = Object.entries({ ...index, reference: caseId }).map(([name, value]) => [
    name,
    ['complainant_id', 'representative_id', 'home_id', 'handler_id', 'logged_by'].includes(name) ? null : value,
  ]);
  await database.admin.query('set session_replication_role = replica');
  await database.admin.query(
    `insert into case_index (${row.map(([name]) => name).join(', ')}) values (${row.map((_, at) => `$${at + 1}`).join(', ')})`,
    row.map(([, value]) => value),
  );
  await database.admin.query('set session_replication_role = origin');
  return caseId;
}

test('[R46][R21] the list says of a case on any day what the domain says of it, and each filter finds exactly its own', async () => {
  for (const [name, told] of stories) {
    const caseId = await add(told, told.obligations());
    const days: LocalDate[] = [0, 10, 31, 32, 33, 180, 200, 400].map(days => addDays('2026-01-26', days));
    for (const today of days) {
      const expected = listed[answeredState(told.state, told.deciding, today)];
      const found: ListedState[] = [];
      for (const state of listedStates) {
        const of = {
          landlordId,
          scope: { kind: 'all' as const, personId: '00000000-0000-7000-8000-000000000000', roles: [] },
          selection: { ...everything, state },
          today,
        };
        const page = await readInLandlord(database.app, landlordId, tx => casePage(tx, of, usualOrder('due'), null));
        const row = page.rows.find(one => one.caseId === caseId);
        if (row === undefined) continue;
        found.push(state);
        assert.equal(row.state, state, `${name}, ${today}: the filter and the word differ`);
      }
      assert.equal(found.length, 1, `${name}, ${today}: found as ${found.join(' and ') || 'nothing'}`);
      assert.ok(
        found.every(one => expected.includes(one)),
        `${name}, ${today}: ${found}, expected ${expected}`,
      );
    }
  }
});
