/** Checks the dates of one complaint, however they came in: real days, in an order that can be, none in the future. */
import type { KnownDates } from '../application/past-cases/known-dates.ts';
import { isLocalDate, type LocalDate } from '../domain/calendar/dates.ts';

/** Each date a complaint may have, and the dates it cannot come before. Listed in the order in which things happen. */
const dateFields = {
  received_on: [],
  acknowledged_on: ['received_on'],
  stage1_extended_to: ['received_on'],
  stage1_extension_notified_on: ['received_on'],
  stage1_responded_on: ['received_on'],
  escalation_requested_on: ['received_on'],
  stage2_acknowledged_on: ['received_on', 'escalation_requested_on'],
  stage2_extended_to: ['received_on', 'escalation_requested_on'],
  stage2_extension_notified_on: ['received_on', 'escalation_requested_on'],
  stage2_responded_on: ['received_on', 'escalation_requested_on'],
  withdrawn_on: ['received_on'],
} as const satisfies Record<string, readonly string[]>;

export type DateField = keyof typeof dateFields;

export const dateFieldNames = Object.keys(dateFields) as readonly DateField[];

export type DateFault = { readonly field: DateField; readonly value: string; readonly why: string };

export type CheckedDates =
  | { readonly ok: true; readonly dates: KnownDates }
  | { readonly ok: false; readonly faults: readonly DateFault[] };

/** What each date is called in a sentence. */
const said: Record<DateField, string> = {
  received_on: 'the complaint was received',
  acknowledged_on: 'it was acknowledged',
  stage1_extended_to: 'the stage 1 extension ends',
  stage1_extension_notified_on: 'the stage 1 extension was notified',
  stage1_responded_on: 'stage 1 was answered',
  escalation_requested_on: 'stage 2 was asked for',
  stage2_acknowledged_on: 'stage 2 was acknowledged',
  stage2_extended_to: 'the stage 2 extension ends',
  stage2_extension_notified_on: 'the stage 2 extension was notified',
  stage2_responded_on: 'stage 2 was answered',
  withdrawn_on: 'it was withdrawn',
};

/**
 * The dates, or every fault in them. `textOf` gives what was written for a field, empty for nothing. No fact may be later than
 * `latest`; null allows any. The date an extension reaches may always lie ahead.
 */
export function checkDates(textOf: (field: DateField) => string, latest: LocalDate | null): CheckedDates {
  const dates: Partial<Record<DateField, LocalDate>> = {};
  const faults: DateFault[] = [];
  for (const field of dateFieldNames) {
    const value = textOf(field);
    const date = isLocalDate(value) ? value : value.trim();
    if (date === '') continue;
    if (!isLocalDate(date)) faults.push({ field, value, why: whyNoDate(date) });
    else dates[field] = date;
  }
  if (dates.received_on === undefined && !faults.some(fault => fault.field === 'received_on')) {
    faults.push({ field: 'received_on', value: '', why: 'the day the complaint was received is missing' });
  }
  for (const field of dateFieldNames) {
    const date = dates[field];
    const why = date === undefined ? null : (tooEarly(field, date, dates) ?? tooLate(field, date, latest));
    if (date !== undefined && why !== null) faults.push({ field, value: date, why });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, dates: arranged(dates) };
}

function whyNoDate(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? 'there is no such day' : 'expected a date written YYYY-MM-DD';
}

function tooEarly(field: DateField, date: LocalDate, dates: Partial<Record<DateField, LocalDate>>): string | null {
  for (const earlier of dateFields[field]) {
    const first = dates[earlier];
    if (first !== undefined && date < first) return `${said[field]} before ${said[earlier]} (${first})`;
  }
  return null;
}

function tooLate(field: DateField, date: LocalDate, latest: LocalDate | null): string | null {
  if (latest === null || date <= latest || field === 'stage1_extended_to' || field === 'stage2_extended_to')
    return null;
  return `${said[field]} in the future (after ${latest})`;
}

function arranged(dates: Partial<Record<DateField, LocalDate>>): KnownDates {
  return {
    stage1: {
      startedOn: dates.received_on ?? null,
      acknowledgedOn: dates.acknowledged_on ?? null,
      extendedTo: dates.stage1_extended_to ?? null,
      extensionNotifiedOn: dates.stage1_extension_notified_on ?? null,
      respondedOn: dates.stage1_responded_on ?? null,
    },
    stage2: {
      startedOn: dates.escalation_requested_on ?? null,
      acknowledgedOn: dates.stage2_acknowledged_on ?? null,
      extendedTo: dates.stage2_extended_to ?? null,
      extensionNotifiedOn: dates.stage2_extension_notified_on ?? null,
      respondedOn: dates.stage2_responded_on ?? null,
    },
    withdrawnOn: dates.withdrawn_on ?? null,
    responseMethod: null,
  };
}
