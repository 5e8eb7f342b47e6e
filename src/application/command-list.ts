import type { Command } from '../domain/complaint/commands.ts';

/** Whether several commands were made instead of one. */
export function isCommandList(made: Command | readonly Command[]): made is readonly Command[] {
  return Array.isArray(made);
}
