/** How long each function is, asked of the linter, which reads TypeScript properly. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { productFolder } from '../../src/config.ts';

export type LongFunction = { readonly file: string; readonly line: number; readonly lines: number };

const rule = 'noExcessiveLinesPerFunction';
const place = z.object({ line: z.number() });
const report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string(), start: place, end: place }) }),
  ),
  summary: z.object({ unchanged: z.number(), diagnosticsNotPrinted: z.number() }),
});

/**
 * Every function below a folder that has more lines than that, from its first line to its closing brace. The rule's own count
 * leaves out lines that are not statements, so it is only used to find where functions begin and end.
 */
export function functionsLongerThan(lines: number, folder: string): { files: number; found: LongFunction[] } {
  const { diagnostics, summary } = report.parse(JSON.parse(lint(folder)));
  if (summary.diagnosticsNotPrinted > 0) throw new Error('The linter left functions out.');
  const found = diagnostics
    .filter(({ category }) => category.endsWith(rule))
    .map(({ location: { path: file, start, end } }) => ({
      file: file.replaceAll('\\', '/'),
      line: start.line,
      lines: end.line - start.line + 1,
    }))
    .filter(found => found.lines > lines);
  return { files: summary.unchanged, found };
}

function lint(folder: string): string {
  const settings = mkdtempSync(path.join(tmpdir(), 'redress-lint-'));
  const config = {
    formatter: { enabled: false },
    linter: { rules: { recommended: false, complexity: { [rule]: { level: 'warn', options: { maxLines: 1 } } } } },
  };
  writeFileSync(path.join(settings, 'biome.json'), JSON.stringify(config));
  const args = ['lint', `--config-path=${settings}`, `--only=complexity/${rule}`, '--reporter=json'];
  try {
    return execFileSync(
      path.join(productFolder, 'node_modules', '.bin', 'biome'),
      [...args, '--max-diagnostics=none', folder],
      { cwd: productFolder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
    );
  } finally {
    rmSync(settings, { recursive: true, force: true });
  }
}
