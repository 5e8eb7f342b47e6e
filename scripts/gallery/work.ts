import { tag } from '../../src/web/components/govuk/tag.ts';
import { adjustmentBadges } from '../../src/web/components/redress/adjustment-badges.ts';
import { dataTable } from '../../src/web/components/redress/data-table.ts';
import { dueTag, type Tone } from '../../src/web/components/redress/due-tag.ts';
import { emptyState } from '../../src/web/components/redress/empty-state.ts';
import { statTile, statTiles } from '../../src/web/components/redress/stat-tile.ts';
import { type Html, html } from '../../src/web/html.ts';

interface Work {
  readonly what: string;
  readonly who: string;
  readonly reference: string;
  readonly home: string;
  readonly due: string;
  readonly date: string;
  readonly tone: Tone;
  readonly why: string;
  readonly stage: string;
  readonly needs: readonly string[];
}

const work: readonly Work[] = [
  {
    what: 'Send the stage 1 response',
    who: 'Mr Tomasz Żurawski',
    reference: 'H4TC-9WQE',
    home: '3 Millrace Court, Leeds',
    due: '2 working days late',
    date: 'Mon 16 March',
    tone: 'late',
    why: '10 working days from the acknowledgement',
    stage: 'Stage 1',
    needs: ['Interpreter: Polish'],
  },
  {
    what: 'Acknowledge the complaint',
    who: 'Mrs Farida Rahman',
    reference: 'P2KD-71MX',
    home: 'Flat 4, 118 Station Road, Leeds',
    due: 'due today',
    date: 'Wed 18 March',
    tone: 'soon',
    why: '5 working days from receipt',
    stage: 'Stage 1',
    needs: [],
  },
  {
    what: 'Tell her how the repair stands',
    who: 'Mrs Adaeze Okonkwo',
    reference: 'K7QF-2MXA',
    home: 'Flat 12, Ashdown House, Leeds',
    due: 'due tomorrow',
    date: 'Thu 19 March',
    tone: 'soon',
    why: 'every 5 working days, as agreed on 5 March',
    stage: 'Stage 1',
    needs: ['Large print', 'Phone after 4pm', 'Asthma in the home'],
  },
  {
    what: 'Answer the stage 2 review',
    who: 'Mr & Mrs D. Pemberton-Hollingsworth',
    reference: 'Z8RN-5C4T',
    home: '27 Quarry Lane, Wakefield',
    due: 'due in 6 working days',
    date: 'Thu 26 March',
    tone: 'calm',
    why: '20 working days from the acknowledgement',
    stage: 'Stage 2',
    needs: [],
  },
  {
    what: 'Pay £150 for the missed appointments',
    who: 'Ms Siân Price',
    reference: 'B3JX-0YVG',
    home: '9 Larkfield Gardens, Bradford',
    due: 'due in 8 working days',
    date: 'Mon 30 March',
    tone: 'calm',
    why: 'promised in the response of 2 March',
    stage: 'Stage 1',
    needs: [],
  },
];

function needs(one: Work): Html {
  return adjustmentBadges(one.needs.map(text => ({ text })));
}

function workTable(): Html {
  return dataTable<Work>({
    caption: 'What is owed, late first',
    captionHidden: true,
    rows: work,
    tone: one => (one.tone === 'late' || one.tone === 'soon' ? one.tone : undefined),
    columns: [
      {
        heading: 'Due',
        cell: one => dueTag({ words: one.due, tone: one.tone, date: one.date, place: 'below' }),
        sorted: 'ascending',
        sortHref: '?sort=-due',
      },
      {
        heading: 'What to do',
        isRowHeader: true,
        cell: one =>
          html`<a class="govuk-link rd-table__main" href="/case">${one.what}</a><span class="rd-table__second">${one.why}</span>`,
      },
      {
        heading: 'For whom',
        cell: one => html`${one.who} ${needs(one)}<span class="rd-table__second">${one.home}</span>`,
        sortHref: '?sort=who',
      },
      { heading: 'Stage', cell: one => tag({ text: one.stage, colour: one.stage === 'Stage 2' ? 'purple' : 'blue' }) },
      { heading: 'Case', cell: one => html`<span class="rd-nowrap">${one.reference}</span>`, sortHref: '?sort=case' },
    ],
  });
}

/** My work: everything owed, late first. */
export function workContent(): Html {
  return html`<div class="rd-listhead"><h1 class="govuk-heading-l">My work</h1><p class="rd-quiet-text">Wednesday 18 March 2026</p></div>
${statTiles([
  statTile({ number: '1', label: 'late', href: '?due=late', tone: 'late' }),
  statTile({ number: '2', label: 'due today or tomorrow', href: '?due=soon', tone: 'soon' }),
  statTile({ number: '5', label: 'due within ten working days', href: '?due=ten' }),
  statTile({ number: '31', label: 'open cases of mine', href: '/cases', note: '9 at stage 2' }),
])}
<h2 class="govuk-heading-m">To do</h2>
${workTable()}
<h2 class="govuk-heading-m">Next week</h2>
${emptyState({
  title: 'Nothing is due next week yet',
  text: html`Four complaints have nobody to handle them. <a class="govuk-link" href="/unassigned">Take one</a>.`,
})}`;
}
