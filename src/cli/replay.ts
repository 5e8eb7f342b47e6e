/** `redress replay`: past cases from a spreadsheet, judged by a policy, row by row. */

import { setFlagsFromString } from 'node:v8';
import { startCount } from '../application/past-cases/count-cases.ts';
import { type Judge, type JudgedObligation, judgeDates } from '../application/past-cases/judge.ts';
import { openJudge } from '../application/past-cases/open-judge.ts';
import { type CsvRow, UnreadableCsv } from '../application/spreadsheets/csv-rows.ts';
import { isLocalDate, type LocalDate } from '../domain/calendar/dates.ts';
import { BeyondCalendar, covers, withinCalendar } from '../domain/calendar/working-days.ts';
import { sayNumber } from '../domain/say-number.ts';
import { type CommandArguments, optionGiven, optionText } from './command.ts';
import { beyondCalendar, type PastCase, type Rejected, readRow } from './past-case-row.ts';
import { type Header, openCsv } from './past-cases-csv.ts';
import { jsonOutput, type ReplayOutput, textOutput } from './replay-output.ts';

const PROGRESS_EVERY = 5_000;

/** Rows are short-lived: without room to grow for them the process holds 50 MB less, at the same speed. */
const KEEP_YOUNG_HEAP_SMALL = '--semi-space-growth-factor=1';

/** Exit code 0 when every row was judged, 1 with rejected rows, 2 where the file or the command cannot be read. */
export async function run(args: CommandArguments): Promise<number> {
  const asked = optionText(args, 'as-of');
  if (asked !== undefined && !isLocalDate(asked)) {
    return unreadable(`--as-of ${asked}: expected a real date written YYYY-MM-DD.`);
  }
  const opened = await openJudge(optionText(args, 'policy') ?? '');
  if ('refused' in opened) return unreadable(opened.refused);
  setFlagsFromString(KEEP_YOUNG_HEAP_SMALL);
  const { judge } = opened;
  const asOf = asked ?? judge.today;
  if (!covers(judge.calendar, asOf)) return unreadable(new BeyondCalendar(judge.calendar).message);
  const output = optionGiven(args, 'json') ? jsonOutput(process.stdout) : textOutput(process.stdout, asOf);
  try {
    return await replay(args.positionals[0] ?? '', { judge, asOf, output });
  } catch (error) {
    if (error instanceof UnreadableCsv) return unreadable(error.message);
    throw error;
  }
}

type Replay = { readonly judge: Judge; readonly asOf: LocalDate; readonly output: ReplayOutput };

async function replay(path: string, { judge, asOf, output }: Replay): Promise<number> {
  const { header, rows } = await openCsv(path);
  warnOfGaps(header);
  const latest = asOf > judge.today ? asOf : judge.today;
  const count = startCount(judge, asOf);
  const rejected: Rejected[] = [];
  const progress = progressOn(process.stderr);
  let cut: UnreadableCsv | null = null;
  for (let read = 0; ; read += 1) {
    const row = await nextRow(rows);
    if (row instanceof UnreadableCsv) cut = row;
    if (row === null || row instanceof UnreadableCsv) break;
    const judged = judgeRow(row, header, latest, { judge, asOf });
    if ('rejected' in judged) rejected.push(...judged.rejected);
    else {
      count.add(judged.obligations, judged.pastCase.dates);
      await output.oneCase(judged.pastCase, judged.obligations);
    }
    if (read % PROGRESS_EVERY === 0) progress.show(read);
  }
  progress.clear();
  if (cut !== null) rejected.push({ line: cut.line ?? 1, column: null, value: null, why: cut.message });
  await output.end(rejected, count.tallies);
  if (cut !== null) return unreadable(`${path}, line ${cut.line}: ${cut.message}.`);
  return rejected.length > 0 ? 1 : 0;
}

type JudgedRow = { pastCase: PastCase; obligations: JudgedObligation[] } | { rejected: readonly Rejected[] };

function judgeRow(row: CsvRow, header: Header, latest: LocalDate, by: { judge: Judge; asOf: LocalDate }): JudgedRow {
  const read = readRow(row, header, latest);
  if ('rejected' in read) return read;
  const { pastCase } = read;
  const obligations = withinCalendar(() => judgeDates(pastCase.dates, by.asOf, by.judge));
  if (!(obligations instanceof BeyondCalendar)) return { pastCase, obligations };
  const { message, from, to } = obligations;
  return { rejected: [beyondCalendar(row, pastCase, message, from, to)] };
}

/** The next row, null at the end, or what stopped the reading after rows had already been judged. */
async function nextRow(rows: AsyncIterator<CsvRow>): Promise<CsvRow | UnreadableCsv | null> {
  try {
    const next = await rows.next();
    return next.done ? null : next.value;
  } catch (error) {
    if (error instanceof UnreadableCsv && error.line !== null) return error;
    throw error;
  }
}

/** A column left out or misspelt would make every case look unanswered, so it is said before the judging. */
function warnOfGaps(header: Header): void {
  const answers = ['acknowledged_on', 'stage1_responded_on', 'escalation_requested_on', 'stage2_responded_on'];
  const absent = answers.filter(name => !header.place.has(name));
  if (absent.length === 0) return;
  process.stderr.write(`The file has no column ${absent.join(', ')}: every case is judged without.\n`);
}

/** Rows read so far, on a terminal and beside the output only. */
function progressOn(stream: NodeJS.WriteStream): { show(rows: number): void; clear(): void } {
  if (!stream.isTTY || process.stdout.isTTY) return { show: () => {}, clear: () => {} };
  return {
    show: rows => void stream.write(`\r${sayNumber(rows)} rows`),
    clear: () => void stream.write('\r\u001B[K'),
  };
}

function unreadable(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
