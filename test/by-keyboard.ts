/** Somebody who uses the keys alone: goes from one thing to the next with Tab, chooses with arrows, presses with Enter or the space bar. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** More presses than any page of ours should need. */
const most = 150;

export type Keyboard = ReturnType<typeof byKeyboard>;

export function byKeyboard(page: Page) {
  const focused = (target: Locator): Promise<boolean> =>
    target
      .and(page.locator(':focus'))
      .count()
      .then(count => count > 0);

  /** Presses Tab until one of these has the focus. */
  async function tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      if (await focused(target)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${most} presses of Tab on ${page.url()} did not come to ${String(target)}`);
  }

  /** Goes to a link or a button and presses Enter; the page that follows is there when this is done. */
  async function press(target: Locator): Promise<void> {
    await tabTo(target);
    const there = page.waitForEvent('load');
    await page.keyboard.press('Enter');
    await there;
  }

  /** Goes to the field of this name in the page's form and types. */
  async function type(name: string, words: string): Promise<void> {
    await tabTo(page.locator(`main [name="${name}"]`));
    await page.keyboard.type(words);
  }

  /** Goes to the list of this name and types the beginning of an entry, as one does. */
  async function select(name: string, entry: string): Promise<void> {
    await tabTo(page.locator(`main select[name="${name}"]`));
    await page.keyboard.type(entry);
  }

  /** Goes into the group of round buttons of this name and chooses with the arrows. */
  async function choose(name: string, value: string): Promise<void> {
    await tabTo(page.locator(`main [type="radio"][name="${name}"]`));
    const wanted = page.locator(`main [type="radio"][name="${name}"][value="${value}"]`);
    await page.keyboard.press('Space');
    for (let presses = 0; presses < most && !(await wanted.isChecked()); presses += 1) {
      await page.keyboard.press('ArrowDown');
    }
    assert.ok(await wanted.isChecked(), `${name} could not be set to ${value} on ${page.url()}`);
  }

  return { tabTo, press, type, select, choose };
}
