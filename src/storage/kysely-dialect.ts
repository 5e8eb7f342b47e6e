import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';

type Connect = () => Promise<pg.PoolClient>;

/** Kysely over `pg`, with statements prepared by name from the second time they are met: planning is half their cost. */
export class RedressDialect implements Dialect {
  readonly #connect: Connect;

  constructor(connect: Connect) {
    this.#connect = connect;
  }
  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }
  createDriver(): Driver {
    return new ClientDriver(this.#connect);
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }
}

/** One `pg` client as Kysely sees it. */
export class ClientConnection implements DatabaseConnection {
  readonly client: pg.ClientBase;

  constructor(client: pg.ClientBase) {
    this.client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = statementName(query.sql);
    const values = [...query.parameters];
    const result = await this.client.query<pg.QueryResultRow & R>(
      name === undefined ? { text: query.sql, values } : { name, text: query.sql, values },
    );
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    yield await Promise.reject(new Error('Rows are streamed by rowsInBatches in src/storage/cursor.ts.'));
  }
}

// Past this many, statements are built from changing parts (a list of columns, a filter) and are not worth a name.
const mostNames = 400;
const names = new Map<string, string | undefined>();
let named = 0;

function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.has(text)) {
    named += 1;
    const name = `redress_${named}`;
    names.set(text, name);
    return name;
  }
  if (names.size < mostNames) names.set(text, undefined);
  return undefined;
}

class ClientDriver implements Driver {
  readonly #connect: Connect;
  readonly #clients = new WeakMap<DatabaseConnection, pg.PoolClient>();

  constructor(connect: Connect) {
    this.#connect = connect;
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const client = await this.#connect();
    const connection = new ClientConnection(client);
    this.#clients.set(connection, client);
    return connection;
  }
  async beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
    await run(connection, 'begin');
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await run(connection, 'commit');
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await run(connection, 'rollback');
  }
  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#clients.get(connection)?.release();
  }
  async destroy(): Promise<void> {}
}

async function run(connection: DatabaseConnection, statement: string): Promise<void> {
  if (connection instanceof ClientConnection) await connection.client.query(statement);
}
