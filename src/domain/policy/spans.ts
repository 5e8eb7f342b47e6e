/** What clocks, windows and limits are written in: a length of time, what sets it going, and the clause it comes from. */
import type { NonWorkingStart } from '../calendar/working-days.ts';

/** A clause or paragraph in a register, like `MAG-34`, `MGL-20` or `Code 6.4`; or a reading of ours, like `R12`. */
export type ClauseId = string;

export type Unit = 'working-days' | 'calendar-days' | 'months' | 'hours';

/** A length of time. `unitAsWritten` is the source's own word where our reading of it is a reading (R12). */
export type Span = { value: number; unit: Unit; unitAsWritten?: string };

/** What sets a clock going. `end-of-next-working-day` counts from the working day after receipt. */
export type ClockStart =
  | 'receipt'
  | 'logging'
  | 'end-of-next-working-day'
  | 'acknowledgement-sent'
  | 'letter-sent'
  | 'request-receipt';

/** Within how long something is owed, and from when. `atLeast` is the lower end where the source gives a range. */
export type Clock = Span & {
  from: ClockStart;
  atLeast?: number;
  /** The source's own word for the start where `from` is our reading of it; `not stated` where it gives none. */
  fromAsWritten?: string;
  nonWorkingStart?: NonWorkingStart;
  clause: ClauseId;
  note?: string;
};
