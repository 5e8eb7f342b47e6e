/** Requests as fast as they are answered, for a while; every answer is looked at. */
import autocannon from 'autocannon';
import { percentile } from './table.ts';

export type Asked = {
  url: string;
  cookie?: string;
  connections?: number;
  seconds: number;
  /** The status that every answer must have. */
  expected?: number;
  /** A new form for each request. */
  form?: () => URLSearchParams;
};

export type Loaded = { requests: number; perSecond: number; p95: number };

/** Loads an address and gives what came of it; throws where any answer was not the expected one. */
export async function load(asked: Asked): Promise<Loaded> {
  const { url, cookie, connections = 10, seconds, expected = 200, form } = asked;
  const times: number[] = [];
  const others = new Map<number, number>();
  const headers = cookie === undefined ? {} : { cookie };
  const origin = new URL(url).origin;
  const posts = {
    setupRequest: (request: object) => ({
      ...request,
      method: 'POST',
      path: new URL(url).pathname,
      headers: { ...headers, origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: form?.().toString() ?? '',
    }),
  };
  const begun = performance.now();
  const { errors, timeouts } = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
    ...(form === undefined ? {} : { requests: [posts] }),
  }).on('response', (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status !== expected) others.set(status, (others.get(status) ?? 0) + 1);
  });
  const took = (performance.now() - begun) / 1000;
  if (others.size > 0 || errors > 0 || timeouts > 0 || times.length === 0) {
    const said = [...others].map(([status, count]) => `${count} × ${status}`).join(', ');
    throw new Error(`${url}: of ${times.length} answers ${said || 'none'} were not ${expected}; ${errors} errors.`);
  }
  return { requests: times.length, perSecond: times.length / took, p95: percentile(times, 95) };
}
