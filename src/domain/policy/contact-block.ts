/** A body that people can turn to besides the landlord, and how it is reached. */
import type { LocalDate } from '../calendar/dates.ts';

export type ContactBlock = {
  body:
    | 'housing-ombudsman'
    | 'local-government-ombudsman'
    | 'parliamentary-health-ombudsman'
    | 'building-safety-regulator'
    | 'information-commissioner';
  name: string;
  web: string | null;
  phone: string | null;
  post: string | null;
  /** Null where the body no longer takes new cases by email. */
  email: string | null;
  /** The first day on which this block is right; the newest one not in the future is printed. */
  from: LocalDate;
  appliesTo: string;
  /** Categories of complaint for which this body is the one to turn to; absent: what `appliesTo` says. */
  categories?: string[];
  /** `to-confirm` is never printed in a letter: the landlord has to check it first. */
  status: 'checked' | 'to-confirm';
};
