/** What somebody needs holds in each of their complaints: each is told what to do, in the transaction that records it (MAG-06). */
import { randomUUIDv7 } from 'node:crypto';
import type { Command } from '../../domain/complaint/commands.ts';
import type { CaseState } from '../../domain/complaint/state.ts';
import { asInCase, type Need } from '../../domain/needs/needs.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import { readTexts } from '../../storage/personal-text.ts';
import { actWithin } from '../act.ts';
import type { Application, Viewer } from '../application.ts';
import type { Keep } from '../one-act.ts';
import { casesAroundPerson } from '../queries/cases-of-person.ts';

/** What to do for each need, by the need's id. */
export type Todo = ReadonlyMap<string, string>;

/** The words of what to do, as they are kept beside the person's record. */
export async function todoOf(tx: Tx, landlordId: string, needs: readonly Need[]): Promise<Todo> {
  const texts = await readTexts(
    tx,
    landlordId,
    needs.map(one => one.todo.textId),
  );
  return new Map(needs.map(one => [one.needId, texts.get(one.todo.textId)?.value ?? '']));
}

/** The command that tells one complaint, with texts of its own. */
export function tellCommand(personId: string, needs: readonly Need[], todo: Todo, keep: Keep): Command {
  const told = needs.map(one => asInCase(one, keep(todo.get(one.needId) ?? '', 'need')));
  return { type: 'RecordNeeds', personId, needs: told };
}

/** Tells every complaint in which the person has a part, as long as it still holds their words. */
export async function tellComplaints(
  app: Application,
  tx: Tx,
  who: Viewer,
  personId: string,
  needs: readonly Need[],
  todo: Todo,
): Promise<void> {
  for (const caseId of await casesAroundPerson(tx, who.landlordId, personId)) {
    const ask = { caseId, versionSeen: null, commandId: randomUUIDv7(), payload: {} };
    await actWithin(app, tx, who, ask, ({ loaded, keep }) =>
      isOver(loaded.state, personId) ? [] : [tellCommand(personId, needs, todo, keep)],
    );
  }
}

/** Disposed of, or nobody is written to there any more: the person has died. */
function isOver({ disposed, death, complainantId }: CaseState, personId: string): boolean {
  return disposed || (death !== null && complainantId === personId);
}
