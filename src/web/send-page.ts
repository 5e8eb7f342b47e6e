import type { FastifyReply } from 'fastify';
import { contentSecurityPolicy } from './assets.ts';
import type { Html } from './html.ts';

/**
 * Sends a page. The status is 200 unless said: 422 for a form that must be put right, 404, 403, 500. A page about people is
 * never kept by the browser or anything between, and may load nothing but our own files. `secretAddress`: whoever knows the address may
 * open it, so nobody is told it, and nothing lists it.
 */
export function sendPage(reply: FastifyReply, page: Html, status = 200, secretAddress = false): FastifyReply {
  if (secretAddress) void reply.header('x-robots-tag', 'noindex, nofollow, noarchive');
  return (
    reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy)
      .header('cache-control', 'no-store')
      .header('referrer-policy', secretAddress ? 'no-referrer' : 'same-origin')
      .header('x-content-type-options', 'nosniff')
      // Encoded once: as text it would be measured first and encoded when it is written.
      .send(Buffer.from(page.markup))
  );
}
