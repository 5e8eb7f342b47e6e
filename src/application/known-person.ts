/** What is known already of a resident, for a new complaint of theirs: safe contact, and a death with who goes on (R60, R62). */
import type { Command } from '../domain/complaint/commands.ts';
import type { TextRef } from '../domain/complaint/events.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import { readTexts } from '../storage/personal-text.ts';
import type { Application } from './application.ts';
import { loadCase } from './load-case.ts';
import type { Keep } from './one-act.ts';
import { casesOfPerson } from './queries/cases-of-person.ts';
import { limitsCommand } from './safe-contact.ts';

type Words = (ref: TextRef) => string;

/** The commands that carry it over from their latest complaint, with texts of their own. */
export async function knownOfPerson(
  app: Application,
  tx: Tx,
  landlordId: string,
  personId: string,
  keep: Keep,
): Promise<Command[]> {
  const [latest] = await casesOfPerson(tx, landlordId, personId);
  if (latest === undefined) return [];
  const { state } = await loadCase(app, tx, landlordId, latest);
  const refs = [
    ...state.safeContact.flatMap(one => [one.reason, one.onlyEmail]),
    state.death?.toldBy,
    state.successor?.evidence,
  ];
  const ids = refs.flatMap(ref => ref?.textId ?? []);
  const texts = await readTexts(tx, landlordId, ids);
  const words: Words = ref => texts.get(ref.textId)?.value ?? 'As recorded before';
  return [...limits(state, personId, keep, words), ...death(state, personId, keep, words)];
}

function limits(state: CaseState, personId: string, keep: Keep, words: Words): Command[] {
  const held = state.safeContact.find(one => one.personId === personId);
  if (held === undefined) return [];
  const onlyEmail = held.onlyEmail === null ? null : words(held.onlyEmail);
  return [limitsCommand(personId, { limits: held.limits, onlyEmail, reason: words(held.reason) }, keep)];
}

function death({ death, successor }: CaseState, personId: string, keep: Keep, words: Words): Command[] {
  if (death === null) return [];
  const { toldOn: on, diedOn, contactId } = death;
  const told: Command = {
    type: 'RecordDeath',
    personId,
    on,
    diedOn,
    toldBy: keep(words(death.toldBy), 'death'),
    contactId,
  };
  if (successor === null) return [told];
  const { capacity } = successor;
  const evidence = keep(words(successor.evidence), 'authority');
  return [told, { type: 'RecordSuccessor', personId: successor.personId, capacity, evidence }];
}
