import type { FastifyInstance } from 'fastify';
import type { ColourScheme } from './layouts/document.ts';
import { paths } from './paths.ts';

const cookieName = 'redress-colours';
const year = 365 * 24 * 60 * 60;

function isScheme(value: unknown): value is ColourScheme {
  return value === 'light' || value === 'dark' || value === 'system';
}

/** The colours that a person chose on this device, from the request's `Cookie` header; `system` where none was chosen. */
export function colourSchemeOf(cookieHeader: string | undefined): ColourScheme {
  const match = /(?:^|;\s*)redress-colours=(light|dark)(?:;|$)/.exec(cookieHeader ?? '');
  return isScheme(match?.[1]) ? match[1] : 'system';
}

/** Only an address on this site: a path that a browser cannot read as another host. */
export function localAddress(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : paths.home();
}

/**
 * Takes the choice of light, dark or the device's own from the person's menu, keeps it in a cookie and goes back. It
 * needs no script and, as it changes nothing but colours, no sign-in.
 */
export async function appearanceRoutes(app: FastifyInstance): Promise<void> {
  app.post<{ Body: { scheme?: unknown; back?: unknown } | null }>(paths.appearance.pattern, async (request, reply) => {
    const scheme = request.body?.scheme;
    const kept = isScheme(scheme) ? scheme : 'system';
    const age = kept === 'system' ? 0 : year;
    reply.header('set-cookie', `${cookieName}=${kept}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax`);
    return reply.redirect(localAddress(request.body?.back), 303);
  });
}
