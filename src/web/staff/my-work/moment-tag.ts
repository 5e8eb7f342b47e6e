import { type Instant, londonDateOf, londonTimeOf, sayDate } from '../../../domain/calendar/dates.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import type { Html } from '../../html.ts';

/** A moment in words: `14:05 on Friday 6 March 2026`. */
export function sayMoment(at: Instant): string {
  return `${londonTimeOf(at)} on ${sayDate(londonDateOf(at))}`;
}

/** How long until a moment at which something is due, or since, by the hour: minutes where it is less than two hours (R13). */
export function momentTag(dueAt: Instant, now: Instant, place?: 'below'): Html {
  const late = Date.parse(dueAt) < Date.parse(now);
  const minutes = Math.round(Math.abs(Date.parse(dueAt) - Date.parse(now)) / 60_000);
  const hours = Math.floor(minutes / 60);
  const span = minutes < 120 ? `${minutes} minutes` : hours < 72 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
  const tone = late ? 'late' : 'soon';
  return dueTag({
    words: late ? `${span} late` : `in ${span}`,
    tone,
    date: sayMoment(dueAt),
    ...(place ? { place } : {}),
  });
}
