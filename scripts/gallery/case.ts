import { button } from '../../src/web/components/govuk/button.ts';
import { summaryList } from '../../src/web/components/govuk/summary-list.ts';
import { tag } from '../../src/web/components/govuk/tag.ts';
import { badge } from '../../src/web/components/moj/badge.ts';
import { subNavigation } from '../../src/web/components/moj/sub-navigation.ts';
import { timeline } from '../../src/web/components/moj/timeline.ts';
import { adjustmentBadges } from '../../src/web/components/redress/adjustment-badges.ts';
import { caseHeader } from '../../src/web/components/redress/case-header.ts';
import { type ClockStage, clockLine } from '../../src/web/components/redress/clock-line.ts';
import { dueTag } from '../../src/web/components/redress/due-tag.ts';
import { obligationCard, obligationList } from '../../src/web/components/redress/obligation-card.ts';
import { sideCard } from '../../src/web/components/redress/stat-tile.ts';
import { type Html, html } from '../../src/web/html.ts';

export const galleryStages: readonly ClockStage[] = [
  {
    name: 'Stage 1',
    startsOn: '2026-01-19',
    dueOn: '2026-02-13',
    endedOn: '2026-02-17',
    marks: [
      { kind: 'received', on: '2026-01-19', label: 'Received', date: 'Monday 19 January 2026' },
      {
        kind: 'acknowledged',
        on: '2026-01-22',
        label: 'Acknowledged',
        date: 'Thursday 22 January 2026',
        note: 'day 3 of 5',
      },
      {
        kind: 'moved',
        on: '2026-02-05',
        label: 'First due',
        date: 'Thursday 5 February 2026',
        note: 'moved by the extension',
      },
      {
        kind: 'extended',
        on: '2026-02-03',
        label: 'Extended',
        date: 'Tuesday 3 February 2026',
        note: 'by 6 working days',
      },
      { kind: 'due', on: '2026-02-13', label: 'Due', date: 'Friday 13 February 2026' },
      {
        kind: 'answered',
        on: '2026-02-17',
        label: 'Answered',
        date: 'Tuesday 17 February 2026',
        note: '2 working days late',
        late: true,
      },
    ],
  },
  {
    name: 'Stage 2',
    startsOn: '2026-02-26',
    dueOn: '2026-03-26',
    marks: [
      { kind: 'escalated', on: '2026-02-26', label: 'Escalated', date: 'Thursday 26 February 2026' },
      {
        kind: 'acknowledged',
        on: '2026-02-27',
        label: 'Acknowledged',
        date: 'Friday 27 February 2026',
        note: 'day 1 of 5',
      },
      { kind: 'due', on: '2026-03-26', label: 'Due', date: 'Thursday 26 March 2026', note: 'in 6 working days' },
    ],
  },
];

/** The sticky header of the case. */
export function caseTop(): Html {
  return caseHeader({
    name: 'Mrs Adaeze Okonkwo',
    reference: 'K7QF-2MXA',
    tags: html`${tag({ text: 'Stage 2', colour: 'purple' })} ${dueTag({ words: 'response due in 6 working days', tone: 'calm' })} ${badge({ text: 'Awaab’s Law', colour: 'red' })}`,
    adjustments: adjustmentBadges([{ text: 'Large print' }, { text: 'Asthma in the home', urgent: true }]),
    acts: [
      { text: 'Draft the response', href: '/form', key: 'r', main: true },
      { text: 'Add a note', href: '/form', key: 'n' },
      { text: 'Log contact', href: '/form', key: 'l' },
      { text: 'Ask a colleague', href: '/form', key: 'e' },
      { text: 'Extend', href: '/form', key: 'x' },
    ],
    more: [
      { text: 'Hand to somebody else', href: '/form' },
      { text: 'Split a point to a new complaint', href: '/form' },
      { text: 'Withdraw', href: '/form' },
    ],
  });
}

function next(): Html {
  return obligationList([
    obligationCard({
      title: 'Tell her how the damp survey stands',
      tone: 'late',
      due: '1 working day late',
      date: 'Tuesday 17 March 2026',
      why: 'You agreed to call every five working days; the last call was on Tuesday 10 March.',
      clause: html`<a class="govuk-link" href="/policy">Keeping people informed, 5.4</a>`,
      acts: button({ text: 'Log the call', href: '/form' }),
    }),
    obligationCard({
      title: 'Send the stage 2 response',
      tone: 'calm',
      due: 'due in 6 working days',
      date: 'Thursday 26 March 2026',
      why: '20 working days from the acknowledgement of Friday 27 February. No day was skipped but weekends.',
      clause: html`<a class="govuk-link" href="/policy">Stage 2, 6.3</a>`,
      acts: button({ text: 'Draft it', href: '/form', classes: 'govuk-button--secondary' }),
    }),
  ]);
}

function facts(): Html {
  const change = (what: string) => ({ items: [{ text: 'Change', href: '/form', visuallyHiddenText: what }] });
  return summaryList({
    rows: [
      {
        key: 'What went wrong',
        value:
          'Damp and mould in the back bedroom since September. Three missed repair appointments: 17 September, 1 October, 22 October.',
        actions: change('what went wrong'),
      },
      {
        key: 'Outcome wanted',
        value: 'Find the cause, redecorate, £250 for damaged belongings',
        actions: change('the outcome'),
      },
      {
        key: 'Home',
        value: html`Flat 12, Ashdown House, Leeds LS9 8QT<br>0113 496 0101, after 4pm`,
        actions: change('the home'),
      },
      { key: 'Services', value: 'Repairs (contractor: Northline), damp team', actions: change('the services') },
    ],
  });
}

function history(): Html {
  return timeline({
    headingLevel: 3,
    items: [
      {
        label: 'Evidence received',
        by: 'Northline Repairs',
        timestamp: '2026-03-13T14:05',
        date: 'Friday 13 March 2026 at 14:05',
        content: html`Job sheet 88213 and four photographs. <a class="govuk-link" href="/case">Look at the evidence</a>`,
      },
      {
        label: 'Phone call with Mrs Okonkwo',
        by: 'Priya Shah',
        timestamp: '2026-03-10T16:20',
        date: 'Tuesday 10 March 2026 at 16:20',
        content: 'Agreed what is in the review. Her son was in hospital with asthma on 12 February.',
      },
      {
        label: 'Stage 2 acknowledgement sent',
        by: 'Priya Shah',
        timestamp: '2026-02-27T11:00',
        date: 'Friday 27 February 2026 at 11:00',
        content: html`Letter in large print. <a class="govuk-link" href="/case">Read the letter</a>`,
      },
    ],
  });
}

function side(): Html {
  return html`${sideCard({
    title: 'Before you can respond',
    content: html`<ul class="govuk-list"><li>✓ Definition agreed</li><li>✓ Repairs history attached</li><li>○ Decide each of 3 points</li><li>○ Second pair of eyes</li></ul>`,
  })}${sideCard({
    title: 'Promises we made',
    content: html`<ul class="govuk-list"><li>Surveyor’s visit, <strong>Friday 20 March</strong>, Northline</li><li>Dehumidifier on loan: delivered</li></ul>`,
  })}`;
}

/** The case page. */
export function caseContent(): Html {
  return html`${subNavigation({
    label: 'Parts of this case',
    items: [
      { text: 'Overview', href: '/case', active: true },
      { text: 'Letters (6)', href: '/case?part=letters' },
      { text: 'Evidence (14)', href: '/case?part=evidence' },
      { text: 'Promises (3)', href: '/case?part=promises' },
      { text: 'People', href: '/case?part=people' },
    ],
  })}
${clockLine({
  id: 'clock',
  title: 'The clock of K7QF-2MXA',
  today: { on: '2026-03-18', date: 'Wednesday 18 March 2026' },
  stages: galleryStages,
})}
<div class="rd-split"><div>
<h2 class="govuk-heading-m">What to do next</h2>
${next()}
<h2 class="govuk-heading-m">The complaint</h2>
${facts()}
<h2 class="govuk-heading-m">What has happened</h2>
${history()}
</div><div class="rd-split__side">${side()}</div></div>`;
}
