/** What some of the invented residents need: told at the start of their complaint, as an officer would record it. */
import { randomUUIDv7 } from 'node:crypto';
import { addDays, type LocalDate } from '../../domain/calendar/dates.ts';
import type { Application, Viewer } from '../application.ts';
import { loadCase } from '../load-case.ts';
import { changeNeeds, type NeedTold } from '../needs/needs.ts';
import { reading } from '../reading.ts';

const agreed = { toldBy: 'themselves', consentToKeep: 'yes', consentToShare: 'yes' } as const;
const plain = { behind: null, ways: [], hours: null, until: null } as const;

function needsFor(number: number, on: LocalDate): NeedTold[] {
  const print: NeedTold = { ...plain, ...agreed, kind: 'large-print', todo: '18 point' };
  const times: NeedTold = {
    ...{ ...plain, ...agreed, kind: 'contact-times', todo: 'Ring after four' },
    hours: { from: '16:00', to: '20:00' },
  };
  const loss: NeedTold = {
    ...{
      ...plain,
      ...agreed,
      kind: 'vulnerability',
      todo: 'One person for everything; no letters about the late wife',
    },
    behind: 'His wife died in the spring. Grieving, and not sleeping.',
    until: addDays(on, 120),
    consentToShare: 'no',
  };
  const pair: NeedTold = { ...plain, ...agreed, kind: 'two-people', todo: 'Two people, and say both names first' };
  return number % 2 === 0 ? [print, times] : [print, times, pair, loss];
}

/** Records them for the resident of a complaint. */
export async function recordDemonstrationNeeds(
  app: Application,
  who: Viewer,
  caseId: string,
  number: number,
  on: LocalDate,
): Promise<void> {
  const { state } = await reading(app, who.landlordId, tx => loadCase(app, tx, who.landlordId, caseId));
  const outcome = await changeNeeds(app, who, {
    personId: state.complainantId ?? '',
    versionSeen: null,
    acts: needsFor(number, on).map(need => ({ kind: 'record', on, need })),
    form: { commandId: randomUUIDv7(), payload: {} },
  });
  if (outcome.kind !== 'done') throw new Error(`The demonstration cannot go on at "needs": ${outcome.kind}`);
}
