/** Acts on the stream of somebody who works here: being away, training, the policy read. It does not wait for other people's. */

import { decideOnStaff, type StaffCommand } from '../domain/staff/decide.ts';
import { evolveStaff } from '../domain/staff/record.ts';
import { holdCalendar } from '../storage/calendar-revisions.ts';
import type { Application, Viewer } from './application.ts';
import { actorAmong, loadLandlord } from './landlord.ts';
import type { Keep, SentForm } from './one-act.ts';
import { allOrNothing, oneAct } from './one-act.ts';
import { inSentences, RefusedInWords, type SaidNo } from './said-no.ts';
import { loadStaffRecord, writeStaffRecord } from './staff-record.ts';

export type StaffOutcome = { kind: 'done' } | SaidNo;

/** Records something of a person, once however often the button is pressed. `make` keeps words beside the log. */
export function actOnStaff(
  app: Application,
  who: Viewer,
  personId: string,
  form: SentForm,
  make: (keep: Keep) => StaffCommand,
): Promise<StaffOutcome> {
  const { landlordId } = who;
  const ask = { ...form, streamId: personId, versionSeen: null };
  const outcome = allOrNothing(app, landlordId, async tx => {
    await oneAct(app, tx, who, ask, {
      calendar: holdCalendar,
      load: async () => {
        const [landlord, loaded] = await Promise.all([
          loadLandlord(app, tx, landlordId),
          loadStaffRecord(tx, landlordId, personId),
        ]);
        return { landlord, ...loaded };
      },
      decide: ({ landlord, record }, { keep, today }) => {
        const { policy, code, hash: packHash, people } = landlord;
        const person = people[personId];
        if (person === undefined) throw new RefusedInWords('There is nobody like this here.');
        const actor = actorAmong(people, who);
        const decided = decideOnStaff(make(keep), record, { policy, code, packHash, today, actor, person, people });
        if ('refused' in decided) throw new RefusedInWords(decided.refused);
        const after = evolveStaff(record, decided.event);
        const rows = () => writeStaffRecord(tx, { landlordId, personId }, record, after);
        return { events: [decided.event], packHash, rows };
      },
    });
    return { kind: 'done' } as const;
  });
  return inSentences(outcome);
}
