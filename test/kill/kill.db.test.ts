/** kill -9 while complaints are being logged: what was acknowledged is there, once, and the record is whole. */
import assert from 'node:assert/strict';
import { randomInt, randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { productFolder } from '../../src/config.ts';
import { addHours, type Instant } from '../../src/domain/calendar/dates.ts';
import { joinEmbeddedPostgres } from '../../src/outside/embedded-postgres/embedded-postgres.ts';
import { isFaults, loadPack } from '../../src/outside/policy-files/load-pack.ts';
import { inLandlord } from '../../src/storage/landlord-transaction.ts';
import { addLandlord, addPerson } from '../../src/storage/landlords.ts';
import { type Database, openDatabase } from '../../src/storage/pools.ts';
import { beginSession } from '../../src/storage/sessions.ts';
import { logUntilGone, type Sent, send } from './officer.ts';
import { postmaster, processesOf, redress, type Served, serve } from './served.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'redress-kill-'));
let served: Served | undefined;
after(async () => {
  await served?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

/** What is killed in which round. */
const shortRun = ['server', 'database', 'server', 'database'] as const;
const rounds = process.env['REDRESS_TEST_WIDE'] === '1' ? [...shortRun, ...shortRun, ...shortRun] : shortRun;
const officers = 6;
/** A busy machine gets fewer rounds, but one of each kind. */
const longest = process.env['REDRESS_TEST_WIDE'] === '1' ? Number.POSITIVE_INFINITY : 40_000;

/** As a query beside the server. */
async function beside<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const running = await joinEmbeddedPostgres(folder);
  assert.ok(running);
  const database = openDatabase(running.appUrl, { max: 2, applicationName: 'redress kill test' });
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

/** A landlord with one officer, signed in. */
async function officerSignedIn(now: Instant): Promise<{ landlordId: string; token: string }> {
  const pack = await loadPack(path.join(productFolder, 'policies', 'magna'));
  assert.ok(!isFaults(pack));
  const role = pack.policy.roles.find(one => one.seniority === 'officer' && one.may.includes('log'));
  assert.ok(role);
  const [landlordId, personId] = [randomUUIDv7(), randomUUIDv7()];
  const { id: policyId, landlord } = pack.policy;
  return beside(async database => {
    await inLandlord(database, landlordId, async tx => {
      const known = { slug: policyId, name: landlord.name, policyId, demonstration: false, createdAt: now };
      await addLandlord(tx, { landlordId, ...known });
      const named = { name: 'Ada Officer', sortName: 'officer ada', email: null, jobTitle: null, team: null };
      await addPerson(tx, landlordId, { personId, ...named, managerId: null, roles: [role.id], createdAt: now });
    });
    const token = await beginSession(database, { landlordId, personId, now, expiresAt: addHours(now, 12) });
    return { landlordId, token };
  });
}

/** Logs with many hands until something is killed at a moment that nobody can foresee; all is gone afterwards. */
async function loggedUntilKilled(running: Served, token: string, round: number, what: string): Promise<Sent[]> {
  const sent: Sent[] = [];
  const hands = Array.from({ length: officers }, (_, hand) =>
    logUntilGone(running.address, token, `officer ${round}-${hand}`, sent),
  );
  await pause(randomInt(400, 2000));
  if (what === 'database') process.kill(postmaster(folder), 'SIGKILL');
  else await running.end('SIGKILL');
  await running.gone;
  await Promise.all(hands);
  return sent;
}

/** The references of the complaints in which each text stands. */
function found(landlordId: string, sent: readonly Sent[]): Promise<Map<string, string[]>> {
  return beside(database =>
    inLandlord(database, landlordId, async tx => {
      const rows = await tx
        .selectFrom('personal_text')
        .innerJoin('case_index', 'case_index.case_id', 'personal_text.subject')
        .innerJoin('search_text', 'search_text.case_id', 'personal_text.subject')
        .select(['case_index.reference', 'personal_text.value'])
        .where('personal_text.class', '=', 'complaint')
        .execute();
      const of = (words: string) => rows.filter(row => row.value === words).map(row => row.reference);
      return new Map(sent.map(({ words }) => [words, of(words)]));
    }),
  );
}

test('kill -9 of the server or the database at any moment loses nothing that was acknowledged, and doubles nothing', async t => {
  served = await serve(folder);
  const { landlordId, token } = await officerSignedIn(new Date().toISOString() as Instant);
  let [acknowledged, unanswered] = [0, 0];
  const began = performance.now();
  let played = 0;
  for (const [round, what] of rounds.entries()) {
    if (played >= 2 && performance.now() - began > longest) break;
    played += 1;
    const sent = await loggedUntilKilled(served, token, round, what);
    served = await serve(folder);
    t.diagnostic(`${what} killed: ${sent.length} forms sent, ready again after ${Math.round(served.readyAfter)} ms`);
    const before = await found(landlordId, sent);
    for (const one of sent) {
      const { reference } = one;
      if (reference === null) unanswered += 1;
      else acknowledged += 1;
      if (reference !== null) assert.deepEqual(before.get(one.words), [reference], 'what was acknowledged is there');
      // A person whose page did not come presses the button again.
      const again = await send(served.address, token, one);
      if (reference !== null) assert.equal(again, reference, 'the same complaint, not another one');
      one.reference = again;
    }
    const now = await found(landlordId, sent);
    for (const { words, reference } of sent)
      assert.deepEqual(now.get(words), [reference], 'and nothing is there twice');
  }
  t.diagnostic(`${acknowledged} acknowledged, ${unanswered} cut off`);
  assert.ok(acknowledged >= played, `${acknowledged} is too few to mean anything`);
  const proof = await redress(folder, 'verify');
  assert.equal(proof.code, 0, proof.out);
  assert.match(proof.out, /Nothing was altered, lost or moved\./);
});

test('what a killed server had started ends by itself, and a stopped one leaves nothing behind', async () => {
  assert.ok(served);
  const last = served;
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    const running = signal === 'SIGKILL' ? last : await serve(folder);
    served = running;
    if (process.platform === 'linux') assert.ok(processesOf(folder).length >= 2, 'the server and its database');
    await running.end(signal);
    // A killed one's children notice it; a stopped one has waited for its own.
    const patience = signal === 'SIGKILL' ? 400 : 1;
    for (let tries = 0; tries < patience && processesOf(folder).length > 0; tries += 1) await pause(50);
    assert.deepEqual(processesOf(folder), [], `after ${signal}`);
  }
});
