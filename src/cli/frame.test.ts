import assert from 'node:assert/strict';
import test from 'node:test';
import { CannotStart } from '../cannot-start.ts';
import type { Command, CommandArguments } from './command.ts';
import { commands } from './commands.ts';
import { runCommandLine } from './frame.ts';

type Result = { readonly code: number; readonly out: string; readonly error: string };

async function typed(line: string, known: readonly Command[] = commands): Promise<Result> {
  let out = '';
  let error = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
  };
  const code = await runCommandLine(line.split(' ').filter(Boolean), known, terminal);
  return { code, out, error };
}

function trying(run: (args: CommandArguments) => Promise<number>): readonly Command[] {
  const options = {
    to: { value: 'DATE', required: true, description: 'the day' },
    json: { description: 'for programs' },
  } as const;
  return [{ name: 'try out', summary: 'Try', operands: ['FILE'], options, load: async () => ({ run }) }];
}

const refusals: readonly (readonly [string, RegExp])[] = [
  ['deadlnes', /no command "deadlnes"\. Did you mean "deadlines"\?/],
  ['policy', /"redress policy" is not whole\. There is: redress policy check\./],
  ['--json', /no option --json before a command/],
  ['deadlines --polcy x', /no option --polcy\. Did you mean --policy\?/],
  ['deadlines -x', /no option -x/],
  ['deadlines --policy', /--policy needs a value: --policy ID/],
  ['deadlines --policy --json', /--policy needs a value/],
  ['deadlines --policy= --received 2026-01-05', /--policy needs a value/],
  ['deadlines --policy a', /needs --received DATE/],
  ['deadlines --policy a --policy b --received 2026-01-05', /--policy is given more than once/],
  ['deadlines --policy a --received 2026-01-05 --json=yes', /--json is a switch and takes no value/],
  ['deadlines --policy a --received 2026-01-05 more', /does not know what to do with "more"/],
  ['policy check', /needs PACK after its name/],
  ['replay --policy a', /needs FILE\.csv after its name/],
  ['serve --prot 80', /no option --prot/],
];

for (const [line, expected] of refusals) {
  test(`"redress ${line}" is refused in a sentence, with exit code 2 and nothing on standard output`, async () => {
    const { code, out, error } = await typed(line);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(error, expected);
    assert.equal(error.trim().split('\n').length, 1);
  });
}

for (const command of commands) {
  test(`"redress ${command.name} --help" lists every option`, async () => {
    const { code, out } = await typed(`${command.name} --help`);
    assert.equal(code, 0);
    for (const name of Object.keys(command.options)) assert.match(out, new RegExp(`^  --${name}\\b.* {2}\\S`, 'm'));
  });
}

test('help for serve lists the settings too', async () => {
  assert.match((await typed('serve --help')).out, /^ {2}DATABASE_URL +\S/m);
});

test('"redress --help" lists every command; without a command it says the same and fails', async () => {
  const { code, out } = await typed('--help');
  assert.equal(code, 0);
  for (const { name } of commands) assert.match(out, new RegExp(`^  ${name} `, 'm'));
  assert.deepEqual(await typed(''), { code: 2, out: '', error: out });
});

test('what was typed reaches the command, and its exit code comes back', async () => {
  let got: CommandArguments | undefined;
  const known = trying(async args => {
    got = args;
    return 1;
  });
  assert.equal((await typed('try out a.csv --to 2026-01-05 --json', known)).code, 1);
  assert.deepEqual({ ...got?.values }, { to: '2026-01-05', json: true });
  assert.deepEqual(got?.positionals, ['a.csv']);
});

test('a reason not to start is one sentence without a stack trace', async () => {
  const known = trying(() => Promise.reject(new CannotStart('The disk is full.')));
  assert.deepEqual(await typed('try out a.csv --to 1', known), { code: 1, out: '', error: 'The disk is full.\n' });
});

test('a fault of ours is thrown on', async () => {
  const known = trying(() => Promise.reject(new TypeError('oops')));
  await assert.rejects(typed('try out a.csv --to 1', known), TypeError);
});
