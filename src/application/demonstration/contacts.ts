/** What people have told the invented landlords lately and is no complaint yet: some judged, some waiting in the queue. */
import { randomUUIDv7 } from 'node:crypto';
import { addDays, type Instant, type LocalDate, londonInstant } from '../../domain/calendar/dates.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import type { Application, Viewer } from '../application.ts';
import type { ContactAct, TriageAct } from '../contact-acts.ts';
import { changeContact, logContact, type NewContact } from '../contacts.ts';
import { decideActor } from './acting.ts';
import { resident } from './people.ts';
import type { Cast } from './play.ts';

type Told = {
  words: string;
  channel: string;
  daysAgo: number;
  /** Nobody's name where they gave none. */
  anonymous?: true;
  dangers?: readonly string[];
  acts?: readonly ContactAct[];
};

const triage = (outcome: TriageAct['outcome'], reasons: string, more: Partial<TriageAct> = {}): TriageAct => ({
  kind: 'triage',
  ...{ outcome, reasons, aboutServiceRequest: false, feedback: null, enquiry: null, elsewhere: null, request: null },
  ...more,
});
const about = { category: null, serviceArea: 'repairs', theme: null };

const contacts: readonly Told[] = [
  {
    words: 'Please thank the two lads who fixed our back door. Brilliant job, and they swept up after themselves.',
    channel: 'email',
    daysAgo: 6,
    acts: [triage('feedback', 'Praise for the repairs team', { feedback: { kind: 'compliment', ...about } })],
  },
  {
    words: 'I don’t want to say who I am. The bins at the back are never closed and there are rats.',
    channel: 'phone',
    daysAgo: 5,
    anonymous: true,
    acts: [triage('feedback', 'No name, nobody can be answered', { feedback: { kind: 'anonymous', ...about } })],
  },
  {
    words: 'My constituent has been without heating since Friday. Please let me know what is being done.',
    channel: 'councillor-or-mp',
    daysAgo: 2,
    acts: [
      triage('elected-enquiry', 'The MP asks for a resident, who has not been asked yet', {
        enquiry: { from: 'mp', name: 'Alex Morton MP', email: 'alex.morton@example.org', phone: null, dueOn: null },
      }),
    ],
  },
  {
    words: 'The street light outside number 12 has been out for weeks.',
    channel: 'web',
    daysAgo: 3,
    acts: [
      triage('not-ours', 'Street lights are the council’s', {
        elsewhere: { bodies: [], other: 'The council’s street lighting team, through its website' },
      }),
    ],
  },
  {
    words: 'You sent me a letter with my neighbour’s rent account in it. I am not happy about my data either.',
    channel: 'letter',
    daysAgo: 4,
    acts: [triage('data-protection', 'A letter with somebody else’s data in it')],
  },
  {
    words: 'Nobody came on Tuesday. This is the third time I ring. I waited in all day and I am fed up.',
    channel: 'phone',
    daysAgo: 2,
  },
  { words: 'Is anybody at @ourlandlord ever going to fix this lift? Disgrace.', channel: 'social-media', daysAgo: 1 },
  {
    words: 'There is a smell of burning from the socket in the hall.',
    channel: 'phone',
    daysAgo: 0,
    dangers: ['electrics'],
  },
  { words: 'Could somebody look at the gate? It does not shut any more.', channel: 'web', daysAgo: 0 },
  {
    words: 'The kitchen tap has started to drip. No rush, but could somebody look at it?',
    channel: 'phone',
    daysAgo: 3,
    acts: [
      triage('service-request', 'A first report, and she is not unhappy with anything', {
        request: { serviceArea: 'repairs', healthAndSafety: false },
      }),
    ],
  },
];

/** Logs and judges them as real commands, under a clock that stands at each one's day. */
export async function playContacts(app: Application, cast: Cast, last: LocalDate, now: Instant): Promise<void> {
  for (const [at, told] of contacts.entries()) {
    const on = workingDayBefore(cast, last, told.daysAgo);
    const planned = londonInstant(on, `09:${String(10 + at * 3).padStart(2, '0')}`);
    const moment = planned > now ? now : planned;
    const stage = { ...app, clock: { now: () => moment } };
    await playOne(stage, decideActor(cast.staff, app, 'log', at), decideActor(cast.staff, app, 'define', at), told, {
      number: 300 + at,
      on,
    });
  }
}

async function playOne(
  app: Application,
  writer: Viewer,
  judge: Viewer,
  told: Told,
  { number, on }: { number: number; on: LocalDate },
): Promise<void> {
  const logged = await logContact(app, writer, contactOf(told, number, on), form());
  if (logged.kind !== 'done') throw new Error(`An invented contact was not logged: ${JSON.stringify(logged)}`);
  for (const act of told.acts ?? []) {
    const done = await changeContact(app, judge, { recordId: logged.recordId, versionSeen: null }, act, form());
    if (done.kind !== 'done') throw new Error(`An invented contact was not judged: ${JSON.stringify(done)}`);
  }
}

const form = () => ({ commandId: randomUUIDv7(), payload: {} });

function contactOf({ words, channel, anonymous, dangers }: Told, number: number, on: LocalDate): NewContact {
  const { address, postcode, ...person } = resident(number);
  return {
    ...{ toldOn: on, channel, words, needs: [] },
    toldTo: channel === 'phone' ? 'staff' : 'landlord-inbox',
    person: anonymous === true ? null : person,
    relationship: anonymous === true ? null : 'tenant',
    home: anonymous === true ? null : { address, postcode },
    dangers: dangers ?? null,
  };
}

function workingDayBefore({ calendar }: Cast, day: LocalDate, days: number): LocalDate {
  let at = addDays(day, -days);
  while (!isWorkingDay(calendar, at)) at = addDays(at, -1);
  return at;
}
