/** The network port that pages are served at. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { CannotStart, systemErrorCode } from '../cannot-start.ts';

/** What can be opened on a port: the web server, of which nothing else is needed here. */
type Web = {
  listen(at: { readonly host: string; readonly port: number }): PromiseLike<unknown>;
  readonly server: Pick<Server, 'address'>;
};

type Place = { readonly host: string; readonly port: number; readonly publicUrl: string | undefined };

/** Refuses a port or host that cannot be had, before anything that takes long is begun. */
export async function refuseTakenPort({ host, port }: Pick<Place, 'host' | 'port'>): Promise<void> {
  const trial = createServer().listen({ host, port });
  try {
    await once(trial, 'listening');
  } catch (error) {
    throw explained(error, host, port);
  }
  trial.close();
  await once(trial, 'close');
}

/** Opens the port. Returns the address to type into a browser; a port or host that cannot be had is a sentence. */
export async function listen(web: Web, { host, port, publicUrl }: Place): Promise<string> {
  try {
    await web.listen({ host, port });
  } catch (error) {
    throw explained(error, host, port);
  }
  const bound = web.server.address() as AddressInfo;
  const anywhere = host === '0.0.0.0' || host === '::';
  const name = anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return publicUrl ?? `http://${name}:${bound.port}`;
}

function explained(error: unknown, host: string, port: number): unknown {
  switch (systemErrorCode(error)) {
    case 'EADDRINUSE':
      return new CannotStart(
        `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.`,
      );
    case 'EACCES':
      return new CannotStart(`This user may not open port ${port}. Choose one above 1023 with PORT.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CannotStart(`HOST is ${host}, and that is not an address of this computer.`);
    default:
      return error;
  }
}
