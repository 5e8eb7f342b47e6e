/** The response in the format that was agreed: due with the response, with the day by which it has to be ordered (R7). */
import { addDays, type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type Calendar, previousWorkingDay } from '../../calendar/working-days.ts';
import { type AgreedFormat, FORMAT_NAMES } from '../../policy/formats.ts';
import type { Span } from '../../policy/spans.ts';
import { saySpan } from '../clock-rules.ts';
import { delivered } from '../evolve/letters.ts';
import { formatsFor, readerOf } from '../formats.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

/** One for each agreed format and running stage; late, it counts against adjustments whatever became of the response. */
export function formatObligations(
  state: CaseState,
  context: ObligationContext,
  stages: readonly Obligation[],
): Obligation[] {
  const formats = formatsFor(state, readerOf(state));
  if (formats.length === 0) return [];
  return stages.flatMap(respond => (respond.kind === 'respond' ? owed(formats, respond, state, context) : []));
}

function owed(
  formats: readonly AgreedFormat[],
  respond: Obligation,
  state: CaseState,
  context: ObligationContext,
): Obligation[] {
  const { stage, dueOn } = respond;
  if (stage === null) return [];
  const went = state.letters.filter(one => one.kind === 'response' && one.stage === stage && delivered(one));
  // Answered before the need was known: what it went in was not asked then.
  if (went.length > 0 && went.every(one => one.sent?.format === null && one.formats.length === 0)) return [];
  return formats.map(format => {
    const goneOn = went.flatMap(one => one.formats.filter(({ as }) => as === format).map(({ on }) => on))[0] ?? null;
    return newObligation({
      id: `send-format-${stage}-${format}`,
      kind: 'send-format',
      stage,
      owner: { personId: state.stages[stage].handlerId, team: 'complaints' },
      dueOn,
      from: respond.from,
      rule: `the response in ${FORMAT_NAMES[format]}, as agreed, is due the same day${orderedBy(format, dueOn, context)}`,
      clause: 'R7',
      dischargedOn: goneOn,
      lapsedOn: goneOn === null ? respond.lapsedOn : null,
    });
  });
}

/** The forecast: how long it takes to make, and so when its words have to be ready. */
function orderedBy(
  format: AgreedFormat,
  dueOn: LocalDate | null,
  { policy, code, calendar }: ObligationContext,
): string {
  const times = [...(policy.formatLeadTimes ?? []), ...(code.ourReadings?.formatLeadTimes ?? [])];
  const takes = times.find(one => one.format === format);
  if (takes === undefined || dueOn === null) return '';
  return `; it takes about ${saySpan(takes)} to make, so order it by ${sayDate(before(dueOn, takes, calendar))}`;
}

function before(day: LocalDate, { value, unit }: Span, calendar: Calendar): LocalDate {
  if (unit !== 'working-days') return addDays(day, -value);
  let at = day;
  for (let left = value; left > 0; left -= 1) at = previousWorkingDay(calendar, addDays(at, -1));
  return at;
}

/** The response itself says that the agreed format is due with it. */
export function withFormats(respond: Obligation, state: CaseState): Obligation {
  const formats = respond.kind === 'respond' && respond.dischargedOn === null ? formatsFor(state, readerOf(state)) : [];
  if (formats.length === 0) return respond;
  const named = formats.map(format => FORMAT_NAMES[format]).join(' and ');
  return { ...respond, rule: `${respond.rule}; in ${named} the same day, or it is no response` };
}
