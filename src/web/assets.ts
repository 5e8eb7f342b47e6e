import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Asset, readAssets } from './asset-library.ts';
import { parseColour, themeCss, themePath } from './theme.ts';

/**
 * What a page may load, sent with every page: nothing but our own files, and no script or style inside the page itself.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

let library: ReadonlyMap<string, Asset> | undefined;

function assets(): ReadonlyMap<string, Asset> {
  library ??= readAssets();
  return library;
}

/** The address of one of our files by its plain name, for example `redress.css`. An unknown name is a fault. */
export function assetPath(name: string): string {
  const asset = assets().get(name);
  if (asset === undefined) throw new Error(`There is no asset called ${name}.`);
  return asset.path;
}

type Encoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const packed = new Map<string, Promise<Buffer>>();

function encodingFor(request: FastifyRequest, type: string): Encoding {
  if (type.startsWith('font/')) return 'identity';
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

function pack(key: string, body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return Promise.resolve(body);
  const id = `${encoding} ${key}`;
  let done = packed.get(id);
  if (done === undefined) {
    done = encoding === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : zip(body);
    packed.set(id, done);
  }
  return done;
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
  forEver: boolean,
): Promise<FastifyReply> {
  const encoding = encodingFor(request, asset.type);
  const body = await pack(asset.path, asset.body, encoding);
  reply
    .header('content-type', asset.type)
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff');
  reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(body);
}

/**
 * Serves `/assets/…` and `/theme/…`. The addresses carry a hash of the content and may be kept for ever; a theme of an
 * older release is answered with today's and must be asked for again.
 */
export async function assetRoutes(app: FastifyInstance): Promise<void> {
  const byPath = new Map([...assets().values()].map(asset => [asset.path, asset]));
  app.get<{ Params: { file: string } }>('/assets/:file', async (request, reply) => {
    const asset = byPath.get(`/assets/${request.params.file}`);
    if (asset === undefined) return reply.code(404).type('text/plain').send('There is no such file.');
    return send(request, reply, asset, true);
  });
  app.get<{ Params: { file: string } }>('/theme/:file', async (request, reply) => {
    const colour = parseColour(request.params.file.slice(0, 6));
    if (colour === null) return reply.code(404).type('text/plain').send('There is no such theme.');
    const path = themePath(request.params.file.slice(0, 6));
    const asset = { path, body: Buffer.from(themeCss(colour)), type: 'text/css; charset=utf-8' };
    return send(request, reply, asset, path === `/theme/${request.params.file}`);
  });
}
