/** Writes `docs/permissions.md` from the list of permissions, the packs and the pages: `node scripts/permissions.ts`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { permissionsPage } from './permissions/page.ts';

const file = join(import.meta.dirname, '..', 'docs', 'permissions.md');
await writeFile(file, await permissionsPage());
console.log(`Written: ${file}`);
