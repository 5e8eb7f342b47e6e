/** One stage: its indicators drawn, and a table of every month with each number opening its cases. */

import type { MeasuredDuty, MeasuredMonth } from '../../../application/queries/performance.ts';
import { sayMonth } from '../../../domain/calendar/dates.ts';
import { sayNumber } from '../../../domain/say-number.ts';
import { columnChart } from '../../components/redress/column-chart.ts';
import { type DataColumn, dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { dutyHref } from '../cases/selection.ts';
import { beside, sayPercent, share } from './figures.ts';
import type { PerformanceProps } from './view.ts';

type Stage = 1 | 2;
/** A month, or the finished months together, of every measure of a stage. */
type Row = { name: string; months: number; measured: readonly MeasuredMonth[] };

export function stageSection(stage: Stage, props: PerformanceProps): Html {
  const duties = props.duties.filter(one => one.measure.stage === stage);
  if (duties.length === 0) return html``;
  const drawn = duties.filter(one => one.measure.by === 'extended');
  return html`<h2 class="govuk-heading-m" id="stage-${stage}">Stage ${stage}</h2>
<div class="rd-columns">${drawn.map(one => html`<div>${chart(one, props)}</div>`)}</div>
${table(stage, duties, props)}`;
}

function chart(duty: MeasuredDuty, { opens }: PerformanceProps): Html {
  const { measure, year, target } = duty;
  const { met, missed } = year.tally;
  const due = met + missed;
  const aim = target === null ? '' : ` The target is ${target.percent}%.`;
  return columnChart({
    id: `chart-${measure.id}`,
    title: measure.label,
    description:
      due === 0
        ? 'Nothing fell due in the last twelve finished months.'
        : `${sayNumber(met)} of ${sayNumber(due)} in the last twelve finished months: ${sayPercent(year.percent)}.${aim}`,
    unit: 'Month',
    series: [
      { name: 'In time', tone: '1' },
      { name: 'Not in time', tone: 'late' },
    ],
    columns: duty.months.toReversed().map(({ month, tally }) => ({
      name: sayMonth(month),
      short: sayMonth(month).replace(/^(\w{3})\w* \d\d(\d\d)$/, '$1 $2'),
      values: [tally.met, tally.missed],
      href: opens ? dutyHref({ ...measure, month, months: 1, result: 'counted' }) : undefined,
    })),
  });
}

function table(stage: Stage, duties: readonly MeasuredDuty[], props: PerformanceProps): Html {
  const [first] = duties;
  const months: Row[] = (first?.months ?? []).map(({ month }, index) => ({
    name: index === 0 ? `${sayMonth(month)} so far` : sayMonth(month),
    months: 1,
    measured: duties.flatMap(one => one.months[index] ?? []),
  }));
  const year: Row = {
    name: 'Twelve finished months',
    months: (first?.months.length ?? 1) - 1,
    measured: duties.map(one => one.year),
  };
  const columns: DataColumn<Row>[] = [
    { heading: 'Fell due in', isRowHeader: true, cell: row => html`<span class="rd-nowrap">${row.name}</span>` },
    ...duties.map((one, index) => measureColumn(one, index, props)),
    {
      heading: 'Beside the count',
      cell: row =>
        beside(
          row.measured.filter(one => one.tally.measure.by === 'extended'),
          { opens: props.opens, months: row.months },
        ),
    },
  ];
  return dataTable({ caption: `Stage ${stage}, month by month`, columns, rows: [...months, year] });
}

function measureColumn({ measure }: MeasuredDuty, index: number, { opens }: PerformanceProps): DataColumn<Row> {
  return {
    heading: measure.label,
    cell: row => {
      const month = row.measured[index];
      return month === undefined ? '' : share(month, { opens, months: row.months });
    },
  };
}
