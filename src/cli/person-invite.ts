import { inviteByHand } from '../application/accounts/set-up.ts';
import { type CommandArguments, optionText } from './command.ts';
import { printLink } from './set-up.ts';

/** `redress person invite`: a fresh link for somebody who works for a landlord. */
export function run(args: CommandArguments): Promise<number> {
  const text = (name: string): string => (optionText(args, name) ?? '').trim();
  return printLink(app => inviteByHand(app, { slug: text('landlord'), email: text('email') }));
}
