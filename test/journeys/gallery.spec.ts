import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { gallery, galleryUrls } from '../../scripts/gallery.ts';
import { axeViolations, startBrowser, type TestBrowser, tooSmall, tooWide, type WatchedPage } from '../browser.ts';

let app: FastifyInstance;
let base: string;
let browser: TestBrowser;

before(async () => {
  app = await gallery();
  base = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await startBrowser();
});

after(async () => {
  await browser.close();
  await app.close();
});

async function visit(
  url: string,
  options: Parameters<TestBrowser['open']>[1],
  look: (page: WatchedPage) => Promise<void>,
) {
  const watched = await browser.open(base + url, options);
  try {
    await look(watched);
  } finally {
    await watched.context.close();
  }
}

test('every component can be used by everybody, light and dark, and nothing is stopped by the content policy', async () => {
  const wrong: string[] = [];
  for (const url of galleryUrls) {
    await visit(url, {}, async ({ page, troubles }) => {
      const light = await axeViolations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = (await axeViolations(page, 'contrast')).map(line => `dark: ${line}`);
      wrong.push(...[...light, ...dark, ...troubles].map(line => `${url} ${line}`));
    });
  }
  assert.equal(wrong.join('\n'), '');
});

test('at 320 pixels, which is 400 % zoom, nothing is cut off and everything can be hit', async () => {
  const wrong: string[] = [];
  for (const url of galleryUrls) {
    await visit(url, { width: 320 }, async ({ page }) => {
      wrong.push(...[...(await tooWide(page)), ...(await tooSmall(page))].map(line => `${url} ${line}`));
    });
  }
  assert.equal(wrong.join('\n'), '');
});

test('without JavaScript the menu, the person’s menu and every section are open to use', async () => {
  await visit('/', { width: 320, javaScript: false }, async ({ page }) => {
    assert.ok(await page.getByRole('link', { name: 'Outbox' }).isVisible());
    assert.equal(await page.getByRole('button', { name: 'Menu' }).count(), 0);
    await page.locator('.rd-header__person > summary').click();
    await page.getByRole('button', { name: 'Dark' }).click();
    assert.equal(await page.locator('html').getAttribute('data-scheme'), 'dark');
  });
});

test('the slash goes to the search, the question mark shows the keys, g and a letter goes elsewhere', async () => {
  await visit('/case', {}, async ({ page }) => {
    await page.keyboard.press('/');
    assert.equal(await page.locator(':focus').getAttribute('id'), 'rd-search');
    await page.keyboard.type('?');
    assert.equal(await page.getByRole('dialog').count(), 0, 'a key typed into a field is a letter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    assert.ok(await page.getByRole('dialog').getByText('Draft the response').isVisible());
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.waitForURL(`${base}/performance`);
  });
});

test('the keys can be turned off, and stay off', async () => {
  await visit('/case', {}, async ({ page }) => {
    await page.keyboard.press('?');
    await page.getByLabel('Use these keys on this device').uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.keyboard.press('r');
    await page.keyboard.press('?');
    assert.equal(page.url(), `${base}/case`);
    assert.equal(await page.getByRole('dialog').count(), 0);
  });
});

test('a draft is saved a second after typing stops, and the page says when', async () => {
  await visit('/form', {}, async ({ page }) => {
    const saved = page.waitForRequest(request => request.url() === `${base}/drafts/gallery`);
    await page.getByLabel('What went wrong?').pressSequentially('Nobody came.');
    assert.match((await saved).postData() ?? '', /words=Nobody\+came\./);
    await page.getByText('Saved at 14:05').waitFor();
  });
});

test('a draft that cannot be saved says so, keeps the words and warns before they are lost', async () => {
  await visit('/form', {}, async ({ page, context }) => {
    await context.setOffline(true);
    await page.getByLabel('What went wrong?').pressSequentially('Nobody came.');
    await page.getByText('Not saved: no connection').waitFor();
    let warned = false;
    page.on('dialog', dialog => {
      warned = dialog.type() === 'beforeunload';
      void dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await new Promise(resolve => setTimeout(resolve, 300));
    assert.ok(warned);
    await context.setOffline(false);
  });
});

test('a form that is wrong comes back with everything typed, and each error leads to its field', async () => {
  await visit('/form', {}, async ({ page }) => {
    await page.getByLabel('Day').fill('31');
    await page.getByLabel('Month').fill('2');
    await page.getByLabel('Year').fill('2026');
    await page.getByLabel('What went wrong?').fill('<script>alert(1)</script> ריבוי 🏠');
    await page.getByRole('button', { name: 'Log the complaint' }).click();
    await page.getByRole('link', { name: /must be a real date/ }).click();
    assert.equal(await page.locator(':focus').getAttribute('id'), 'received-day');
    assert.equal(await page.getByLabel('What went wrong?').inputValue(), '<script>alert(1)</script> ריבוי 🏠');
    assert.match(await page.title(), /^Error: /);
    assert.deepEqual(await axeViolations(page), []);
  });
});

test('a focused thing is not hidden under the header of a case', async () => {
  await visit('/case', { height: 700 }, async ({ page }) => {
    for (let i = 0; i < 40; i++) await page.keyboard.press('Tab');
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Shift+Tab');
      const seen: boolean = await page.evaluate(`(() => {
        const e = document.activeElement, box = e.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return e === document.body || e.closest('.rd-casehead') !== null || top === e || e.contains(top) || (top?.contains(e) ?? false);
      })()`);
      assert.ok(seen, await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)'));
    }
  });
});
