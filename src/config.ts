import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';

/** The folder that holds the product itself: `policies/`, `db/`, `src/`. */
export const productFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** The settings, checked. Paths are absolute. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** What people type to reach it, without a slash at the end; undefined means `http://HOST:PORT`. */
  readonly publicUrl: string | undefined;
  readonly database: { readonly kind: 'embedded' } | DatabaseAddresses;
  readonly dataFolder: string;
  readonly policiesFolder: string;
  /** The Ed25519 key that signs checkpoints, and the secret where none is set, live here: outside the database. */
  readonly keyFolder: string;
  /** Seals forms and sessions; undefined means: one is made and kept in the key folder. */
  readonly secret: string | undefined;
  /** For the one command that settles a sign-in provider. */
  readonly clientSecret: string | undefined;
  readonly demo: 'auto' | 'on' | 'off';
  /** How long, in days, what is only kept for a while is kept. */
  readonly keeping: { readonly drafts: number; readonly receipts: number };
  /** The largest file that may be sent, in megabytes, and how many at once; a landlord's policy may set less. */
  readonly largestFile: number;
  readonly mostFiles: number;
  /** The ClamAV daemon that files are scanned by; undefined: they are not. */
  readonly clamav: ScannerAddress | undefined;
  readonly logLevel: LogLevel;
};

export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

export type DatabaseAddresses = { readonly kind: 'given'; readonly appUrl: string; readonly ownerUrl: string };

/** Several hosts may stand in it, separated by commas, so it is not a URL in the strict sense. */
const databaseAddress = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/[^\s/]*\/[^\s/?]+(\?\S*)?$/,
    'an address such as postgresql://redress_app:password@db.example.org/redress',
  );

const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, `one of ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);

const webAddress = z
  .string()
  .refine(
    text => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'a web address such as https://complaints.example.org',
  );

const upToTwenty = z
  .string()
  .regex(/^([1-9]|1\d|20)$/, 'a whole number from 1 to 20')
  .transform(Number);

const scannerAddress = z
  .string()
  .regex(
    /^(\/\S+|[^\s:/]+:[1-9]\d{0,4}|\[[0-9a-f:]+\]:[1-9]\d{0,4})$/i,
    'a host and port such as 127.0.0.1:3310, or the path of a socket',
  )
  .transform((text): ScannerAddress => {
    if (text.startsWith('/')) return { path: text };
    const at = text.lastIndexOf(':');
    return { host: text.slice(0, at).replaceAll(/[[\]]/g, ''), port: Number(text.slice(at + 1)) };
  });

const days = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, 'a whole number of days from 1 to 9999')
  .transform(Number);

/** How each setting is checked. */
const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535')
    .transform(Number)
    .refine(port => port <= 65_535, 'a whole number from 0 to 65535'),
  HOST: z.string(),
  REDRESS_URL: webAddress.optional(),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_OWNER_URL: databaseAddress.optional(),
  REDRESS_DATA: z.string(),
  REDRESS_KEYS: z.string().optional(),
  REDRESS_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  REDRESS_CLIENT_SECRET: z.string().optional(),
  REDRESS_POLICIES: z.string(),
  REDRESS_DEMO: oneOf(['auto', 'on', 'off']),
  REDRESS_KEEP_DRAFTS: days,
  REDRESS_KEEP_RECEIPTS: days,
  REDRESS_LARGEST_FILE: upToTwenty,
  REDRESS_MOST_FILES: upToTwenty,
  REDRESS_CLAMAV: scannerAddress.optional(),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']),
});

/** What each setting is when nobody sets it, and what `redress serve --help` says of it. */
const settings: Readonly<Record<keyof typeof environmentSchema.shape, { unset?: string; says: string }>> = {
  PORT: { unset: '7373', says: 'port of the pages; 0 takes any free one' },
  HOST: { unset: '127.0.0.1', says: 'address to listen on; 0.0.0.0 or :: for every network' },
  REDRESS_URL: { says: 'what people type to reach it, if not http://HOST:PORT' },
  DATABASE_URL: { says: 'PostgreSQL 15 or newer, as a role that owns nothing; without it the embedded one is started' },
  DATABASE_OWNER_URL: { says: 'the same database, as the role that owns the schema and the jobs' },
  REDRESS_DATA: { unset: path.join(productFolder, 'data'), says: 'folder of the embedded database and the keys' },
  REDRESS_KEYS: { says: 'folder of the signing keys, if not REDRESS_DATA/keys' },
  REDRESS_SECRET: {
    says: 'seals forms and sessions; the same for every copy; without it one is made in the key folder',
  },
  REDRESS_CLIENT_SECRET: { says: 'for "redress landlord sign-in" alone: the secret that the provider gave' },
  REDRESS_POLICIES: { unset: path.join(productFolder, 'policies'), says: 'folder of the policy packs' },
  REDRESS_DEMO: {
    unset: 'auto',
    says: 'the demonstration: on, off, or auto: where there is no data and only this computer can reach it',
  },
  REDRESS_KEEP_DRAFTS: { unset: '90', says: 'days after which a draft nobody goes on with is thrown away' },
  REDRESS_KEEP_RECEIPTS: { unset: '30', says: 'days for which a second press of the same button is recognised' },
  REDRESS_LARGEST_FILE: { unset: '20', says: 'megabytes that one file may have, at most 20' },
  REDRESS_MOST_FILES: { unset: '10', says: 'files that may be sent at once, at most 20' },
  REDRESS_CLAMAV: { says: 'host:port or socket of a ClamAV daemon that scans files; without it they are not scanned' },
  LOG_LEVEL: { unset: 'warn', says: 'least serious message to log: debug, info, warn, error or silent' },
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment: nothing else in the product does. An empty value counts as none.
 * Throws `CannotStart` naming everything that is wrong, all at once.
 */
export function readConfig(environment: Environment = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, environment[name]?.trim() || setting.unset]),
  );
  const checked = environmentSchema.safeParse(given);
  const problems = checked.success
    ? contradictions(checked.data)
    : checked.error.issues.map(issue => sentence(issue, given));
  if (!checked.success || problems.length > 0) throw new CannotStart(problems.join('\n'));
  const { data } = checked;
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.REDRESS_URL?.replace(/\/+$/, ''),
    database: databaseOf(data),
    dataFolder: path.resolve(data.REDRESS_DATA),
    policiesFolder: path.resolve(data.REDRESS_POLICIES),
    keyFolder: path.resolve(data.REDRESS_KEYS ?? path.join(data.REDRESS_DATA, 'keys')),
    secret: data.REDRESS_SECRET,
    clientSecret: data.REDRESS_CLIENT_SECRET,
    demo: data.REDRESS_DEMO,
    keeping: { drafts: data.REDRESS_KEEP_DRAFTS, receipts: data.REDRESS_KEEP_RECEIPTS },
    largestFile: data.REDRESS_LARGEST_FILE,
    mostFiles: data.REDRESS_MOST_FILES,
    clamav: data.REDRESS_CLAMAV,
    logLevel: data.LOG_LEVEL,
  };
}

/** The settings as `redress serve --help` lists them. */
export function describeSettings(): string {
  const width = Math.max(...Object.keys(settings).map(name => name.length));
  const lines = Object.entries(settings).map(([name, setting]) => {
    const unset = setting.unset === undefined ? '' : ` (${setting.unset.replace(`${productFolder}${path.sep}`, './')})`;
    return `  ${name.padEnd(width)}  ${setting.says}${unset}`;
  });
  return ['Settings are environment variables:', '', ...lines].join('\n');
}

/** The environment for a process of ours: that of this one, with some settings changed. */
export function environmentWith(changes: Partial<Record<keyof typeof settings, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** Whether only this computer can reach that address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

type Checked = z.infer<typeof environmentSchema>;

function databaseOf(data: Checked): Config['database'] {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = data;
  return appUrl === undefined || ownerUrl === undefined ? { kind: 'embedded' } : { kind: 'given', appUrl, ownerUrl };
}

function contradictions(data: Checked): string[] {
  const found: string[] = [];
  if (data.DATABASE_URL !== undefined && data.DATABASE_OWNER_URL === undefined) {
    found.push(
      'DATABASE_URL is set, so DATABASE_OWNER_URL must be too: the role that owns the schema and runs migrations and jobs.',
    );
  }
  if (data.DATABASE_URL === undefined && data.DATABASE_OWNER_URL !== undefined) {
    found.push('DATABASE_OWNER_URL is set, so DATABASE_URL must be too: the role that serves pages and owns nothing.');
  }
  if (data.REDRESS_DEMO === 'on' && !isLoopback(data.HOST)) {
    found.push(
      `REDRESS_DEMO is on and HOST is ${data.HOST}: the demonstration lets anybody in, so it answers on 127.0.0.1 only. Change one of the two.`,
    );
  }
  return found;
}

function sentence(issue: z.core.$ZodIssue, given: Environment): string {
  const name = String(issue.path[0]);
  // A password or secret must not end up in a log because something else about it was wrong.
  const secret = name.startsWith('DATABASE') || name.endsWith('_SECRET');
  const is = secret ? 'is not understood' : `is "${given[name]}"`;
  return `${name} ${is}; expected ${issue.message}.`;
}
