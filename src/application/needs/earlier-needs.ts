/** What complaints recorded of somebody's needs before people had a record of their own: carried over, so that nothing is lost. */
import { randomUUIDv7 } from 'node:crypto';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { NeedInCase, NeedKind } from '../../domain/complaint/events.ts';
import type { NeedsCommand } from '../../domain/needs/decide.ts';
import { isSpecial, mayRepeat } from '../../domain/needs/kinds.ts';
import { readTexts } from '../../storage/personal-text.ts';
import type { Application } from '../application.ts';
import { loadCase } from '../load-case.ts';
import type { Keep } from '../one-act.ts';
import { casesOfPerson } from '../queries/cases-of-person.ts';
import type { Reading } from '../reading.ts';

/** A need as a complaint had it, with its words. */
export type EarlierNeed = { kind: NeedKind; words: string; on: LocalDate };

/** The needs of a person that stand in their complaints alone, the newest of each kind; each text once where there can be several. */
export async function earlierNeeds(
  app: Application,
  tx: Reading,
  landlordId: string,
  personId: string,
): Promise<EarlierNeed[]> {
  const found: EarlierNeed[] = [];
  for (const caseId of await casesOfPerson(tx, landlordId, personId)) {
    const { state, events } = await loadCase(app, tx, landlordId, caseId);
    const told = events.findLast(event => event.type === 'NeedsRecorded');
    const needs = state.needs.filter(one => one.personId === personId && one.needId === undefined);
    found.push(...(await withWords(tx, landlordId, needs, told?.occurredOn ?? state.receivedOn)));
  }
  return found.filter(
    (one, index) =>
      found.findIndex(other => other.kind === one.kind && (!mayRepeat(one.kind) || other.words === one.words)) ===
      index,
  );
}

async function withWords(
  tx: Reading,
  landlordId: string,
  needs: readonly NeedInCase[],
  on: LocalDate | null,
): Promise<EarlierNeed[]> {
  if (on === null) return [];
  const texts = await readTexts(
    tx,
    landlordId,
    needs.map(one => one.detail.textId),
  );
  return needs.map(({ kind, detail }) => ({ kind, on, words: texts.get(detail.textId)?.value ?? '' }));
}

/** The command that carries one over. What told of somebody's health is kept apart from now on. */
export function carryOver(personId: string, { kind, words, on }: EarlierNeed, keep: Keep): NeedsCommand {
  const apart = isSpecial(kind) && words !== '';
  return {
    type: 'RecordNeed',
    ...{ needId: randomUUIDv7(), personId, on, kind },
    todo: keep(apart ? 'Take care: look at what is recorded before you reach them' : words, 'need', personId),
    behind: apart ? keep(words, 'special-category', personId) : null,
    ...{ ways: [], hours: null, until: null },
    ...{ toldBy: 'earlier-complaint', consentToKeep: 'not-asked', consentToShare: 'not-asked' },
  };
}
