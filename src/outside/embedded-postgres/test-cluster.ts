import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

/** What the database tests read to find their server. */
export type TestDatabaseAddresses = {
  readonly REDRESS_TEST_ADMIN_URL: string;
  readonly REDRESS_TEST_OWNER_URL: string;
  readonly REDRESS_TEST_APP_URL: string;
};

/** Only ever for throw-away data: much faster, and a power cut loses it. */
const throwAwaySettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
  max_wal_size: '256MB',
};

/** A throw-away server in the given folder that many test processes may share. */
export async function startTestCluster(
  folder: string,
  nativeFolder?: string,
): Promise<{ readonly server: EmbeddedPostgres; readonly addresses: TestDatabaseAddresses }> {
  const server = await startEmbeddedPostgres({
    dataFolder: folder,
    say: () => undefined,
    onUnexpectedEnd: why => process.stderr.write(`${why}\n`),
    settings: throwAwaySettings,
    ...(nativeFolder === undefined ? {} : { nativeFolder }),
  });
  const addresses = {
    REDRESS_TEST_ADMIN_URL: server.adminUrl,
    REDRESS_TEST_OWNER_URL: server.ownerUrl,
    REDRESS_TEST_APP_URL: server.appUrl,
  };
  return { server, addresses };
}
