/** Somebody or a home that is known, in words. */
import type { KnownEntry } from '../../../application/queries/known-people.ts';
import { type LocalDate, sayShortDate } from '../../../domain/calendar/dates.ts';

/** `14 Larch Court, Testington, ZZ1 4LC · social rent · counts for the satisfaction measures · building LARCH`. */
export function sayHome({ home }: KnownEntry, today: LocalDate): string {
  if (home === null) return 'No home is recorded';
  const { address, tenure, relevantStock, building, tenancyUntil } = home;
  const stock =
    relevantStock === null ? null : `${relevantStock ? 'counts' : 'does not count'} for the satisfaction measures`;
  const ended = tenancyUntil !== null && tenancyUntil <= today ? `tenancy ended ${sayShortDate(tenancyUntil)}` : null;
  return [address, tenure, stock, building === null ? null : `building ${building}`, ended]
    .filter(one => one !== null)
    .join(' · ');
}

/** Who it is; a home in which nobody is known is said as what it is. */
export function sayWho({ name }: KnownEntry): string {
  return name ?? 'Nobody is known to live here';
}
