import { Kysely, SingleConnectionProvider, Transaction } from 'kysely';
import type pg from 'pg';
import { ClientConnection, RedressDialect } from './kysely-dialect.ts';
import { type Database, isBroken } from './pools.ts';
import type { Tables } from './tables.ts';

/** A transaction that sees the rows of one landlord and no other's. */
export type Tx = Transaction<Tables>;

/**
 * Runs `work` in one transaction as the given landlord: begun and set in one trip, committed when `work` returns,
 * rolled back when it throws. The error is thrown on.
 */
export function inLandlord<T>(database: Database, landlordId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(database, 'begin', landlordId, work);
}

/** The same for a page or a report: nothing can be written, and every query sees the same moment. */
export function readInLandlord<T>(database: Database, landlordId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(database, 'begin isolation level repeatable read read only', landlordId, work);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

async function transact<T>(
  database: Database,
  begin: string,
  landlordId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!uuid.test(landlordId)) throw new Error(`"${landlordId}" is not the id of a landlord (a UUID in small letters).`);
  const client = await database.connect();
  let unusable = false;
  try {
    await client.query(`${begin}; set local redress.landlord = '${landlordId}'`);
    const result = await work(transactionOn(client));
    await commit(client);
    return result;
  } catch (error) {
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

function transactionOn(client: pg.ClientBase): Tx {
  const executor = bare
    .getExecutor()
    .withConnectionProvider(new SingleConnectionProvider(new ClientConnection(client)));
  return new Transaction<Tables>({ config: { dialect }, dialect, driver, executor });
}
