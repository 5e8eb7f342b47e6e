import { barChart } from '../../src/web/components/redress/bar-chart.ts';
import { columnChart } from '../../src/web/components/redress/column-chart.ts';
import { controlChart } from '../../src/web/components/redress/control-chart.ts';
import { statTile, statTiles } from '../../src/web/components/redress/stat-tile.ts';
import { type Html, html } from '../../src/web/html.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const met = [64, 92, 78, 80, 86, 82, 90, 104, 96, 101, 112, 98];
const late = [16, 14, 12, 10, 20, 18, 4, 3, 14, 9, 8, 0];

function shareOf(i: number): number {
  const on = met[i] ?? 0;
  return (100 * on) / (on + (late[i] ?? 0));
}

/** Performance: tiles, columns, a control chart, ageing bars. */
export function figuresContent(): Html {
  const shares = months.map((month, i) => ({
    name: `${month} 2025`,
    short: `${month} 25`,
    value: shareOf(i),
    out: shareOf(i) < 81 && i > 0,
    href: '/cases',
  }));
  return html`<h1 class="govuk-heading-l">Performance</h1>
${statTiles([
  statTile({ number: '91.4%', label: 'stage 1 answered in time', href: '/cases', note: 'target 95%', tone: 'soon' }),
  statTile({ number: '96.0%', label: 'acknowledged in time', href: '/cases', note: 'target 95%', tone: 'done' }),
  statTile({ number: '12', label: 'late now', href: '/cases', tone: 'late' }),
  statTile({ number: '1,000+', label: 'open cases', href: '/cases' }),
])}
${columnChart({
  id: 'received',
  title: 'Stage 1 complaints, by when they were answered',
  description: 'Between 80 and 120 a month; fewer than one in ten late since June.',
  unit: 'Month',
  series: [
    { name: 'Answered in time', tone: '1' },
    { name: 'Answered late', tone: 'late' },
  ],
  columns: months.map((month, i) => ({
    name: `${month} 2025`,
    short: `${month} 25`,
    values: [met[i] ?? 0, late[i] ?? 0],
    href: '/cases',
  })),
})}
${controlChart({
  id: 'share',
  title: 'Answered within 10 working days',
  description: 'Steady about 90%. May fell below what chance explains.',
  unit: 'Month',
  points: shares,
  mean: 90,
  lower: 81,
  upper: 99,
})}
${barChart({
  id: 'age',
  title: 'Open cases by age',
  unit: 'Age in working days',
  series: [
    { name: 'Stage 1', tone: '1' },
    { name: 'Stage 2', tone: '2' },
    { name: 'Late', tone: 'late' },
  ],
  bars: [
    { name: '0–5', values: [42, 9, 0], href: '/cases' },
    { name: '6–10', values: [31, 8, 0], href: '/cases' },
    { name: '11–20', values: [12, 14, 3], href: '/cases' },
    { name: '21–40', values: [0, 11, 5], href: '/cases' },
    { name: 'Over 40', values: [0, 2, 6], href: '/cases' },
  ],
})}`;
}
