import { type Instant, londonDateOf, londonTimeOf, sayDate } from '../../../domain/calendar/dates.ts';
import { dueTag, type Tone } from '../../components/redress/due-tag.ts';
import type { Html } from '../../html.ts';

/** A moment in words: `14:05 on Friday 6 March 2026`. */
export function sayMoment(at: Instant): string {
  return `${londonTimeOf(at)} on ${sayDate(londonDateOf(at))}`;
}

/** How long until a moment at which something is due, or since, by the hour: minutes where it is less than two hours (R13). */
export function sayUntil(dueAt: Instant, now: Instant): { words: string; tone: Tone } {
  const late = Date.parse(dueAt) < Date.parse(now);
  const minutes = Math.round(Math.abs(Date.parse(dueAt) - Date.parse(now)) / 60_000);
  const hours = Math.floor(minutes / 60);
  const span = minutes < 120 ? `${minutes} minutes` : hours < 72 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
  return late ? { words: `${span} late`, tone: 'late' } : { words: `in ${span}`, tone: 'soon' };
}

/** The same as a tag, with the moment beside or below it. */
export function momentTag(dueAt: Instant, now: Instant, place?: 'below'): Html {
  return dueTag({ ...sayUntil(dueAt, now), date: sayMoment(dueAt), ...(place ? { place } : {}) });
}
