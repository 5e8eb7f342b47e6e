/** Which part of the product may lean on which: the picture in `docs/architecture.md`, as data. */

/** What each part may import besides itself. A part that is not named here may not exist. */
export const arrow: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  storage: ['domain'],
  outside: ['domain', 'cannot-start.ts'],
  application: ['storage', 'outside', 'domain'],
  web: ['application', 'domain'],
  portal: ['application', 'domain'],
  api: ['application', 'domain'],
  inbound: ['application', 'domain'],
  jobs: ['application', 'domain'],
  cli: ['application', 'domain', 'app.ts', 'config.ts', 'cannot-start.ts'],
  'app.ts': [
    ...['application', 'storage', 'outside', 'domain', 'config.ts', 'cannot-start.ts'],
    ...['web', 'portal', 'api', 'inbound', 'jobs'],
  ],
  'config.ts': ['cannot-start.ts'],
  'cannot-start.ts': [],
  'main.ts': ['cli'],
};

/** Which packages each part may import, Node's own aside. Another one is a decision: make it here, and say why. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  storage: ['kysely', 'pg', 'canonicalize', 'graphile-worker'],
  outside: [
    ...['pg', 'yaml', 'zod', '@myriaddreamin/typst-ts-node-compiler'],
    // Signing in through a landlord's own provider.
    'openid-client',
    // Signing in: codes of an app, and how easily a password is guessed.
    ...['otpauth', '@zxcvbn-ts/core', '@zxcvbn-ts/language-common'],
    // What a file that comes in looks like.
    'file-type',
  ],
  // Files of rows come from pages and from the terminal: `application/spreadsheets/`.
  application: ['kysely', 'csv-parse'],
  web: [
    'fastify',
    '@fastify/formbody',
    '@fastify/multipart',
    '@fastify/rate-limit',
    'd3-array',
    'd3-scale',
    'd3-shape',
    'zod',
    'uqr',
  ],
  jobs: ['graphile-worker'],
  'app.ts': ['fastify'],
  'config.ts': ['zod'],
};

/**
 * Imports against the arrow that stay, each with its reason. The list only shrinks: an entry that is no longer needed fails the
 * test, and so does an import that is not on it.
 */
export const against: Readonly<Record<string, string>> = {
  'src/cli/demo.ts -> src/outside/clock.ts': 'the command chooses the clock that the product is opened with',
  'src/cli/import.ts -> src/outside/clock.ts': 'the command chooses the clock',
  'src/cli/policy.ts -> src/outside/clock.ts': 'the command chooses the clock',
  'src/cli/landlord-sign-in.ts -> src/outside/clock.ts': 'the command chooses the clock',
  'src/cli/set-up.ts -> src/outside/clock.ts': 'the command chooses the clock',
  'src/cli/rebuild.ts -> src/outside/clock.ts': 'the command chooses the clock',
  'src/cli/serve.ts -> src/outside/clock.ts': 'the command chooses the clock',
  'src/cli/work.ts -> src/outside/clock.ts': 'the command chooses the clock',
  'src/cli/serve.ts -> src/outside/port.ts': 'a taken port is refused before anything that takes long',
  'src/cli/database.ts -> src/outside/embedded-postgres/embedded-postgres.ts':
    'start-up: the database is started before there is an application to ask',
  'src/cli/database.ts -> src/outside/embedded-postgres/roles.ts': 'start-up, as above',
  'src/cli/check-database.ts -> src/storage/pools.ts':
    'start-up: the roles of a given database, before the application',
  'src/cli/schema.ts -> src/storage/migrate.ts': 'start-up: migrations, before the application',
  'src/cli/schema.ts -> src/storage/schema-state.ts': 'start-up, as above',
  'src/cli/verify.ts -> src/storage/pools.ts':
    'the proof is made without opening policies, which may not be readable then',
};

/** The first part below `src/`: a folder, or a file that stands alone. */
export function partOf(file: string): string {
  return file.split('/')[1] ?? '';
}
