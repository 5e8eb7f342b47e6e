import { type ConnectionProvider, Kysely, Transaction } from 'kysely';
import type pg from 'pg';
import { isId } from '../domain/ids.ts';
import { ClientConnection, RedressDialect } from './kysely-dialect.ts';
import { type Database, isBroken } from './pools.ts';
import type { Tables } from './tables.ts';

/** A transaction that sees the rows of one landlord and no other's. */
export type Tx = Transaction<Tables>;

/**
 * Runs `work` in one transaction as the given landlord: begun and set in one trip, committed when `work` returns,
 * rolled back when it throws. The error is thrown on.
 */
export async function inLandlord<T>(database: Database, landlordId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(database, beginAs('begin', landlordId), work);
}

/** The same for a page or a report: nothing can be written, and every query sees the same moment. */
export async function readInLandlord<T>(
  database: Database,
  landlordId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return transact(database, beginAs(beginReading, landlordId), work);
}

/** A statement with its values; by its name it is prepared once a connection. */
export type Prepared = { name: string; text: string; values: readonly unknown[] };

/**
 * The same where a statement finds out the landlord and sets it, such as by a session: it is sent with the beginning, in one
 * trip, and `work` is given its rows.
 */
export function readInFound<R, T>(
  database: Database,
  { values, ...statement }: Prepared,
  work: (tx: Tx, found: readonly R[]) => Promise<T>,
): Promise<T> {
  const finding: pg.QueryConfig = { ...statement, values: [...values] };
  return transact<readonly R[], T>(
    database,
    client => ({
      begun: client.query(beginReading),
      found: client.query<R & pg.QueryResultRow>(finding).then(({ rows }) => rows),
    }),
    work,
  );
}

const beginReading = 'begin isolation level repeatable read read only';

/** The beginning of a transaction, sent and not waited for: what follows is sent behind it. */
type Opening<O> = { begun: Promise<unknown>; found: Promise<O> };

function beginAs(begin: string, landlordId: string): (client: pg.ClientBase) => Opening<undefined> {
  if (!isId(landlordId)) throw new Error(`"${landlordId}" is not the id of a landlord (a UUID in small letters).`);
  const statements = `${begin}; set local redress.landlord = '${landlordId}'`;
  return client => ({ begun: client.query(statements), found: Promise.resolve(undefined) });
}

async function transact<O, T>(
  database: Database,
  open: (client: pg.ClientBase) => Opening<O>,
  work: (tx: Tx, opened: O) => Promise<T>,
): Promise<T> {
  const client = await database.connect();
  const connection = new OwnConnection(client);
  let unusable = false;
  try {
    const { begun, found } = open(client);
    // Where it failed, so does what was sent behind it.
    begun.catch(() => undefined);
    const result = await work(transactionOn(connection), await found);
    await begun;
    connection.end();
    await commit(client);
    return result;
  } catch (error) {
    connection.end();
    unusable = isBroken(error);
    await client.query('rollback').catch(() => {
      unusable = true;
    });
    throw error;
  } finally {
    client.release(unusable);
  }
}

/** A commit after a failed statement that somebody caught is answered with a rollback: say so instead of losing it. */
async function commit(client: pg.ClientBase): Promise<void> {
  const answer = await client.query('commit');
  if (answer.command === 'ROLLBACK') throw new Error('A statement failed and was ignored, so nothing was saved.');
}

const dialect = new RedressDialect(() => Promise.reject(new Error('A transaction has its connection already.')));
const bare = new Kysely<Tables>({ dialect });
const driver = dialect.createDriver();

function transactionOn(connection: OwnConnection): Tx {
  const executor = bare.getExecutor().withConnectionProvider(connection);
  return new Transaction<Tables>({ config: { dialect }, dialect, driver, executor });
}

/**
 * Statements asked at once go out at once: the server answers them in their order. Once the transaction is over none goes out:
 * the connection is somebody else's then.
 */
class OwnConnection implements ConnectionProvider {
  readonly #connection: ClientConnection;
  #over = false;

  constructor(client: pg.ClientBase) {
    this.#connection = new ClientConnection(client);
  }
  async provideConnection<T>(consumer: (connection: ClientConnection) => Promise<T>): Promise<T> {
    if (this.#over) throw new Error('The transaction that this statement belongs to is over.');
    return consumer(this.#connection);
  }
  end(): void {
    this.#over = true;
  }
}

/** Two transactions that each hold what the other one wants met crosswise; the database let the other one through. */
export function metCrosswise(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01';
}
