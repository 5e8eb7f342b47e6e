/** Invented requests for a service: one on its way, one nobody's yet, one late for its review, one that became a complaint, one done. */
import { randomUUIDv7 } from 'node:crypto';
import { addHours, type Instant, type LocalDate, londonInstant } from '../../domain/calendar/dates.ts';
import type { Application, Viewer } from '../application.ts';
import { logComplaint } from '../log-complaint.ts';
import { changeServiceRequest, openServiceRequest, type RequestAct } from '../service-requests.ts';
import { decideActor } from './acting.ts';
import { done } from './done.ts';
import { resident } from './people.ts';
import type { Cast } from './play.ts';

type Asked = {
  words: string;
  serviceArea: string;
  /** How many working days before the last day it was asked. */
  daysAgo: number;
  owned: boolean;
  safety: boolean;
  job: string | null;
  /** What was done to it, each so many working days before the last day. */
  acts: readonly (readonly [daysAgo: number, act: (on: LocalDate) => RequestAct])[];
  /** What they were not happy with on the last day, where they were not. */
  complaint: string | null;
};

const requests: readonly Asked[] = [
  {
    words: 'The extractor fan in the bathroom has stopped. It hums and does not turn.',
    ...{ serviceArea: 'repairs', daysAgo: 14, owned: true, safety: false, job: 'JOB-20417', complaint: null },
    acts: [
      [
        6,
        on => ({
          ...{ kind: 'review', on, againOn: null, unsafe: null },
          found: 'The electrician looked at it and ordered a new motor.',
          next: 'Fit the motor when it comes; ring them the day before.',
        }),
      ],
    ],
  },
  {
    words: 'The handrail on the back stairs has come off the wall and my mother holds on to it.',
    ...{ serviceArea: 'repairs', daysAgo: 1, owned: true, safety: true, job: 'JOB-20622', complaint: null, acts: [] },
  },
  {
    words: 'Please could somebody look at the lock on the bin store, it jams.',
    ...{ serviceArea: 'repairs', daysAgo: 2, owned: false, safety: false, job: null, complaint: null, acts: [] },
  },
  {
    words: 'The kitchen tap drips and I have put a bowl under it.',
    ...{ serviceArea: 'repairs', daysAgo: 17, owned: true, safety: false, job: 'JOB-20291', acts: [] },
    complaint: 'I asked for my tap in good time. Two visits were booked and nobody came to either, and nobody rang.',
  },
  {
    words: 'My front door sticks since the rain.',
    ...{ serviceArea: 'repairs', daysAgo: 20, owned: true, safety: false, job: 'JOB-20188', complaint: null },
    acts: [
      [
        12,
        on => ({
          kind: 'complete',
          on,
          evidence: 'Job closed by the joiner with a photograph; the resident says it is right.',
        }),
      ],
    ],
  },
];

type Days = { before: (days: number) => LocalDate; last: LocalDate; now: Instant };

/** Plays them for one landlord, as real commands on the days they happened. */
export async function askForServices(app: Application, cast: Cast, from: number, days: Days): Promise<void> {
  for (const [place, asked] of requests.entries()) await playRequest(app, cast, from + place, asked, days);
}

async function playRequest(app: Application, cast: Cast, number: number, asked: Asked, days: Days): Promise<void> {
  const at = (on: LocalDate, hours: number): Application => {
    const planned = addHours(londonInstant(on, '10:00'), hours);
    const now = planned > days.now ? days.now : planned;
    return { ...app, clock: { now: () => now } };
  };
  const who = decideActor(cast.staff, app, 'contact', number);
  const { address, postcode, ...contact } = resident(number + 40);
  const askedOn = days.before(asked.daysAgo);
  const { words, serviceArea, safety: healthAndSafety, job } = asked;
  const opened = await openServiceRequest(
    at(askedOn, 0),
    who,
    {
      ...{ askedOn, channel: 'phone', words, serviceArea, healthAndSafety, contractor: null },
      person: { ...contact, knownAs: null },
      home: { address, postcode },
      housing: job === null ? null : { system: 'Repairs', reference: job },
      ownerId: asked.owned ? who.personId : null,
    },
    sent(),
  );
  const { requestId } = done(opened, 'a service request');
  for (const [daysAgo, act] of asked.acts) {
    const on = days.before(daysAgo);
    done(await changeServiceRequest(at(on, 1), who, { requestId, versionSeen: null }, act(on), sent()), 'a request');
  }
  if (asked.complaint !== null)
    await complain(at(days.last, 2), cast, number, { requestId, words: asked.complaint, days });
}

async function complain(
  app: Application,
  cast: Cast,
  number: number,
  { requestId, words, days }: { requestId: string; words: string; days: Days },
): Promise<void> {
  const who: Viewer = decideActor(cast.staff, app, 'log', number);
  const { address, postcode, ...contact } = resident(number + 40);
  const logged = await logComplaint(
    app,
    who,
    {
      ...{ receivedOn: days.last, channel: 'phone', toldTo: 'staff', complainantType: 'tenant', words },
      complainant: { ...contact, knownAs: null },
      home: { address, postcode },
      ...{ representative: null, category: 'property-condition', serviceArea: 'repairs', contractor: null },
      ...{ complainedOf: [], flags: [], needs: [], earlierCaseIds: [], splitFrom: null },
      serviceRequestId: requestId,
    },
    sent(),
  );
  done(logged, 'log');
}

function sent() {
  return { commandId: randomUUIDv7(), payload: {} };
}
