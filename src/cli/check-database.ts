import { CannotStart, systemErrorCode } from '../cannot-start.ts';
import { type Database, openDatabase } from '../storage/pools.ts';
import type { DatabaseUrls } from './database.ts';

const oldestVersion = 15;

type Facts = {
  readonly role: string;
  readonly database: string;
  readonly version: number;
  readonly encoding: string;
  readonly superuser: boolean;
  readonly bypassesRls: boolean;
  readonly owned: string | null;
};

/**
 * Refuses, in a sentence, a database that cannot be reached or is too old, and an app role that row-level security
 * would not hold back. Addresses are named without their passwords. Returns the name of the app role.
 */
export async function checkDatabase(urls: Pick<DatabaseUrls, 'appUrl' | 'ownerUrl'>): Promise<string> {
  const owner = await factsOf('DATABASE_OWNER_URL', urls.ownerUrl);
  const app = await factsOf('DATABASE_URL', urls.appUrl);
  if (owner.version < oldestVersion * 10_000) {
    throw new CannotStart(
      `The database server is PostgreSQL ${Math.floor(owner.version / 10_000)}; Redress needs ${oldestVersion} or newer.`,
    );
  }
  if (owner.encoding !== 'UTF8') {
    throw new CannotStart(`The database "${owner.database}" is encoded in ${owner.encoding}; Redress needs UTF8.`);
  }
  if (owner.database !== app.database) {
    throw new CannotStart(
      `DATABASE_URL names the database "${app.database}" and DATABASE_OWNER_URL "${owner.database}"; both must name the same one.`,
    );
  }
  const fault = whyRoleIsUnfit(app);
  if (fault !== undefined) {
    throw new CannotStart(
      `The role "${app.role}" in DATABASE_URL ${fault}, so it could see every landlord's cases. ` +
        'Give Redress a role that has no such power and owns nothing, and name the owner in DATABASE_OWNER_URL.',
    );
  }
  return app.role;
}

function whyRoleIsUnfit(app: Facts): string | undefined {
  if (app.superuser) return 'is a superuser';
  if (app.bypassesRls) return 'may bypass row-level security (BYPASSRLS)';
  return app.owned === null ? undefined : `owns the table "${app.owned}"`;
}

async function factsOf(setting: string, url: string): Promise<Facts> {
  const database: Database = openDatabase(url, { max: 1, applicationName: 'redress check' });
  try {
    const client = await database.connect();
    try {
      // A role that may become another has that one's powers too.
      const answer = await client.query<Facts>(`
        select current_user as role, current_database() as database,
               current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
               bool_or(r.rolsuper) as superuser, bool_or(r.rolbypassrls) as "bypassesRls",
               (select min(c.oid::regclass::text) from pg_class c
                 where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text !~ '^pg_|^information_schema$'
                   and pg_has_role(current_user, c.relowner, 'member')) as owned
          from pg_roles r where pg_has_role(current_user, r.oid, 'member')`);
      const facts = answer.rows[0];
      if (facts === undefined) throw new CannotStart(`${setting}: the server did not say who we are.`);
      return facts;
    } finally {
      client.release();
    }
  } catch (error) {
    throw unreachable(setting, url, error);
  } finally {
    await database.end();
  }
}

/** What went wrong on the way to a given database, with the address but never the password. */
function unreachable(setting: string, url: string, error: unknown): unknown {
  if (error instanceof CannotStart) return error;
  const code = systemErrorCode(error);
  const reasons: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no computer of that name',
    EAI_AGAIN: 'the name could not be looked up',
    ETIMEDOUT: 'it did not answer in time',
    ENOENT: 'there is no such socket',
    '28P01': 'the password is wrong',
    '28000': 'that role may not sign in',
    '3D000': 'there is no such database',
    '53300': 'it has no connection to spare',
    '57P03': 'it is starting or stopping',
  };
  const told = error instanceof Error ? error.message : String(error);
  const reason = reasons[code] ?? (/timeout/i.test(told) ? 'it did not answer in time' : told);
  return new CannotStart(`The database in ${setting} (${withoutPassword(url)}) cannot be used: ${reason}.`);
}

function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]*):[^@]*@/, '$1@').replace(/([?&]password=)[^&]*/, '$1…');
}
