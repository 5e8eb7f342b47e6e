/** What somebody needs, when a complaint of theirs is logged: what is new goes into their own record, and the complaint is told all. */
import { randomUUIDv7 } from 'node:crypto';
import type { Command } from '../../domain/complaint/commands.ts';
import { mayRepeat } from '../../domain/needs/kinds.ts';
import { holding, type Need } from '../../domain/needs/needs.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import type { Application, Viewer } from '../application.ts';
import type { NewComplaint } from '../log-complaint.ts';
import type { Keep } from '../one-act.ts';
import { earlierNeeds } from './earlier-needs.ts';
import { changeNeedsWithin, type NeedsAct } from './needs.ts';
import { type Todo, tellCommand, todoOf } from './tell-complaints.ts';
import { needsOfPerson } from './write-needs.ts';

/** `knownAs` null: their name is only being stored with the complaint. `isUnknown`: their id was drawn just now, so nothing is held of them. */
type Logging = { complaint: NewComplaint; complainantId: string; knownAs: string | null; isUnknown: boolean };

/** Records what is new of their needs, and gives the command that tells the new complaint of all that hold. */
export async function needsOnLogging(
  app: Application,
  tx: Tx,
  who: Viewer,
  { complaint, complainantId, knownAs, isUnknown }: Logging,
  keep: Keep,
): Promise<Command[]> {
  const { landlordId } = who;
  if (isUnknown && complaint.needs.length === 0) return [];
  const before = await heldBy(tx, landlordId, complainantId);
  // A point that becomes a complaint of its own is logged within an act on the other one, which is not to be told meanwhile.
  if (complaint.splitFrom !== null && !before.isRecorded) return asBefore(complaint, complainantId, keep);
  const acts = complaint.splitFrom === null ? newNeeds(complaint, before.needs, before.todo) : [];
  const earlier = before.isRecorded ? [] : await earlierNeeds(app, tx, landlordId, complainantId);
  const changes = acts.length > 0 || earlier.length > 0;
  if (changes) {
    const form = { commandId: randomUUIDv7(), payload: {} };
    const fresh = acts.filter(act => act.kind !== 'record' || !earlier.some(one => one.kind === act.need.kind));
    const { name } = complaint.complainant;
    const known = knownAs === null && !complaint.dissatisfactionId ? { name } : {};
    await changeNeedsWithin(app, tx, who, { personId: complainantId, versionSeen: null, acts: fresh, form, ...known });
  }
  const { needs, todo } = changes ? await heldBy(tx, landlordId, complainantId) : before;
  return needs.length === 0 ? [] : [tellCommand(complainantId, needs, todo, keep)];
}

/** As the complaint it was a point of has them. */
function asBefore({ needs }: NewComplaint, personId: string, keep: Keep): Command[] {
  if (needs.length === 0) return [];
  return [
    { type: 'RecordNeeds', personId, needs: needs.map(({ kind, detail }) => ({ kind, detail: keep(detail, 'need') })) },
  ];
}

type Held = { isRecorded: boolean; needs: readonly Need[]; todo: Todo };

async function heldBy(tx: Tx, landlordId: string, personId: string): Promise<Held> {
  const found = await needsOfPerson(tx, landlordId, personId);
  const needs = found === null ? [] : holding(found.record);
  return { isRecorded: found !== null, needs, todo: await todoOf(tx, landlordId, needs) };
}

/** What was typed and does not hold already. Consent is asked for when it is gone through with them. */
function newNeeds(complaint: NewComplaint, held: readonly Need[], todo: Todo): NeedsAct[] {
  const { needs, receivedOn, representative } = complaint;
  const isNew = ({ kind, detail }: NewComplaint['needs'][number]) =>
    !held.some(one => one.kind === kind && (!mayRepeat(kind) || todo.get(one.needId) === detail));
  return needs.filter(isNew).map(({ kind, detail }) => ({
    kind: 'record',
    on: receivedOn,
    need: {
      ...{ kind, todo: detail, behind: null, ways: [], hours: null, until: null },
      toldBy: representative === null ? 'themselves' : 'representative',
      ...{ consentToKeep: 'not-asked', consentToShare: 'not-asked' },
    },
  }));
}
