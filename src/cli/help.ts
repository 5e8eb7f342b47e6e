import type { Command } from './command.ts';

/** The list of commands. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(command => [command.name, command.summary] as const);
  return [
    'Complaint handling for social landlords in England.',
    '',
    'Usage: redress COMMAND [OPTIONS]',
    '',
    ...columns(rows),
    '',
    '"redress COMMAND --help" explains one of them.',
    '',
  ].join('\n');
}

/** How one command is used. */
export async function commandHelp(command: Command): Promise<string> {
  const options = Object.entries(command.options);
  const words = options.map(([name, spec]) => {
    const word = `--${name}${spec.value === undefined ? '' : ` ${spec.value}`}`;
    return spec.required ? word : `[${word}]`;
  });
  const rows = options.map(([name, spec]) => {
    return [`--${name}${spec.value === undefined ? '' : ` ${spec.value}`}`, spec.description] as const;
  });
  const more = command.more === undefined ? [] : ['', await command.more()];
  return [
    `${command.summary}.`,
    '',
    wrapped(`Usage: redress ${[command.name, ...command.operands, ...words].join(' ')}`),
    '',
    ...columns([...rows, ['--help', 'show this']]),
    ...(rows.some(([name]) => name.endsWith('DATE')) ? ['', 'DATE is written YYYY-MM-DD.'] : []),
    ...more,
    '',
  ].join('\n');
}

/** Two columns, the first as wide as its longest entry. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}

function wrapped(line: string): string {
  const lines: string[] = [];
  for (const part of line.split(/ (?=\[?--)/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + part.length > 98) lines.push(lines.length === 0 ? part : `    ${part}`);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return lines.join('\n');
}
