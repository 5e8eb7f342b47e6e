/** How somebody may safely be reached belongs to the person: recorded once, it holds in every complaint of theirs (R60). */
import type { Command } from '../domain/complaint/commands.ts';
import type { ContactLimit } from '../domain/complaint/resident-events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { Making } from './act.ts';
import type { Application, Viewer } from './application.ts';
import type { Keep } from './one-act.ts';
import { inEachCase } from './person-wide.ts';

/** What limits reaching somebody, in the words it was told in. */
export type Limits = { limits: readonly ContactLimit[]; onlyEmail: string | null; reason: string };

/** The commands that record it here; the person's other complaints get it in the same transaction. */
export function safeContactEverywhere(
  app: Application,
  tx: Tx,
  who: Viewer,
  making: Making,
  caseId: string,
  personId: string,
  told: Limits,
): Promise<Command[]> {
  const lifting = told.limits.length === 0;
  return inEachCase(app, tx, who, making, {
    caseId,
    personId,
    skips: state => lifting && !state.safeContact.some(one => one.personId === personId),
    commands: ({ keep }) => [limitsCommand(personId, told, keep)],
  });
}

/** The command that records limits, with texts of its own case. */
export function limitsCommand(personId: string, { limits, onlyEmail, reason }: Limits, keep: Keep): Command {
  return {
    type: 'RecordSafeContact',
    personId,
    limits: [...limits],
    onlyEmail: onlyEmail === null ? null : keep(onlyEmail, 'safe-contact'),
    reason: keep(reason, 'safe-contact'),
  };
}
