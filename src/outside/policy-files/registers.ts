/** The registers as lists of entries: the clauses of every pack and our readings, for the clause report and the policy page. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { clause, text } from './basic-schemas.ts';
import { fault, type PackFault, plain, readYaml } from './located.ts';
import { schemaFaults, wordIssue } from './schema-faults.ts';

export type Reading = {
  id: string;
  heading: string;
  /** True where it is professional judgement and no law. */
  judgement: boolean;
  says: string;
  state: 'claimed' | 'planned';
};

/** One clause or reading as the registers have it, with the file it stands in, below the folder of the packs. */
export type RegisteredClause = { id: string; heading: string; state: 'claimed' | 'planned'; file: string };

const readingSchema = z.strictObject({
  readings: z.array(
    z.strictObject({
      id: clause,
      heading: text,
      judgement: z.boolean(),
      says: text,
      state: z.enum(['claimed', 'planned']),
    }),
  ),
}) satisfies z.ZodType<{ readings: Reading[] }>;

const registerSchema = z.object({
  register: z.array(z.object({ id: clause, heading: text, state: z.enum(['claimed', 'planned']) })),
});

/** Our readings (R rules), or what is wrong with the file. */
export async function loadReadings(path: string): Promise<Reading[] | PackFault[]> {
  const tree = readYaml({ name: path, text: await readFile(path, 'utf8') });
  if (tree.tree === null) return tree.faults;
  const read = readingSchema.safeParse(plain(tree.tree), { error: wordIssue });
  return read.success ? read.data.readings : schemaFaults(read.error.issues, tree.tree);
}

/** Every clause of every pack's register and every reading, in the order of the files. Throws one error naming all faults. */
export async function allClauses(packs: string): Promise<RegisteredClause[]> {
  const folders = (await readdir(packs, { withFileTypes: true })).filter(entry => entry.isDirectory());
  const names = folders.map(({ name }) => `${name}/register.yaml`).sort();
  const found = await Promise.all([...names, 'readings.yaml'].map(name => clausesIn(packs, name)));
  return found.flat();
}

async function clausesIn(packs: string, file: string): Promise<RegisteredClause[]> {
  const source = await readFile(join(packs, file), 'utf8').catch(() => null);
  if (source === null) return [];
  const { tree, faults } = readYaml({ name: file, text: source });
  const value = tree === null ? null : plain(tree);
  const register = registerSchema.safeParse(value);
  if (register.success) return register.data.register.map(entry => ({ ...entry, file }));
  const readings = readingSchema.safeParse(value);
  if (readings.success) return readings.data.readings.map(({ id, heading, state }) => ({ id, heading, state, file }));
  const at = { file, line: 1, column: 1, path: '' };
  const wrong = faults[0] ?? fault(at, 'something else', 'a register or readings');
  throw new Error(`${wrong.file}:${wrong.line}: found ${wrong.value}, expected ${wrong.expected}`);
}
