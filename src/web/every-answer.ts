import type { FastifyInstance } from 'fastify';

/** Where nothing stricter is said: files, redirects, downloads load nothing and stand in no frame. */
const nothingLoads = "default-src 'none'; frame-ancestors 'none'";
/** Two years; only where people come in over https, because it cannot be taken back. */
const httpsOnly = 'max-age=63072000; includeSubDomains';

/** The headers that every answer carries, whichever page or file it is. */
export function everyAnswer(web: FastifyInstance, https: boolean): void {
  web.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', nothingLoads);
    if (!reply.hasHeader('referrer-policy')) reply.header('referrer-policy', 'same-origin');
    reply
      .header('x-content-type-options', 'nosniff')
      .header('x-frame-options', 'DENY')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (https) reply.header('strict-transport-security', httpsOnly);
    done(null, payload);
  });
}
