/**
 * Every route that the router knows, as everybody there is: each role of both landlords, the other landlord's people, somebody who only
 * looks after the installation, whom the complaint is about, and nobody. What happens is what `route-permissions.ts` and
 * `domain/access/permissions.ts` say, which is what `docs/permissions.md` shows.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administratorAt, type Subject, subjectAt } from '../../test/every-route.ts';
import { type LandlordName, staffSite } from '../../test/staff-site.ts';
import type { Viewer } from '../application/application.ts';
import { signIn } from '../application/sign-in.ts';
import { holds, permissionOf } from '../domain/access/permissions.ts';
import { recordInScope, scopeOf, seesWholeCase } from '../domain/access/scope.ts';
import { maySeeReferral } from '../domain/referral/who.ts';
import { routePermissions } from './route-permissions.ts';
import { formToken } from './session-cookie.ts';

const site = await staffSite();
const subjects: Record<LandlordName, Subject> = {
  magna: await subjectAt(site, 'magna'),
  magenta: await subjectAt(site, 'magenta'),
};
const administrator = await administratorAt(site, 'magna');
const everybody: readonly Viewer[] = [
  ...(['magna', 'magenta'] as const).flatMap(name => site[name].people.filter((_, index) => index % 2 === 0)),
  site.magna.person('complaints-adviser', 1),
  administrator,
];

type What = 'open' | 'forbidden' | 'nothing' | 'sign-in' | 'fault';
type Answer = { what: What; headers: Readonly<Record<string, unknown>>; status: number };

/** Routes that end or change the session of whoever asks: they are asked last, by nobody. */
const endsSession = new Set(['POST /sign-out']);
const [secret, origin] = ['of the tests', 'http://localhost'];

async function ask(
  route: string,
  subject: Subject,
  token: string | null,
  how: { sealed: boolean } = { sealed: true },
): Promise<Answer> {
  const [method = '', pattern = ''] = route.split(' ');
  const url = pattern.replaceAll(
    /:([a-z]+)/gi,
    (_, part: string) => subject.parts[part] ?? assert.fail(`${route}: ${part}`),
  );
  const query = pattern.startsWith('/drafts/') ? '?form=note' : '';
  const cookie = token === null ? {} : { cookie: `redress-session=${token}` };
  const headers = { host: 'localhost', ...cookie };
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin };
  const seal = token === null || !how.sealed ? '' : `_csrf=${formToken(secret, token)}`;
  const answer =
    method === 'GET'
      ? await site.inject({ method: 'GET', url: url + query, headers })
      : await site.inject({ method: 'POST', url: url + query, headers: { ...headers, ...form }, payload: seal });
  return {
    what: whatOf(answer.statusCode, answer.headers['location']),
    headers: answer.headers,
    status: answer.statusCode,
  };
}

function whatOf(status: number, location: unknown): What {
  if (status >= 500) return 'fault';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'nothing';
  return status === 303 && String(location).startsWith('/sign-in?back') ? 'sign-in' : 'open';
}

/** What should happen, by the table. */
async function expected(route: string, subject: Subject, who: Viewer | null): Promise<What> {
  const id = routePermissions.get(route) ?? assert.fail(`${route} has no line in src/web/route-permissions.ts`);
  const { needs } = permissionOf(id);
  if (needs.kind === 'anybody') return 'open';
  if (who === null) return 'sign-in';
  const home = site.magna.people.includes(who) || who === administrator ? 'magna' : 'magenta';
  const { policy } = site.app.packs.current(home);
  if (!holds(who.roles, id, policy)) return 'forbidden';
  // These people were made without accounts, so there is nothing of theirs to change.
  if (id === 'own-account' && /\/account\/(password|app|recovery-codes|sessions)/.test(route)) return 'nothing';
  if (subject.landlord !== home && /:(reference|letter|record|person)/.test(route)) return 'nothing';
  const state = await subject.state();
  const scope = scopeOf(who, policy);
  if (id === 'see-dissatisfaction') return recordInScope(scope, subject) ? 'open' : 'nothing';
  if (id === 'see-referral') {
    const seen = maySeeReferral(who, subject, state, policy);
    // The walk's address names no act of a referral.
    return seen && !route.includes(':act') ? 'open' : 'nothing';
  }
  const ofCase = needs.kind === 'case' || route.includes(':reference');
  return !ofCase || seesWholeCase(scope, state) ? 'open' : 'nothing';
}

function protects({ headers, what }: Answer, route: string): void {
  const policy = String(headers['content-security-policy'] ?? '');
  assert.match(policy, /default-src 'none'/, `${route} (${what}) has no content policy`);
  assert.doesNotMatch(policy, /unsafe-(inline|eval)/, route);
  assert.equal(headers['x-content-type-options'], 'nosniff', route);
  assert.match(policy, /frame-ancestors 'none'/, route);
  assert.equal(headers['strict-transport-security'], undefined, 'promised over plain http');
}

const ownRule = (route: string): boolean =>
  [
    ...[
      'keep-register',
      'find-known',
      'take-contact',
      'answer-question',
      'look-after-team',
      'see-resident',
      'keep-service-requests',
    ],
  ].includes(routePermissions.get(route) ?? '');

async function walk(who: Viewer | null): Promise<string[]> {
  const token = who === null ? null : await signIn(site.app, who);
  const wrong: string[] = [];
  for (const subject of Object.values(subjects)) {
    for (const route of site.routes.filter(one => !endsSession.has(one))) {
      const [should, did] = [await expected(route, subject, who), await ask(route, subject, token)];
      protects(did, route);
      const anybodys = permissionOf(routePermissions.get(route) ?? 'come-in').needs.kind === 'anybody';
      // A link that is none, a file that is none: found by nobody, which is no matter of who asks.
      // What stands for its part of the address is nobody's: found or not is no matter of who asks.
      const none =
        did.what === 'nothing' && /:(file|request|import|building|absence|resident|handover)|\/account\//.test(route);
      // What has a rule of its own is told where that rule stands; here only that nobody gets in unsigned, and nothing fails.
      const own = ownRule(route) && !['sign-in', 'fault'].includes(did.what) && who !== null;
      const fits = none || own || (anybodys ? !['sign-in', 'fault'].includes(did.what) : did.what === should);
      if (!fits)
        wrong.push(`${route} of ${subject.landlord}: ${did.what} (${did.status}) where the table says ${should}`);
    }
  }
  return wrong;
}

test('[MAG-11] every route is in the table of permissions, and the table names no route that is gone', () => {
  const known = new Set(site.routes);
  assert.ok(known.size > 60, String(known.size));
  assert.deepEqual(
    [...known].filter(route => !routePermissions.has(route)),
    [],
  );
  assert.deepEqual(
    [...routePermissions.keys()].filter(route => !known.has(route)),
    [],
  );
});

test('[MAG-11] nobody who is not signed in gets past signing in', async () => {
  assert.deepEqual(await walk(null), []);
});

for (const who of everybody) {
  test(`[MAG-11][MGL-43] every route as ${who.roles.join(', ')} (${who.name}): what happens is what the table says`, async () => {
    assert.deepEqual(await walk(who), []);
  });
}

test('[MAG-11][MAG-32] every route of a complaint as whom it turned out to be about', async () => {
  const head = site.magna.person('head-of-service');
  const { parts } = subjects.magna;
  const lead = await site.as(site.magna.person('complaints-resolution-lead'));
  const sent = await lead.post(`/cases/${parts['reference']}/do/complained-of`, {
    person: head.personId,
    reason: 'Named',
  });
  assert.equal(sent.status, 303, sent.text);
  assert.equal(await expected('GET /cases/:reference', subjects.magna, head), 'nothing');
  assert.deepEqual(await walk(head), []);
});

test('no form is taken without the session’s seal, nor from another site, and nothing happens', async () => {
  const lead = site.magna.person('complaints-resolution-lead');
  const token = await signIn(site.app, lead);
  const { rows: before } = await site.database.admin.query('select count(*) from event');
  for (const route of site.routes.filter(one => one.startsWith('POST '))) {
    const id = routePermissions.get(route) ?? assert.fail(route);
    if (permissionOf(id).needs.kind === 'anybody') continue;
    const { what } = await ask(route, subjects.magna, token, { sealed: false });
    assert.equal(what, 'forbidden', route);
  }
  const { rows: after } = await site.database.admin.query('select count(*) from event');
  assert.deepEqual(after, before);
});
