import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import test, { type TestContext } from 'node:test';
import { type ScannerAddress, scan } from './clamav.ts';

/** A daemon that speaks INSTREAM as clamd does: it reads pieces with their lengths until one of nought, then answers. */
async function daemon(t: TestContext, answer: (bytes: Buffer) => string | null): Promise<ScannerAddress> {
  const server = createServer(socket => void serve(socket, answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { host: '127.0.0.1', port: address.port };
}

async function serve(socket: Socket, answer: (bytes: Buffer) => string | null): Promise<void> {
  let waiting = Buffer.alloc(0);
  const file: Buffer[] = [];
  socket.on('error', () => undefined);
  for await (const piece of socket) {
    waiting = Buffer.concat([waiting, piece]);
    if (waiting.subarray(0, 10).toString() === 'zINSTREAM\0') waiting = waiting.subarray(10);
    while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE()) {
      const length = waiting.readUInt32BE();
      if (length === 0) {
        const said = answer(Buffer.concat(file));
        if (said !== null) socket.end(`${said}\0`);
        return;
      }
      file.push(waiting.subarray(4, 4 + length));
      waiting = waiting.subarray(4 + length);
    }
  }
}

async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

const signature = 'a line that the daemon has a signature for';

test('a file is sent in pieces and judged as a whole', async t => {
  const address = await daemon(t, bytes =>
    bytes.includes(signature) ? 'stream: Redress.Test.UNOFFICIAL FOUND' : 'stream: OK',
  );
  assert.deepEqual(await scan(address, pieces('a letter ', 'about a roof')), { is: 'clean' });
  const half = Math.floor(signature.length / 2);
  const found = await scan(address, pieces('x', signature.slice(0, half), signature.slice(half), 'y'));
  assert.deepEqual(found, { is: 'infected', found: 'Redress.Test.UNOFFICIAL' });
});

test('an empty file, and pieces larger than the network takes at once, are judged too', async t => {
  const sizes: number[] = [];
  const address = await daemon(t, bytes => {
    sizes.push(bytes.length);
    return 'stream: OK';
  });
  assert.deepEqual(await scan(address, pieces()), { is: 'clean' });
  assert.deepEqual(await scan(address, pieces('z'.repeat(3_000_000), 'z')), { is: 'clean' });
  assert.deepEqual(sizes, [0, 3_000_001]);
});

test('a daemon that is not there, hangs up, keeps silent or says something else has not judged', async t => {
  const gone = await daemon(t, () => null);
  assert.equal((await scan({ host: '127.0.0.1', port: 1 }, pieces('x'))).is, 'unreachable');
  assert.equal((await scan({ path: '/nowhere/clamd.ctl' }, pieces('x'))).is, 'unreachable');
  const silent = await scan(gone, pieces('x'), 100);
  assert.ok(silent.is === 'unreachable');
  const full = await daemon(t, () => 'INSTREAM size limit exceeded. ERROR');
  const refused = await scan(full, pieces('x'));
  assert.ok(refused.is === 'unreachable' && /size limit/.test(refused.why));
});
