/** Writes a replay as it goes, as JSON for programs or as text for people, holding back when the reader is slow. */
import { once } from 'node:events';
import type { JudgedObligation } from '../application/past-cases/judge.ts';
import type { LocalDate } from '../domain/calendar/dates.ts';
import { result, type Tally } from '../domain/reports/indicators.ts';
import type { PastCase, Rejected } from './past-case-row.ts';
import { obligationLine } from './say-obligation.ts';

export type ReplayOutput = {
  oneCase(pastCase: PastCase, obligations: readonly JudgedObligation[]): Promise<void>;
  end(rejected: readonly Rejected[], tallies: readonly Tally[]): Promise<void>;
};

const CHUNK = 1 << 16;

/** `{"cases":[…],"rejected":[…],"indicators":[…]}`, one case a line. */
export function jsonOutput(stream: NodeJS.WritableStream): ReplayOutput {
  const write = buffered(stream);
  let between = '{"cases":[\n';
  return {
    async oneCase({ caseRef, own }, obligations) {
      const said = own === null ? { caseRef, obligations } : { caseRef, obligations, columns: own };
      await write(`${between}${JSON.stringify(said)}`);
      between = ',\n';
    },
    async end(rejected, tallies) {
      const opened = between === ',\n' ? '\n' : between;
      await write(`${opened}],"rejected":[`);
      for (const [index, one] of rejected.entries()) await write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(one)}`);
      await write(`],"indicators":${JSON.stringify(tallies.map(result))}}\n`, true);
    },
  };
}

/** Each case with what it owed, then the indicators, then what was rejected. */
export function textOutput(stream: NodeJS.WritableStream, asOf: LocalDate): ReplayOutput {
  const write = buffered(stream);
  return {
    async oneCase({ caseRef }, obligations) {
      const begun = obligations.filter(one => one.status !== 'not-started');
      await write(`${printable(caseRef)}\n${begun.map(one => `${obligationLine(one, asOf)}\n`).join('')}`);
    },
    async end(rejected, tallies) {
      const rows = tallies.map(indicatorLine);
      await write(`\nIndicators\n${rows.join('')}`);
      if (rejected.length > 0) await write(`\nNot judged: ${rejected.length} faults\n`);
      for (const { line, column, value, why } of rejected) {
        const place =
          column === null ? '' : `, ${column}${value === null || value === '' ? '' : ` "${printable(value)}"`}`;
        await write(`  line ${line}${place}: ${why}\n`);
      }
      await write('', true);
    },
  };
}

function indicatorLine(tally: Tally): string {
  const { met, of, percent } = result(tally);
  const share = percent === null ? 'nothing fell due' : `${met} of ${of}, ${percent.toFixed(1)} %`;
  const beside = [
    [tally.notYetDue, 'not yet due'],
    [tally.lapsed, 'lapsed'],
    [tally.cannotJudge, 'cannot be judged'],
  ].flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  const left = beside.length === 0 ? '' : ` (beside: ${beside.join(', ')})`;
  return `  ${tally.measure.label}: ${share}${left}\n`;
}

/** A reference from a file must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '�');
}

function buffered(stream: NodeJS.WritableStream): (text: string, now?: boolean) => Promise<void> {
  let waiting = '';
  return async (text, now = false) => {
    waiting += text;
    if (waiting.length < CHUNK && !now) return;
    const ready = waiting;
    waiting = '';
    if (!stream.write(ready)) await once(stream, 'drain');
  };
}
