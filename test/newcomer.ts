/** Somebody with a browser of their own and no session yet: keeps cookies, opens pages, sends forms; and a telephone with an app. */
import assert from 'node:assert/strict';
import type { Instant } from '../src/domain/calendar/dates.ts';
import { codeAt } from '../src/outside/proving/one-time-codes.ts';
import { type Fields, formFields, type Inject, type ShownPage, textOf } from './staff-visitor.ts';

export type Newcomer = {
  get(url: string): Promise<ShownPage>;
  send(url: string, fields: Fields, headers?: Record<string, string>): Promise<ShownPage>;
  /** Opens the page, fills its form in and sends it. */
  post(url: string, fields: Fields): Promise<ShownPage>;
  cookies: Map<string, string>;
};

/** A browser that has never been here. */
export function newcomer(inject: Inject, agent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0'): Newcomer {
  const cookies = new Map<string, string>();
  const ask = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { host: 'localhost', 'user-agent': agent, ...(cookie === '' ? {} : { cookie }), ...headers };
    const answer = await inject({ method, url, headers: own, ...(payload === undefined ? {} : { payload }) });
    keep(cookies, answer.headers['set-cookie']);
    const { location } = answer.headers;
    return {
      status: answer.statusCode,
      html: answer.body,
      text: textOf(answer.body),
      location: typeof location === 'string' ? location : null,
    };
  };
  const get: Newcomer['get'] = url => ask('GET', url, {});
  const send: Newcomer['send'] = (url, fields, headers = {}) => {
    const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map(one => [name, String(one)]));
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', ...headers };
    return ask('POST', url, type, new URLSearchParams(pairs).toString());
  };
  const post: Newcomer['post'] = async (url, fields) => {
    const page = await get(url);
    assert.equal(page.status, 200, `${url} answered ${page.status}: ${page.text.slice(0, 300)}`);
    return send(url, { ...formFields(page.html), ...fields });
  };
  return { get, send, post, cookies };
}

function keep(cookies: Map<string, string>, header: string | string[] | number | undefined): void {
  for (const line of [header ?? []].flat().map(String)) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/Max-Age=0/.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** The key that a page shows for the app. */
export function keyOn(html: string): string {
  const key = /data-secret="([A-Z2-7]+)"/.exec(html)?.[1];
  assert.ok(key, 'there is no key for an app on the page');
  return key;
}

/** The recovery codes that a page shows. */
export function codesOn(html: string): string[] {
  return [...html.matchAll(/<li><code>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code><\/li>/g)].map(([, code]) => code ?? '');
}

/** The path of the link that a page shows. */
export function linkOn(html: string): string {
  const link = /data-link[^>]*><code>https?:\/\/[^/<]+([^<]+)<\/code>/.exec(html)?.[1];
  assert.ok(link, 'there is no link on the page');
  return link;
}

export const goodPassword = 'kettle otter brick lamp';

/** Goes the whole way from a link to a session; gives the key of the app and the recovery codes. */
export async function acceptInvitation(
  browser: Newcomer,
  link: string,
  now: Instant,
  password = goodPassword,
): Promise<{ key: string; codes: string[] }> {
  const chosen = await browser.post(link, { password });
  assert.equal(chosen.status, 303, chosen.text.slice(0, 500));
  const app = await browser.get(chosen.location ?? '');
  const key = keyOn(app.html);
  const joined = await browser.post(chosen.location ?? '', { code: codeAt(key, now) });
  assert.equal(joined.status, 200, joined.text.slice(0, 500));
  return { key, codes: codesOn(joined.html) };
}
