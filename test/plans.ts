/** How PostgreSQL means to answer a query as the app role, with row-level security in force. */
import assert from 'node:assert/strict';
import type { TestDatabase } from './database.ts';

/** The lines of the plan, without the branches that are known never to run. The tables should hold some thousands of rows and be analysed, or a scan is the right plan. */
export async function planOf(
  database: TestDatabase,
  landlordId: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<string[]> {
  const client = await database.app.connect();
  try {
    await client.query(`begin; set local redress.landlord = '${landlordId}'`);
    const plan = await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${statement}`, [...values]);
    return whatRuns(plan.rows.map(row => row['QUERY PLAN']));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Some versions of PostgreSQL show the scan below a condition that is false before it begins; none of them runs it. */
function whatRuns(plan: readonly string[]): string[] {
  const depth = (line: string): number => line.search(/\S/);
  let never: number | null = null;
  return plan.filter(line => {
    if (never !== null && depth(line) >= never) return false;
    never = /One-Time Filter: false$/.test(line) ? depth(line) : null;
    return true;
  });
}

/** Fails where a table is read from end to end, or rows are sorted that an index could have given in order. */
export function assertIndexed(plan: readonly string[], index: RegExp, sorts: 'no-sort' | 'may-sort' = 'no-sort'): void {
  const text = plan.join('\n');
  assert.doesNotMatch(text, /Seq Scan/, text);
  if (sorts === 'no-sort') assert.doesNotMatch(text, /Sort/, text);
  assert.match(text, index, text);
}

/** Runs a statement as the app role and returns the plans of all statements inside the functions that it calls. */
export async function plansInside(database: TestDatabase, landlordId: string, statement: string): Promise<string> {
  const { admin } = database;
  const said: string[] = [];
  const listen = (notice: { message: string | undefined }): void => void said.push(notice.message ?? '');
  admin.on('notice', listen);
  try {
    await admin.query(`load 'auto_explain'`);
    await admin.query(`begin; set local auto_explain.log_min_duration = 0;
      set local auto_explain.log_nested_statements = on; set local client_min_messages = log;
      set local redress.landlord = '${landlordId}'; set local role redress_rows`);
    await admin.query(statement);
  } finally {
    await admin.query('rollback');
    admin.off('notice', listen);
  }
  return said.join('\n');
}
