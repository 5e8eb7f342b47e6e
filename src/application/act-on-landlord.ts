/**
 * Acts on the landlord's own stream, whose id is the landlord's: its calendar, the reviews of its policy, what its letters print. They
 * take turns, and everybody else's acts wait for them.
 */
import type { LandlordEvent } from '../domain/landlord/events.ts';
import { lockCalendar } from '../storage/calendar-revisions.ts';
import { loadEvents, type StoredEvent } from '../storage/events.ts';
import type { Tx } from '../storage/landlord-transaction.ts';
import type { JsonValue } from '../storage/tables.ts';
import type { Application, Viewer } from './application.ts';
import { type Landlord, loadLandlord } from './landlord.ts';
import { allOrNothing, type Decided, type Doing, oneAct, type SentForm } from './one-act.ts';
import type { Reading } from './reading.ts';
import { inSentences, RefusedInWords, type SaidNo } from './said-no.ts';

/** What is decided with: the landlord as it is now, and what it did before, in its order. */
export type OfLandlord = { landlord: Landlord; before: readonly LandlordEvent[]; tx: Tx };

export type LandlordOutcome = { kind: 'done'; result: JsonValue } | SaidNo;

/** Does an act of the landlord, once however often the button is pressed. */
export async function actOnLandlord(
  app: Application,
  who: Viewer,
  form: SentForm,
  decide: (of: OfLandlord, doing: Doing) => Promise<Decided | { refused: string }>,
): Promise<LandlordOutcome> {
  const { landlordId } = who;
  const ask = { ...form, streamId: landlordId, versionSeen: null };
  return inSentences(
    allOrNothing(app, landlordId, async tx => {
      const { result } = await oneAct(app, tx, who, ask, {
        calendar: lockCalendar,
        load: async () => {
          const [landlord, events] = await Promise.all([
            loadLandlord(app, tx, landlordId),
            loadEvents(tx, landlordId, landlordId),
          ]);
          return { landlord, events };
        },
        decide: async ({ landlord, events }, doing) => {
          const decided = await decide({ landlord, before: events.map(asLandlordEvent), tx }, doing);
          if ('refused' in decided) throw new RefusedInWords(decided.refused);
          return decided;
        },
      });
      return { kind: 'done', result } as const;
    }),
  );
}

/** What the landlord itself did, in its order. */
export async function landlordEvents(tx: Reading, landlordId: string): Promise<LandlordEvent[]> {
  return (await loadEvents(tx, landlordId, landlordId)).map(asLandlordEvent);
}

/** A stored event of a landlord's stream as the domain knows it. Each shape ever written is read in tests. */
function asLandlordEvent({ type, schema, occurredOn, body }: StoredEvent): LandlordEvent {
  return { type, schema, occurredOn, body } as object as LandlordEvent;
}
