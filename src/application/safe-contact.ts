/** How somebody may safely be reached belongs to the person: recorded once, it holds in every complaint of theirs (R60). */
import { randomUUIDv7 } from 'node:crypto';
import type { Command } from '../domain/complaint/commands.ts';
import type { ContactLimit } from '../domain/complaint/resident-events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { readTexts } from '../storage/personal-text.ts';
import { actWithin, type Keep, type Making } from './act.ts';
import type { Application, Viewer } from './application.ts';
import { loadCase } from './load-case.ts';
import { casesOfPerson } from './queries/cases-of-person.ts';

/** What limits reaching somebody, in the words it was told in. */
export type Limits = { limits: readonly ContactLimit[]; onlyEmail: string | null; reason: string };

/** The command that records it here; the person's other complaints get it in the same transaction. */
export async function safeContactEverywhere(
  app: Application,
  tx: Tx,
  who: Viewer,
  { keep }: Making,
  caseId: string,
  personId: string,
  told: Limits,
): Promise<Command> {
  const others = (await casesOfPerson(tx, who.landlordId, personId)).filter(id => id !== caseId);
  for (const other of others) {
    const ask = { caseId: other, versionSeen: null, commandId: randomUUIDv7(), payload: {} };
    await actWithin(app, tx, who, ask, making =>
      making.loaded.state.disposed || nothingToLift(making, personId, told)
        ? []
        : recorded(personId, told, making.keep),
    );
  }
  return recorded(personId, told, keep);
}

function nothingToLift({ loaded }: Making, personId: string, { limits }: Limits): boolean {
  return limits.length === 0 && !loaded.state.safeContact.some(one => one.personId === personId);
}

function recorded(personId: string, { limits, onlyEmail, reason }: Limits, keep: Keep): Command {
  return {
    type: 'RecordSafeContact',
    personId,
    limits: [...limits],
    onlyEmail: onlyEmail === null ? null : keep(onlyEmail, 'safe-contact'),
    reason: keep(reason, 'safe-contact'),
  };
}

/** What is known already of reaching a resident, for a new complaint of theirs: nothing, or one command. */
export async function safeContactKnown(
  app: Application,
  tx: Tx,
  landlordId: string,
  personId: string,
  keep: Keep,
): Promise<Command[]> {
  const [latest] = await casesOfPerson(tx, landlordId, personId);
  if (latest === undefined) return [];
  const { state } = await loadCase(app, tx, landlordId, latest);
  const held = state.safeContact.find(one => one.personId === personId);
  if (held === undefined) return [];
  const { limits, reason, onlyEmail } = held;
  const texts = await readTexts(tx, landlordId, [reason.textId, ...(onlyEmail === null ? [] : [onlyEmail.textId])]);
  const words = (id: string | undefined): string | null => (id === undefined ? null : (texts.get(id)?.value ?? null));
  const known = { limits, onlyEmail: words(onlyEmail?.textId), reason: words(reason.textId) ?? 'Recorded before' };
  return [recorded(personId, known, keep)];
}
