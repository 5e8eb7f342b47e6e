/** Times to acknowledge and to respond: how long, from when, and whether the policy promises them at all. */
import type { Policy } from '../policy.ts';
import type { ClauseId, Clock, ClockStart } from '../spans.ts';
import { BOTH_STAGES, type Hit, type Rule, type StageNumber, when } from './finding.ts';
import { canOutlast, sayClock, sayStart } from './lengths.ts';

type Duty = 'acknowledge' | 'respond';

const PARAGRAPHS: Record<Duty, Record<StageNumber, ClauseId>> = {
  acknowledge: { 1: 'Code 6.2', 2: 'Code 6.11' },
  respond: { 1: 'Code 6.3', 2: 'Code 6.14' },
};
const DUTY_NAMES: Record<Duty, string> = { acknowledge: 'acknowledgement', respond: 'response' };
const DOING: Record<Duty, string> = { acknowledge: 'Acknowledge', respond: 'Respond' };

/** Later in this order means that the clock starts later. An acknowledgement follows receipt and logging. */
const START_ORDER: Record<ClockStart, number> = {
  receipt: 0,
  'request-receipt': 0,
  'end-of-next-working-day': 1,
  logging: 2,
  'acknowledgement-sent': 3,
  'letter-sent': 4,
};

/** Whether the clock can start after the Code's. A next-working-day start is one working day more, so a short clock makes up for it. */
function startsLater(clock: Clock, code: Clock): boolean {
  if (START_ORDER[clock.from] <= START_ORDER[code.from]) return false;
  if (clock.from !== 'end-of-next-working-day') return true;
  const fromReceipt = clock.unit === 'working-days' ? clock.value + 1 : clock.value + 3;
  return canOutlast({ ...clock, value: fromReceipt }, code);
}

function clockOf(policy: Policy, stage: StageNumber, duty: Duty): Clock | null {
  return policy.stages[stage][duty];
}

function expectation(stage: StageNumber, duty: Duty, code: Clock): string {
  return `${DOING[duty]} at stage ${stage} within ${sayClock(code)}.`;
}

function tooLong(stage: StageNumber, duty: Duty): Rule {
  return {
    id: `stage-${stage}-${duty}-too-long`,
    paragraph: PARAGRAPHS[duty][stage],
    severity: 'breach',
    states: `The time for the stage ${stage} ${DUTY_NAMES[duty]} is longer than the Code's.`,
    find: ({ policy, code }) => {
      const clock = clockOf(policy, stage, duty);
      const limit = clockOf(code, stage, duty);
      if (clock === null || limit === null || !canOutlast(clock, limit)) return [];
      return [
        {
          path: `stages.${stage}.${duty}`,
          clause: clock.clause,
          found: `The stage ${stage} ${DUTY_NAMES[duty]} may take ${sayClock(clock)}.`,
          expected: expectation(stage, duty, limit),
        },
      ];
    },
  };
}

function startsLate(stage: StageNumber, duty: Duty): Rule {
  return {
    id: `stage-${stage}-${duty}-starts-late`,
    paragraph: PARAGRAPHS[duty][stage],
    severity: 'breach',
    states: `The clock of the stage ${stage} ${DUTY_NAMES[duty]} starts later than the Code's.`,
    find: ({ policy, code }) => {
      const clock = clockOf(policy, stage, duty);
      const limit = clockOf(code, stage, duty);
      if (clock === null || limit === null || !startsLater(clock, limit)) return [];
      return [
        {
          path: `stages.${stage}.${duty}.from`,
          clause: clock.clause,
          found: `The time for the stage ${stage} ${DUTY_NAMES[duty]} is counted from ${sayStart(clock.from)}.`,
          expected: `Count it from ${sayStart(limit.from)}.`,
        },
      ];
    },
  };
}

function notPromised(stage: StageNumber, duty: Duty): Rule {
  return {
    id: `stage-${stage}-${duty}-missing`,
    paragraph: PARAGRAPHS[duty][stage],
    severity: 'breach',
    states: `The policy gives no time for the stage ${stage} ${DUTY_NAMES[duty]}.`,
    find: ({ policy, code }) => {
      const limit = clockOf(code, stage, duty);
      if (limit === null || clockOf(policy, stage, duty) !== null) return [];
      return [
        {
          path: `stages.${stage}.${duty}`,
          found: `No time is given for the stage ${stage} ${DUTY_NAMES[duty]}.`,
          expected: expectation(stage, duty, limit),
        },
      ];
    },
  };
}

function onlyLogged(stage: StageNumber): Rule {
  return {
    id: `stage-${stage}-only-logged`,
    paragraph: PARAGRAPHS.acknowledge[stage],
    severity: 'breach',
    states: `Within the acknowledgement's time the policy promises to log stage ${stage}, but not to acknowledge it.`,
    find: ({ policy, code }) => {
      const rules = policy.stages[stage];
      const limit = code.stages[stage].acknowledge;
      if (rules.acknowledge === null || limit === null) return [];
      const clause = rules.acknowledge.clause;
      return when(!rules.acknowledgePromises.includes('acknowledged'), () => ({
        path: `stages.${stage}.acknowledgePromises`,
        clause,
        found: `Within ${sayClock(rules.acknowledge ?? limit)} stage ${stage} is only logged; no acknowledgement is promised by then.`,
        expected: expectation(stage, 'acknowledge', limit),
      }));
    },
  };
}

function startNotStated(stage: StageNumber, duty: Duty): Rule {
  return {
    id: `stage-${stage}-${duty}-start-not-stated`,
    paragraph: PARAGRAPHS[duty][stage],
    severity: 'note',
    states: `The policy does not say what starts the clock of the stage ${stage} ${DUTY_NAMES[duty]}.`,
    find: ({ policy, code }) => {
      const clock = clockOf(policy, stage, duty);
      const limit = clockOf(code, stage, duty);
      if (clock === null || limit === null) return [];
      return when(clock.fromAsWritten === 'not stated', () => ({
        path: `stages.${stage}.${duty}.fromAsWritten`,
        clause: clock.clause,
        found: `The policy does not say from when the stage ${stage} ${DUTY_NAMES[duty]} is counted; we read it as ${sayStart(clock.from)}.`,
        expected: `Say that it is counted from ${sayStart(limit.from)}.`,
      }));
    },
  };
}

/** A whole-pack convention, or one clock's own: where the first working day after a weekend is day 0, everyone waits a day more [R4]. */
const dayZero: Rule = {
  id: 'non-working-start-is-day-0',
  paragraph: 'Code 6.2',
  severity: 'risk',
  states: 'What arrives on a day off is counted a day later than what the Code says would give.',
  find: ({ policy, code }) => {
    if (code.nonWorkingStart === 'next-working-day-is-day-0') return [];
    const expected = 'Treat the day of receipt as day 0 also at a weekend, so that the next working day is day 1.';
    const found = 'What arrives on a day that is no working day is counted as if it came on the next working day.';
    const general = when(policy.nonWorkingStart === 'next-working-day-is-day-0', () => ({
      path: 'nonWorkingStart',
      found,
      expected,
    }));
    return [...general, ...clocksWithDayZero(policy, found, expected)];
  },
};

function clocksWithDayZero(policy: Policy, found: string, expected: string): Hit[] {
  return BOTH_STAGES.flatMap(stage =>
    (['acknowledge', 'respond'] as const).flatMap(duty => {
      const clock = clockOf(policy, stage, duty);
      if (clock?.nonWorkingStart !== 'next-working-day-is-day-0') return [];
      const path = `stages.${stage}.${duty}.nonWorkingStart`;
      return [{ path, clause: clock.clause, found, expected, paragraph: PARAGRAPHS[duty][stage] }];
    }),
  );
}

export const clockRules: readonly Rule[] = [
  ...BOTH_STAGES.flatMap(stage => [
    notPromised(stage, 'acknowledge'),
    onlyLogged(stage),
    tooLong(stage, 'acknowledge'),
    startsLate(stage, 'acknowledge'),
    startNotStated(stage, 'acknowledge'),
    notPromised(stage, 'respond'),
    tooLong(stage, 'respond'),
    startsLate(stage, 'respond'),
    startNotStated(stage, 'respond'),
  ]),
  dayZero,
];
