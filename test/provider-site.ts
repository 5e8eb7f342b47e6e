/** Two landlords, of which the first signs in with a local provider: for tests of coming in through one. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { settleFromFile } from '../src/application/accounts/provider/settle.ts';
import { type AccountSite, accountSite } from './account-site.ts';
import { browserThere, type LocalProvider, startLocalProvider } from './local-provider.ts';
import type { Newcomer } from './newcomer.ts';
import type { ShownPage } from './staff-visitor.ts';

export type ProviderSite = AccountSite & {
  provider: LocalProvider;
  /** Settles it for the first landlord, with lines of YAML added to those that say where the provider is. */
  settle(
    lines: string,
    changes?: Partial<{ issuer: string; secret: string }>,
  ): Promise<{ kind: string; lines: readonly string[] }>;
  /** Goes to the provider and back in this browser; gives the page that it ends on, or the redirect. */
  through(browser: Newcomer, login: string, from?: string, there?: ReturnType<typeof browserThere>): Promise<ShownPage>;
};

export async function providerSite(): Promise<ProviderSite> {
  const site = await accountSite();
  const provider = await startLocalProvider(['http://localhost/sign-in/return']);
  after(() => provider.stop());
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redress-provider-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'sign-in.yaml');
  return {
    ...site,
    provider,
    settle(lines, { issuer = provider.issuer, secret = provider.clientSecret } = {}) {
      const where = `name: Example\nissuer: ${issuer}\nclientId: ${provider.clientId}\nscopes: [groups]\n`;
      writeFileSync(file, `${where}${lines}`);
      return settleFromFile(site.app, { slug: 'magna', file, secret }, 'http://localhost/sign-in/return');
    },
    async through(browser, login, from = '/sign-in/with/magna', there = browserThere()) {
      const out = await browser.get(from);
      assert.equal(out.status, 303, out.text.slice(0, 400));
      return browser.get(await there.go(out.location ?? '', login));
    },
  };
}
