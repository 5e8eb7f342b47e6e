/** Works promised to two residents of one home are one job: promised, moved and done in both complaints at once (R64). */
import { randomUUIDv7 } from 'node:crypto';
import type { Command, CommandOf } from '../domain/complaint/commands.ts';
import { householdOf } from '../domain/complaint/household.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { actWithin, type Making } from './act.ts';
import type { Application, Viewer } from './application.ts';

type ForCase = (making: Making) => Command | null;

async function inHousehold(app: Application, tx: Tx, who: Viewer, { loaded }: Making, make: ForCase): Promise<void> {
  for (const caseId of householdOf(loaded.state)) {
    const ask = { caseId, versionSeen: null, commandId: randomUUIDv7(), payload: {} };
    await actWithin(app, tx, who, ask, there => make(there) ?? []);
  }
}

function isOpen({ actions }: CaseState, actionId: string): boolean {
  return actions.some(one => one.actionId === actionId && one.doneOn === null);
}

/** Promises the same job in the other complaints of the household, each with words of its own to its resident. */
export async function promiseThereToo(
  app: Application,
  tx: Tx,
  who: Viewer,
  making: Making,
  promise: Omit<CommandOf<'PromiseAction'>, 'what' | 'stage' | 'pointId'>,
  what: string,
): Promise<void> {
  await inHousehold(app, tx, who, making, ({ keep, loaded: { state } }) => {
    const { startedOn, refusedOn } = state.timeline.stage2;
    const stage = startedOn !== null && refusedOn === null ? 2 : 1;
    return { ...promise, stage, pointId: null, what: keep(what, 'action') };
  });
}

/** Does the same to the same job in the other complaints of the household, where it is open there. */
export async function alsoThere(
  app: Application,
  tx: Tx,
  who: Viewer,
  making: Making,
  actionId: string,
  command: (keep: Making['keep']) => CommandOf<'MoveAction'> | CommandOf<'CompleteAction'>,
): Promise<void> {
  await inHousehold(app, tx, who, making, ({ keep, loaded }) =>
    isOpen(loaded.state, actionId) ? command(keep) : null,
  );
}
