/** Somebody with a browser, as far as page tests need one: reads pages, fills in forms, sends them with what the page put in. */
import assert from 'node:assert/strict';

type Request = { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; payload?: string | Buffer };
type Response = {
  statusCode: number;
  body: string;
  headers: Readonly<Record<string, string | string[] | number | undefined>>;
};
export type Inject = (request: Request) => Promise<Response>;

/** A file as a person chooses it. */
export type ChosenFile = { name: string; content: string | Uint8Array<ArrayBuffer> };

/** What a form is sent with; a list gives its name several times. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export type ShownPage = {
  status: number;
  /** The page's markup. */
  html: string;
  /** Its words as a reader sees them, with single spaces. */
  text: string;
  /** Where a redirect goes, without the host. */
  location: string | null;
};

export type Visitor = {
  get(url: string): Promise<ShownPage>;
  /** Opens the page, fills its form in and sends it, as a person would. Fails where there is no page. */
  post(url: string, fields: Fields): Promise<ShownPage>;
  /** What the form on the page would send untouched: hidden fields, and what is filled in already. */
  form(url: string): Promise<Record<string, string | string[]>>;
  /** Sends exactly these fields, for stale forms, second presses and forms nobody was shown. */
  send(url: string, fields: Fields): Promise<ShownPage>;
  /** Opens the page, fills its form in and sends it with a file, as a browser does: fields first, in their order. */
  upload(url: string, fields: Fields, file: { name: string; content: string } | null): Promise<ShownPage>;
  /** Opens the page, fills its form in, chooses files and sends it. `seal: false` sends it as another site would. */
  attach(url: string, fields: Fields, files: readonly ChosenFile[], seal?: false): Promise<ShownPage>;
};

/** A visitor; `token` gives the session to come with, which is asked for at every request. */
export function makeVisitor(inject: Inject, token: () => Promise<string>): Visitor {
  const own = async () => ({ host: 'localhost', cookie: `redress-session=${await token()}` });
  const get: Visitor['get'] = async url => shown(await inject({ method: 'GET', url, headers: await own() }));
  const send: Visitor['send'] = async (url, fields) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' };
    const request = { method: 'POST', url, payload: encoded(fields) } as const;
    return shown(await inject({ ...request, headers: { ...(await own()), ...type } }));
  };
  const form: Visitor['form'] = async url => {
    const page = await get(url);
    assert.equal(page.status, 200, `${url} answered ${page.status}: ${page.text.slice(0, 300)}`);
    return formFields(page.html);
  };
  const post: Visitor['post'] = async (url, fields) => send(url, { ...(await form(url)), ...fields });
  const upload: Visitor['upload'] = async (url, fields, file) => {
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}`, origin: 'http://localhost' };
    const payload = multipart({ ...(await form(url)), ...fields }, file);
    return shown(await inject({ method: 'POST', url, payload, headers: { ...(await own()), ...type } }));
  };
  const attach: Visitor['attach'] = async (url, fields, files, seal) => {
    const all = { ...(await form(url)), ...fields, ...(seal === false ? { _csrf: 'x' } : {}) };
    const { type, payload } = await multipartOf(all, files);
    const headers = { ...(await own()), 'content-type': type, origin: 'http://localhost' };
    return shown(await inject({ method: 'POST', url, payload, headers }));
  };
  return { get, send, form, post, upload, attach };
}

/** The body of a form with files, as a browser makes it: the fields in their order, then the files. */
export async function multipartOf(
  fields: Fields,
  files: readonly ChosenFile[],
): Promise<{ type: string; payload: Buffer }> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  for (const { name, content } of files) data.append('files', new File([content], name));
  const encoded = new Response(data);
  const type = encoded.headers.get('content-type') ?? '';
  return { type, payload: Buffer.from(await encoded.arrayBuffer()) };
}

function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map(one => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}

const boundary = '----of-the-tests';

/** A browser that no file was chosen in sends one without a name. */
function multipart(fields: Fields, file: { name: string; content: string } | null): string {
  const part = (head: string, content: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const texts = Object.entries(fields)
    .filter(([name]) => name !== 'file')
    .flatMap(([name, value]) => [value].flat().map(one => part(`name="${name}"`, one)));
  const typed = `name="file"; filename="${file?.name ?? ''}"\r\nContent-Type: text/csv`;
  return `${texts.join('')}${part(typed, file?.content ?? '')}--${boundary}--\r\n`;
}

function shown({ statusCode, body, headers }: Response): ShownPage {
  const { location } = headers;
  return {
    status: statusCode,
    html: body,
    text: textOf(body),
    location: typeof location === 'string' ? location : null,
  };
}

/** The main form of a page: the one that is not in the header. A page without one gives the session's seal alone. */
export function formFields(html: string): Record<string, string | string[]> {
  const main = /<form[^>]*class="rd-form"[^>]*>(.*?)<\/form>/s.exec(html)?.[1] ?? '';
  const fields: Record<string, string | string[]> = {};
  const add = (name: string, value: string): void => {
    const known = fields[name];
    fields[name] = known === undefined ? value : [known, value].flat();
  };
  const parts = /<input ([^>]*)>|<textarea ([^>]*)>(.*?)<\/textarea>|<select ([^>]*)>(.*?)<\/select>/gs;
  for (const [, input, area, words, select, options] of main.matchAll(parts)) {
    const own = attributes(input ?? area ?? select ?? '');
    const name = own['name'];
    if (name === undefined) continue;
    const ticked = own['type'] !== 'radio' && own['type'] !== 'checkbox' ? true : 'checked' in own;
    if (input !== undefined && ticked) add(name, own['value'] ?? '');
    if (area !== undefined) add(name, plain((words ?? '').replace(/^\n/, '')));
    if (select !== undefined) add(name, chosen(options ?? ''));
  }
  const seal = /name="_csrf" value="([^"]*)"/.exec(html)?.[1];
  return seal === undefined ? fields : { _csrf: seal, ...fields };
}

function chosen(options: string): string {
  const all = [...options.matchAll(/<option([^>]*)>/g)].map(([, own]) => attributes(own ?? ''));
  return (all.find(one => 'selected' in one) ?? all[0])?.['value'] ?? '';
}

function attributes(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name, plain(value ?? '')]));
}

/** The words of a page, without its head, marks and line breaks. */
export function textOf(html: string): string {
  const body = html.replace(/^.*<body[^>]*>/s, '').replace(/<(script|style|svg)[^>]*>.*?<\/\1>/gs, '');
  return plain(body.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
