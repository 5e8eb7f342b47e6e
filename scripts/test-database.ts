/**
 * A throw-away PostgreSQL for running database tests by hand:
 *
 *     node scripts/test-database.ts          (leave it running; Ctrl-C stops it)
 *     eval "$(node scripts/test-database.ts --exports)"   (in another terminal)
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../src/cannot-start.ts';
import { startTestCluster } from '../src/outside/embedded-postgres/test-cluster.ts';
import { databaseUrl } from '../src/outside/embedded-postgres/urls.ts';

const folder = '/tmp/redress-test-database';
const run = path.join(folder, 'run');

function exportLines(): string {
  return [
    `export REDRESS_TEST_ADMIN_URL='${databaseUrl(run, 'postgres', 'postgres')}'`,
    `export REDRESS_TEST_OWNER_URL='${databaseUrl(run, 'redress_owner', 'redress')}'`,
    `export REDRESS_TEST_APP_URL='${databaseUrl(run, 'redress_app', 'redress')}'`,
    '',
  ].join('\n');
}

if (process.argv.includes('--exports')) {
  process.stdout.write(exportLines());
} else {
  try {
    mkdirSync(folder, { recursive: true });
    const { server } = await startTestCluster(folder);
    process.stdout.write(exportLines());
    const keepAlive = setInterval(() => undefined, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        clearInterval(keepAlive);
        void server.stop();
      });
    }
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    process.stdout.write(exportLines());
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
