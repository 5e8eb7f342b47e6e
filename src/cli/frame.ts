import { CannotStart } from '../cannot-start.ts';
import type { Command } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { nearest, parseCommandLine } from './parse.ts';

/** Where the command line writes: what was asked for, and what went wrong. */
export type Terminal = { out(text: string): void; error(text: string): void };

/** Exit code for a command line that cannot be understood, and for input that cannot be read. */
const notUnderstood = 2;

/** Finds the command, checks its options and runs it. Returns the exit code. */
export async function runCommandLine(
  words: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
): Promise<number> {
  const [first] = words;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    (first === undefined ? terminal.error : terminal.out)(overview(commands));
    return first === undefined ? notUnderstood : 0;
  }
  const command = commands.find(candidate => isNamed(candidate, words));
  if (command === undefined) {
    terminal.error(`${unknownCommand(words, commands)}\n`);
    return notUnderstood;
  }
  const parsed = parseCommandLine(command, words.slice(command.name.split(' ').length));
  if (!parsed.ok) {
    terminal.error(`${parsed.why} "redress ${command.name} --help" lists what it knows.\n`);
    return notUnderstood;
  }
  if (parsed.help) {
    terminal.out(await commandHelp(command));
    return 0;
  }
  try {
    const { run } = await command.load();
    return await run(parsed.args);
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    terminal.error(`${error.message}\n`);
    return 1;
  }
}

function isNamed(command: Command, words: readonly string[]): boolean {
  return command.name.split(' ').every((part, index) => words[index] === part);
}

function unknownCommand(words: readonly string[], commands: readonly Command[]): string {
  const typed = words[0] ?? '';
  const family = commands.filter(command => command.name.startsWith(`${typed} `)).map(command => command.name);
  if (family.length > 0) return `"redress ${typed}" is not whole. There is: redress ${family.join(', redress ')}.`;
  if (typed.startsWith('-'))
    return `redress has no option ${typed} before a command. "redress --help" lists the commands.`;
  const near = nearest(
    typed,
    commands.map(command => command.name.split(' ')[0] ?? ''),
  );
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `redress has no command "${typed}".${hint} "redress --help" lists the commands.`;
}
