/** Somebody at work in a real browser: reads pages, fills forms in, presses buttons; every kind of page is checked once on the way. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Viewer } from '../src/application/application.ts';
import { signIn } from '../src/application/sign-in.ts';
import { axeViolations, type TestBrowser, tooWide, type WatchedPage } from './browser.ts';
import { signedInStorage } from './demonstration-site.ts';
import type { StaffSite } from './staff-site.ts';

export type DeskOptions = { site: StaffSite; base: string; browser: TestBrowser; javaScript: boolean; dark?: boolean };

/** A desk. `as` sits somebody else down at it; everything else is done by whoever sits there. */
export function openDesk({ site, base, browser, javaScript, dark = false }: DeskOptions) {
  let seat: WatchedPage | null = null;
  const troubles: string[] = [];
  const checked = new Set<string>();
  let refused = false;

  function page(): Page {
    assert.ok(seat, 'nobody sits at the desk');
    return seat.page;
  }

  /** One window for everybody, so that files are loaded once: whoever sits down brings their own session. */
  async function sitDown(person: Viewer): Promise<void> {
    const { cookies } = signedInStorage(await signIn(site.app, person));
    seat ??= await browser.open('about:blank', { javaScript, reducedMotion: true });
    await seat.context.clearCookies();
    await seat.context.addCookies(cookies);
  }

  async function close(): Promise<void> {
    if (seat === null) return;
    // A form that was shown again with what is wrong is what was asked for.
    troubles.push(...seat.troubles.filter(one => !(refused && one.includes('status of 422'))));
    await seat.context.close();
    seat = null;
  }

  /** With JavaScript every kind of page is held to the access rules; without it, to what it says and does. */
  async function look(state = ''): Promise<void> {
    const kind =
      state + new URL(page().url()).pathname.replaceAll(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]|[0-9a-f-]{36}/g, '…');
    if (!javaScript || checked.has(kind)) return;
    checked.add(kind);
    const wrong = [...(await axeViolations(page())), ...(await tooWide(page()))];
    if (dark) wrong.push(...(await inTheDark()));
    troubles.push(...wrong.map(one => `${kind}: ${one}`));
  }

  async function inTheDark(): Promise<string[]> {
    await page().emulateMedia({ colorScheme: 'dark' });
    const wrong = await axeViolations(page(), 'contrast');
    await page().emulateMedia({ colorScheme: 'light' });
    return wrong.map(one => `in the dark: ${one}`);
  }

  async function go(url: string): Promise<void> {
    const answer = await page().goto(base + url);
    assert.equal(answer?.status(), 200, `${url}: ${(await text()).slice(0, 400)}`);
    await look();
  }

  async function text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: the words as a reader sees them, without what is folded away
    return (await page().locator('body').innerText()).replaceAll(/\s+/g, ' ');
  }

  async function leadingAway(act: () => Promise<void>): Promise<void> {
    const there = page().waitForEvent('load');
    await act();
    await there;
    await look();
  }

  async function press(name: string | RegExp): Promise<void> {
    const from = page().url();
    await leadingAway(() => page().getByRole('button', { name, exact: true }).first().click());
    const errors = await page().locator('.govuk-error-summary').allInnerTexts();
    assert.deepEqual(errors, [], `${name} on ${from}`);
  }

  async function fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      const field = page().locator(`main [name="${name}"]`).first();
      const kind = await field.evaluate(element => `${element.nodeName} ${element.getAttribute('type') ?? ''}`);
      if (kind.startsWith('SELECT')) await field.selectOption(value);
      else if (/radio|checkbox/.test(kind)) await page().locator(`main [name="${name}"][value="${value}"]`).check();
      else await field.fill(value);
    }
  }

  return {
    /** What went wrong on the way: access, content policy, console. Empty when all was well. */
    troubles,
    async as(person: Viewer, url: string): Promise<void> {
      await sitDown(person);
      await go(url);
    },
    open: go,
    press,
    fill,
    text,
    /** Chooses a file in the form. */
    choose: (name: string, content: string) =>
      page()
        .locator('main input[type=file]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }),
    url: () => page().url(),
    async fillNth(selector: string, at: number, value: string): Promise<void> {
      await page().locator(`main form ${selector}`).nth(at).fill(value);
    },
    follow: (name: string | RegExp) => leadingAway(() => page().getByRole('main').getByText(name).first().click()),
    async sees(words: string, why = ''): Promise<void> {
      assert.ok(
        (await text()).includes(words),
        `“${words}” is not on ${page().url()} (${why}): ${(await text()).slice(0, 3000)}`,
      );
    },
    /** Presses a button of a form that is not filled in: it is shown again, with what is wrong in words. */
    async refuses(name: string, words: string): Promise<void> {
      refused = true;
      const there = page().waitForEvent('load');
      await page().getByRole('button', { name, exact: true }).first().click();
      await there;
      assert.ok((await page().locator('.govuk-error-summary').innerText()).includes(words), page().url());
      await look('refused ');
    },
    /** Asks for an address and is told this status, as a page. */
    async finds(url: string, status: number): Promise<void> {
      assert.equal((await page().request.get(base + url)).status(), status, url);
    },
    offers: async (name: string, value: string) =>
      (await page().locator(`[name="${name}"][value="${value}"]`).count()) > 0,
    /** Issues the letter on the page and marks it as handed over by email, from the outbox. */
    async issueAndSend(): Promise<void> {
      await press('Issue the letter');
      const letter = new URL(page().url()).pathname;
      const file = await page().request.get(`${base}${letter}/letter.pdf`);
      assert.equal(file.headers()['content-type'], 'application/pdf');
      await go('/outbox');
      const form = page().locator(`form[action="/outbox/${letter.split('/').at(-1)}"]`);
      await leadingAway(() => form.getByRole('button', { name: /^Emailed/ }).click());
      assert.match(await text(), /Marked as handed over today/);
    },
    close,
  };
}
