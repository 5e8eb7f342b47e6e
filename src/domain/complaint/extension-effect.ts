/** What extensions do to a due date: each moves it only if every condition of R9 holds when its notice is handed over. */
import { type LocalDate, sayDate } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { ClauseId } from '../policy/spans.ts';
import { type StageClocks, saySpan } from './clock-rules.ts';
import { plus } from './span-dates.ts';
import type { ExtensionFacts } from './timeline.ts';

export type ExtensionEffect = {
  dueOn: LocalDate;
  /** Whether any extension moved the date, so that the extended long-stop holds. */
  moved: boolean;
  /** Whether the last that moved it has an approved good reason, before which the Code's outer date gives way (Code 6.4). */
  goodReason: boolean;
  /** What to say of the extensions beside the rule; null where there was none. */
  note: string | null;
  clause: ClauseId | null;
};

const untouched = (dueOn: LocalDate): ExtensionEffect => ({
  dueOn,
  moved: false,
  goodReason: false,
  note: null,
  clause: null,
});

/** The due date after the extensions, in the order they were decided. The cap counts from the original date. */
export function extendedDueOn(
  original: LocalDate,
  extensions: readonly ExtensionFacts[],
  clocks: StageClocks,
  calendar: Calendar,
): ExtensionEffect {
  if (extensions.length === 0) return untouched(original);
  let effect = untouched(original);
  for (const extension of extensions) {
    const fault = extensionFault(extension, original, effect.dueOn, clocks, calendar);
    effect =
      fault === null
        ? {
            dueOn: extension.newDueOn,
            moved: true,
            goodReason: extension.goodReasonApproved,
            note: extendedWords(extension),
            clause: clocks.caps[0]?.clause ?? null,
          }
        : { ...effect, note: `${fault}, so the date did not move` };
  }
  return effect;
}

/** Why an extension does not move the date, in words; null where it does. */
export function extensionFault(
  extension: ExtensionFacts,
  original: LocalDate,
  dueNow: LocalDate,
  clocks: StageClocks,
  calendar: Calendar,
): string | null {
  if (extension.noticeSentOn === null) return 'an extension without notice';
  if (extension.noticeSentOn > dueNow) return `an extension notified after ${sayDate(dueNow)}`;
  if (extension.notice === 'incomplete') return 'an extension notice without its reason or the Ombudsman’s details';
  if (clocks.agreementRequired && (extension.agreement === 'refused' || extension.agreement === 'not-asked')) {
    return 'an extension the resident did not agree to';
  }
  if (extension.newDueOn <= dueNow) return 'an extension to an earlier date';
  const cap = latestWithoutGoodReason(original, clocks, calendar);
  if (cap === null) return 'an extension the policy does not know';
  if (extension.newDueOn > cap.on && !extension.goodReasonApproved) {
    return `an extension of more than ${cap.words} without an approved good reason`;
  }
  return null;
}

/** The last date an extension may reach without an approved good reason: the shortest of the caps that hold (R2). */
export function latestWithoutGoodReason(
  original: LocalDate,
  clocks: StageClocks,
  calendar: Calendar,
): { on: LocalDate; words: string; clause: ClauseId } | null {
  let found: { on: LocalDate; words: string; clause: ClauseId } | null = null;
  for (const cap of clocks.caps) {
    const on = plus(original, cap.span, calendar);
    if (found === null || on < found.on) found = { on, words: saySpan(cap.span), clause: cap.clause };
  }
  return found;
}

function extendedWords(extension: ExtensionFacts): string {
  const assumed = extension.notice === 'assumed' ? ' (its contents are assumed)' : '';
  const sent = extension.noticeSentOn === null ? '' : ` on ${sayDate(extension.noticeSentOn)}`;
  return `extended to ${sayDate(extension.newDueOn)} by a notice${sent}${assumed}`;
}
