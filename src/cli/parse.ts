import { parseArgs } from 'node:util';
import type { Command, CommandArguments } from './command.ts';

/** What was typed, or a sentence saying what is wrong with it. */
export type Parsed =
  | { readonly ok: true; readonly help: boolean; readonly args: CommandArguments }
  | { readonly ok: false; readonly why: string };

/** Checks the words after a command's name against its specification. */
export function parseCommandLine(command: Command, words: readonly string[]): Parsed {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, spec]) => [
      name,
      { type: spec.value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const parsed = parseArgs({
      args: [...words],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: true,
      tokens: true,
    });
    const args: CommandArguments = { values: { ...parsed.values }, positionals: parsed.positionals };
    const { help } = parsed.values;
    if (help === true) return { ok: true, help: true, args };
    const given = parsed.tokens.flatMap(token => (token.kind === 'option' ? [token.name] : []));
    const why = firstFault(command, args, given);
    return why === undefined ? { ok: true, help: false, args } : { ok: false, why };
  } catch (error) {
    return { ok: false, why: parserSentence(command, error) };
  }
}

function firstFault(command: Command, args: CommandArguments, given: readonly string[]): string | undefined {
  const twice = given.find((name, index) => given.indexOf(name) !== index);
  if (twice !== undefined) return `--${twice} is given more than once, and only one can count.`;
  for (const [name, spec] of Object.entries(command.options)) {
    if (spec.required && args.values[name] === undefined) {
      return `redress ${command.name} needs --${name} ${spec.value} (${spec.description}).`;
    }
    if (args.values[name] === '') return `--${name} needs a value (${spec.description}).`;
  }
  const missing = command.operands[args.positionals.length];
  if (missing !== undefined) return `redress ${command.name} needs ${missing} after its name.`;
  const surplus = args.positionals[command.operands.length];
  if (surplus !== undefined) return `redress ${command.name} does not know what to do with "${surplus}".`;
  return undefined;
}

/** Node's parser explains itself to programmers; this is for everybody else. */
function parserSentence(command: Command, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const option = /'(-{1,2}[^'\s=]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(
      option,
      Object.keys(command.options).map(name => `--${name}`),
    );
    return `redress ${command.name} has no option ${option}.${near === undefined ? '' : ` Did you mean ${near}?`}`;
  }
  const name = /--[\w-]+/.exec(message)?.[0] ?? option;
  const spec = command.options[name.slice(2)];
  if (spec?.value === undefined) return `${name} is a switch and takes no value.`;
  return `${name} needs a value: ${name} ${spec.value} (${spec.description}).`;
}

/** The known word that is at most three letters away from a mistyped one. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const byDistance = known.map(candidate => ({ candidate, distance: lettersApart(word, candidate) }));
  byDistance.sort((a, b) => a.distance - b.distance);
  const best = byDistance[0];
  return best !== undefined && best.distance <= Math.min(3, word.length / 2) ? best.candidate : undefined;
}

function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
