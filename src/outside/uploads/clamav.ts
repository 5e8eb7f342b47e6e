/** Asking a ClamAV daemon about a file, over its INSTREAM protocol: pieces with their length before them, then one of length nought. */
import { createConnection, type Socket } from 'node:net';

/** `unreachable`: nobody answered, or not with an answer; it can be asked again. */
export type Scanned = { is: 'clean' } | { is: 'infected'; found: string } | { is: 'unreachable'; why: string };

/** Where the daemon listens: `host:port`, or the path of its socket. */
export type ScannerAddress = { host: string; port: number } | { path: string };

const longestAnswer = 4096;

/** Asks about one file. Never rejects: what keeps it from an answer is one. */
export async function scan(
  address: ScannerAddress,
  pieces: AsyncIterable<Buffer>,
  patienceMs = 60_000,
): Promise<Scanned> {
  const socket = createConnection(address);
  socket.setTimeout(patienceMs, () => socket.destroy(new Error(`no answer within ${patienceMs} ms`)));
  const answered = answerOf(socket);
  answered.catch(() => undefined);
  try {
    await send(socket, 'zINSTREAM\0');
    for await (const piece of pieces) {
      await send(socket, lengthOf(piece.length));
      await send(socket, piece);
    }
    await send(socket, lengthOf(0));
    return verdict(await answered);
  } catch (error) {
    // A daemon that has enough of a file says so and hangs up while we are still sending.
    const said = await answered.catch(() => '');
    return said === ''
      ? { is: 'unreachable', why: error instanceof Error ? error.message : String(error) }
      : verdict(said);
  } finally {
    socket.destroy();
  }
}

function verdict(answer: string): Scanned {
  const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  if (found !== undefined) return { is: 'infected', found };
  return answer === 'stream: OK' ? { is: 'clean' } : { is: 'unreachable', why: `it answered “${answer}”` };
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}

function send(socket: Socket, what: Buffer | string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(what, error => (error ? reject(error) : resolve()));
  });
}

async function answerOf(socket: Socket): Promise<string> {
  let said = '';
  for await (const piece of socket) {
    said += String(piece);
    if (said.includes('\0') || said.length > longestAnswer) break;
  }
  return said.replace(/\0.*$/s, '').trim();
}
