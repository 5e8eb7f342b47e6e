/** What the command line knows about one option; `value` names what follows it, without it the option is a switch. */
export type OptionSpec = {
  readonly value?: string;
  readonly required?: true;
  readonly description: string;
};

/** What somebody typed after the command's name, checked against its specification. */
export type CommandArguments = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
};

/** One command. The file is loaded only when the command is run: a quick one must not wait for the web server's code. */
export type Command = {
  /** One word or two: `serve`, `policy check`. */
  readonly name: string;
  readonly summary: string;
  /** What must stand after the name, in order: `FILE.csv`. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** What `--help` says after the list of options. */
  readonly more?: () => Promise<string>;
  /** Returns the exit code: 0 when all is well. */
  readonly load: () => Promise<{ run(args: CommandArguments): Promise<number> }>;
};

/** The value of an option, or undefined where it was not given. */
export function optionText(args: CommandArguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a switch such as `--json` was given. */
export function optionGiven(args: CommandArguments, name: string): boolean {
  return args.values[name] === true;
}
