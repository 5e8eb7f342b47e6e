/**
 * The process that turns letters into PDF. The typesetter is native code and works in one go, so it has a process of its own:
 * the web goes on while it works, and survives its end. It reads the fonts once, then answers one request after another.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NodeCompiler as Compiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler';

export type RenderRequest = { id: number; letter: string; size: 'standard' | 'large' };
export type RenderAnswer =
  | { id: number; bytes: Uint8Array }
  | { id: number; cannotShow: string[] }
  | { id: number; failed: string };

const FAMILY = 'Atkinson Hyperlegible Next';
const FACES = ['400Regular', '700Bold'];
const [fontFolder = '', templatePath = ''] = process.argv.slice(2);

// The package is CommonJS and large: it is loaded here and nowhere else.
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as {
  NodeCompiler: { create(args: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
};

const template = readFileSync(templatePath, 'utf8');
const fontBlobs = FACES.map(face => readFileSync(join(fontFolder, face, `AtkinsonHyperlegibleNext_${face}.ttf`)));
// A folder that does not exist: nothing on this machine can be read from a letter.
const compiler = NodeCompiler.create({ workspace: '/nonexistent', fontArgs: [{ fontBlobs }] });

function render({ id, letter, size }: RenderRequest): RenderAnswer {
  const inputs = { letter, size, font: FAMILY };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  // A warning is a failure too: an unknown font only warns, and the letter would be in another one.
  const wrong = compiled.takeError() ?? compiled.takeWarnings();
  if (wrong !== null) return { id, failed: said(wrong) };
  if (compiled.result === null) return { id, failed: 'the typesetter gave no document and no reason' };
  try {
    return { id, bytes: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const cannotShow = undisplayed(reason);
    return cannotShow.length > 0 ? { id, cannotShow } : { id, failed: reason.slice(0, 500) };
  } finally {
    compiler.evictCache(5);
  }
}

function said(error: NodeError): string {
  const diagnostics: { message?: string }[] = compiler.fetchDiagnostics(error);
  return diagnostics.map(({ message }) => message ?? '').join('; ') || error.compilationStatus;
}

/** The characters that no font has, from the refusal to write a PDF/UA with them in; they come as Rust writes them. */
function undisplayed(reason: string): string[] {
  const found = [...reason.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(match => match[1] ?? '');
  const plain = found.map(text =>
    text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  );
  return [...new Set(plain)];
}

process.on('message', (request: RenderRequest) => {
  process.send?.(render(request));
});
process.on('disconnect', () => process.exit(0));
