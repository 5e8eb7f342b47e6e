/** What a new version gives to residents whose complaint began under an earlier one: terms that are kinder to them (R67). */
import type { Unit } from './spans.ts';
import type { EscalationRules, EscalationWindow } from './stage-rules.ts';

/**
 * The rules for asking for stage 2 of the version at receipt, with each term that the present version makes kinder. Clocks stay as they
 * were: the dates they gave have been promised, and a shorter one would make things late that nobody was late with.
 */
export function withKinderTerms(held: EscalationRules, present: EscalationRules): EscalationRules {
  const longer = isLonger(present.window, held.window);
  return {
    ...held,
    window: longer ? present.window : held.window,
    late: first(['accept-by-default', 'on-merits', 'refuse'], held.late, present.late),
    channels: first(['any', 'normally-in-writing', 'writing-only'], held.channels, present.channels),
    reasonsRequired: held.reasonsRequired && present.reasonsRequired,
    discretionary: held.discretionary && present.discretionary,
    afterResponseOnly: held.afterResponseOnly && present.afterResponseOnly,
    reviewLimitedToReasonsGiven: held.reviewLimitedToReasonsGiven && present.reviewLimitedToReasonsGiven,
  };
}

/** The kinder of two, by an order that begins with the kindest. */
function first<T>(kindestFirst: readonly T[], one: T, other: T): T {
  return kindestFirst.indexOf(one) <= kindestFirst.indexOf(other) ? one : other;
}

/** No window is the longest of all. Of two that count from different things neither is surely longer: the earlier one stays. */
function isLonger(window: EscalationWindow | null, than: EscalationWindow | null): boolean {
  if (than === null) return false;
  if (window === null) return true;
  if (window.countsFrom !== than.countsFrom) return false;
  if (window.unit === than.unit) return window.value > than.value;
  return window.value * daysIn[window.unit].fewest > than.value * daysIn[than.unit].most;
}

/** In calendar days, so that units can be compared: five working days are a week at least, and more where it has a holiday. */
const daysIn: Record<Unit, { fewest: number; most: number }> = {
  hours: { fewest: 1 / 24, most: 1 / 24 },
  'calendar-days': { fewest: 1, most: 1 },
  'working-days': { fewest: 7 / 5, most: 2 },
  months: { fewest: 28, most: 31 },
};
