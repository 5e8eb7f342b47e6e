/** `/account`: one's own password, app, recovery codes and sessions. */
import { endOwnSessions, ownAccount } from '../../../application/accounts/own-account.ts';
import type { Reading } from '../../../application/reading.ts';
import { paths, withQuery } from '../../paths.ts';
import { type Answer, formField, type StaffRoutes, type Visit } from '../../visit.ts';
import { appPages } from './app.ts';
import { codesPages } from './codes.ts';
import { passwordPages } from './password.ts';
import { showProve, showProven } from './prove.ts';
import { accountView } from './view.ts';

/** Registers the pages. */
export function accountRoutes(routes: StaffRoutes): void {
  routes.get(paths.account.pattern, show);
  routes.post(paths.accountSessions.pattern, endSessions);
  routes.get(paths.accountProve.pattern, showProve);
  routes.get(paths.accountProven.pattern, async visit => showProven(visit));
  const pages = [
    [paths.accountPassword.pattern, passwordPages],
    [paths.accountApp.pattern, appPages],
    [paths.accountCodes.pattern, codesPages],
  ] as const;
  for (const [pattern, { show: asking, send }] of pages) {
    routes.get(pattern, async (visit, tx) => ((await hasAccount(visit, tx)) ? asking(visit) : null));
    routes.post(pattern, async visit => ((await visit.read(tx => hasAccount(visit, tx))) ? send(visit) : null));
  }
}

/** In the demonstration nobody has one: there is nothing to prove. */
async function hasAccount({ viewer, now }: Visit, tx: Reading): Promise<boolean> {
  return (await ownAccount(tx, viewer, now)).account !== null;
}

/** Whether somebody comes in with something of their own: an account here, or one at their landlord's provider. */
async function comesIn({ viewer, now }: Visit, tx: Reading): Promise<boolean> {
  const { account, throughProviderSince } = await ownAccount(tx, viewer, now);
  return account !== null || throughProviderSince !== null;
}

const sentences: Readonly<Record<string, string>> = {
  password: 'Your password is changed. Your other sessions have ended.',
  app: 'The new app is set up, and the one before opens nothing any more. Your other sessions have ended.',
  session: 'The session has ended.',
  sessions: 'All your other sessions have ended.',
};

async function show(visit: Visit, tx: Reading): Promise<Answer> {
  const { viewer, now, present, query } = visit;
  const own = await ownAccount(tx, viewer, now);
  const left = own.account?.recoveryCodesLeft ?? 0;
  const recovery = `You came in with a recovery code. It is used up; you have ${left === 0 ? 'none' : left} left.`;
  return visit.page({
    title: 'Your account',
    width: 'reading',
    content: accountView({
      ...{ own, name: viewer.name, sessionId: present.sessionId, seal: visit.seal() },
      provider: visit.landlord.providerName,
    }),
    done: query['done'] === 'recovery' ? recovery : sentences[query['done'] ?? ''],
  });
}

async function endSessions(visit: Visit): Promise<Answer> {
  if (!(await visit.read(tx => comesIn(visit, tx)))) return null;
  const which = formField(visit.body, 'session') ?? '';
  const others = which === 'others';
  if (!others && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(which)) return { redirect: paths.account() };
  await endOwnSessions(visit.app, visit.present, which);
  return { redirect: withQuery(paths.account(), { done: others ? 'sessions' : 'session' }) };
}
