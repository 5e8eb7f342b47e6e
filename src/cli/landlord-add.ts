import { addRealLandlord } from '../application/accounts/set-up.ts';
import { type CommandArguments, optionText } from './command.ts';
import { printLink } from './set-up.ts';

/** `redress landlord add`: a real landlord with its first administrator. */
export function run(args: CommandArguments): Promise<number> {
  const text = (name: string): string => (optionText(args, name) ?? '').trim();
  return printLink(app =>
    addRealLandlord(app, {
      policyId: text('policy'),
      slug: text('slug'),
      name: text('name'),
      adminName: text('admin-name'),
      adminEmail: text('admin-email'),
    }),
  );
}
