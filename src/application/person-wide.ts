/** What belongs to a person and not to one complaint is recorded in each complaint of theirs, in one transaction (R60, R62, R63). */
import { randomUUIDv7 } from 'node:crypto';
import type { Command } from '../domain/complaint/commands.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { actWithin, type Making } from './act.ts';
import type { Application, Viewer } from './application.ts';
import { casesOfPerson } from './queries/cases-of-person.ts';

export type PersonWide = {
  /** The case it is being recorded in. */
  caseId: string;
  personId: string;
  /** Where it has nothing to say, or is known already. */
  skips(state: CaseState): boolean;
  /** The commands of one case, with texts of its own. */
  commands(making: Making): Command[];
};

/** Records it in the person's other complaints and gives the commands for this one. */
export async function inEachCase(
  app: Application,
  tx: Tx,
  who: Viewer,
  making: Making,
  { caseId, personId, skips, commands }: PersonWide,
): Promise<Command[]> {
  const others = (await casesOfPerson(tx, who.landlordId, personId)).filter(id => id !== caseId);
  for (const other of others) {
    const ask = { caseId: other, versionSeen: null, commandId: randomUUIDv7(), payload: {} };
    await actWithin(app, tx, who, ask, there =>
      there.loaded.state.disposed || skips(there.loaded.state) ? [] : commands(there),
    );
  }
  return commands(making);
}
