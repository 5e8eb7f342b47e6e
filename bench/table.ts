/** What was measured against what is to be reached, as one table. */

/** `most`: the measured value may be at most the limit; `least`: at least; `said`: printed only. */
export type Measured = {
  what: string;
  unit: string;
  value: number;
  limit: { most: number } | { least: number } | 'said';
};

/** How far along the limit the value is; below 1 it is kept, whichever way the limit counts. */
export function ratioOf({ value, limit }: Measured): number | null {
  if (limit === 'said') return null;
  return 'most' in limit ? value / limit.most : limit.least / value;
}

function toReach({ limit, unit }: Measured): string {
  if (limit === 'said') return '';
  return 'most' in limit ? `≤ ${say(limit.most)} ${unit}` : `≥ ${say(limit.least)} ${unit}`;
}

function say(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value.toFixed(value >= 10 ? 1 : 2).replace(/\.?0+$/, '');
}

const headings = ['what', 'to reach', 'measured', 'ratio', ''] as const;

/** The table as text; a ratio below 1 keeps its limit. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(one => {
    const ratio = ratioOf(one);
    const verdict = ratio === null ? '' : ratio <= 1 ? 'ok' : 'missed';
    return [one.what, toReach(one), `${say(one.value)} ${one.unit}`, ratio === null ? '' : ratio.toFixed(2), verdict];
  });
  const all = [[...headings], ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map(row => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]): string => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  return [line(headings), widths.map(width => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that so many per cent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
