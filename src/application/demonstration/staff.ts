/** What is known of the invented people who work there: training, absence with cover, the policy read, one complaint handed over. */
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { addDays, addMonths, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { trainingOf } from '../../domain/policy/training.ts';
import type { StaffCommand } from '../../domain/staff/decide.ts';
import { actOnStaff } from '../act-on-staff.ts';
import { type Application, timeNow, type Viewer } from '../application.ts';
import { handWorkOver } from '../hand-over-work.ts';
import type { Keep } from '../one-act.ts';
import { heldWork } from '../queries/held-work.ts';
import { reading } from '../reading.ts';
import { mayIn } from './people.ts';
import type { Cast } from './play.ts';

/** Plays it once the complaints are there. */
export async function playStaff(
  app: Application,
  { staff }: Cast,
  packs: { policy: Policy; code: Policy },
): Promise<void> {
  const { policy } = packs;
  const { today } = timeNow(app);
  const lead = staff.find(person => mayIn(policy, person, 'assign'));
  const officers = staff.filter(person =>
    policy.roles.some(role => role.seniority === 'officer' && person.roles.includes(role.id)),
  );
  const [first, second, third] = officers;
  const head = staff.find(
    person => person !== lead && !officers.includes(person) && mayIn(policy, person, 'review-stage-2'),
  );
  if (lead === undefined || first === undefined || second === undefined || third === undefined) return;
  for (const kind of trainingOf(packs)) {
    const trained = (who: Viewer, on: LocalDate) =>
      does(app, lead, who, keep => ({
        type: 'RecordTraining',
        ...{ trainingId: kind.id, on, expiresOn: null, evidence: keep('Certificate, seen on the day.', 'training') },
      }));
    // One runs out in two months, one has run out, one was done lately; the third officer has none.
    const months = kind.validFor?.value ?? 0;
    await trained(first, addMonths(today, -Math.max(1, months - 2)));
    await trained(second, addMonths(today, -5));
    if (head !== undefined) await trained(head, addMonths(today, -(months + 1)));
  }
  for (const who of [lead, first, second]) await does(app, who, who, () => ({ type: 'ConfirmPolicy' }));
  await handOneOver(app, lead, third, second);
  await does(app, lead, third, () => absence(addDays(today, -1), addDays(today, 9), first.personId));
  await does(app, second, second, () => absence(addDays(today, 20), addDays(today, 33), first.personId));
}

function absence(from: LocalDate, to: LocalDate, coverId: string): StaffCommand {
  return { type: 'RecordAbsence', absenceId: randomUUID(), kind: 'planned', from, to, coverId };
}

async function does(app: Application, who: Viewer, about: Viewer, make: (keep: Keep) => StaffCommand): Promise<void> {
  const form = { commandId: randomUUIDv7(), payload: {} };
  const outcome = await actOnStaff(app, who, about.personId, form, make);
  if (outcome.kind !== 'done') throw new Error(`The demonstration cannot do this: ${JSON.stringify(outcome)}`);
}

/** The complaint that is due last of those that somebody has, so that its new contact is still to be told. */
async function handOneOver(app: Application, lead: Viewer, from: Viewer, to: Viewer): Promise<void> {
  const { landlordId } = lead;
  const { today } = timeNow(app);
  const { held } = await reading(app, landlordId, tx => heldWork(tx, landlordId, from.personId, today));
  const one = held.findLast(({ thing, kind }) => thing.kind === 'complaint' && thing.stage === 1 && kind === 'respond');
  if (one === undefined) return;
  await handWorkOver(app, lead, {
    from: from.personId,
    reason: 'Away for a week and more.',
    things: [{ thing: one.thing, to: to.personId, because: null, clause: null }],
    form: { commandId: randomUUIDv7(), payload: {} },
  });
}
