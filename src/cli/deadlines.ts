/** `redress deadlines`: what is owed on one complaint, by when and why, from the dates somebody types. */
import {
  type Judge,
  type JudgedObligation,
  type JudgedWindow,
  judgeDates,
  judgeWindow,
} from '../application/past-cases/judge.ts';
import { type KnownDates, lastFact } from '../application/past-cases/known-dates.ts';
import { openJudge } from '../application/past-cases/open-judge.ts';
import { isLocalDate, type LocalDate, sayDate } from '../domain/calendar/dates.ts';
import { BeyondCalendar, withinCalendar } from '../domain/calendar/working-days.ts';
import { checkDates, type DateField } from './case-dates.ts';
import { type CommandArguments, optionGiven, optionText } from './command.ts';
import { obligationLine, reasonLines } from './say-obligation.ts';

/** The option each date is typed under. */
const optionOf: Record<DateField, string> = {
  received_on: 'received',
  acknowledged_on: 'acknowledged',
  stage1_extended_to: 'stage1-extended-to',
  stage1_extension_notified_on: 'stage1-extension-notified',
  stage1_responded_on: 'stage1-responded',
  escalation_requested_on: 'escalation-requested',
  stage2_acknowledged_on: 'stage2-acknowledged',
  stage2_extended_to: 'stage2-extended-to',
  stage2_extension_notified_on: 'stage2-extension-notified',
  stage2_responded_on: 'stage2-responded',
  withdrawn_on: 'withdrawn',
};

type Judgement = { policy: string; asOf: LocalDate; obligations: JudgedObligation[]; escalationWindow: JudgedWindow };

/** Prints the obligations. Exit code 0; 2 with a sentence where what was typed cannot be judged. */
export async function run(args: CommandArguments): Promise<number> {
  const typed = readTyped(args);
  if ('faults' in typed) return refused(typed.faults);
  const opened = await openJudge(optionText(args, 'policy') ?? '');
  if ('refused' in opened) return refused([opened.refused]);
  const asOf = typed.asOf ?? laterOf(opened.judge.today, lastFact(typed.dates));
  const judgement = withinCalendar(() => judged(typed.dates, asOf, opened.judge));
  if (judgement instanceof BeyondCalendar) return refused([judgement.message]);
  process.stdout.write(optionGiven(args, 'json') ? `${JSON.stringify(judgement)}\n` : inWords(judgement));
  return 0;
}

function readTyped(args: CommandArguments): { faults: string[] } | { dates: KnownDates; asOf: LocalDate | null } {
  const faults: string[] = [];
  const checked = checkDates(field => optionText(args, optionOf[field]) ?? '', null);
  if (!checked.ok) {
    faults.push(...checked.faults.map(({ field, value, why }) => `--${optionOf[field]} ${value}: ${why}.`));
  }
  const method = optionText(args, 'response-method');
  if (method !== undefined && !isMethod(method)) faults.push(`--response-method ${method}: expected email or post.`);
  const asOf = optionText(args, 'as-of') ?? null;
  if (asOf !== null && !isLocalDate(asOf)) faults.push(`--as-of ${asOf}: expected a real date written YYYY-MM-DD.`);
  for (const stage of ['stage1', 'stage2'] as const) {
    if (optionText(args, `${stage}-extension-notified`) !== undefined && !optionText(args, `${stage}-extended-to`)) {
      faults.push(`--${stage}-extension-notified needs --${stage}-extended-to, the date the resident was told.`);
    }
  }
  if (faults.length > 0 || !checked.ok) return { faults };
  const known = { ...checked.dates, responseMethod: method !== undefined && isMethod(method) ? method : null };
  return { dates: known, asOf: asOf !== null && isLocalDate(asOf) ? asOf : null };
}

function isMethod(text: string): text is 'email' | 'post' {
  return text === 'email' || text === 'post';
}

function judged(dates: KnownDates, asOf: LocalDate, judge: Judge): Judgement {
  return {
    policy: judge.policy.id,
    asOf,
    obligations: judgeDates(dates, asOf, judge),
    escalationWindow: judgeWindow(dates, asOf, judge),
  };
}

function inWords({ policy, asOf, obligations, escalationWindow }: Judgement): string {
  const lines = [`By the policy ${policy}, as of ${sayDate(asOf)}:`, ''];
  for (const one of obligations) lines.push(obligationLine(one, asOf), ...reasonLines(one));
  if (escalationWindow.closesOn !== null) {
    const { closesOn, rule, clause } = escalationWindow;
    lines.push(
      '',
      `Stage 2 can be asked for until ${sayDate(closesOn)}: ${rule} (${clause}). A late request is not lost.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function laterOf(today: LocalDate, last: LocalDate | null): LocalDate {
  return last !== null && last > today ? last : today;
}

function refused(sentences: readonly string[]): number {
  process.stderr.write(`${sentences.join('\n')}\n`);
  return 2;
}
