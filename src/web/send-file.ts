import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** A file as a whole, or as it is made. */
export type FileAnswer = { bytes: Uint8Array | string | Readable; type: string; name: string; inline?: boolean };

/** Sends a file: to be saved, or shown in a page that may do nothing. It is kept by nobody on the way and is never taken for a page. */
export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const plain = file.name.replaceAll(/[^\w.-]+/g, '-');
  const exact = encodeURIComponent(file.name).replaceAll(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
  const how = file.inline === true ? 'inline' : 'attachment';
  return reply
    .header('content-type', file.type)
    .header('content-disposition', `${how}; filename="${plain}"; filename*=UTF-8''${exact}`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    .send(file.bytes);
}
