/** `/cases/:reference/letters`: every letter of a case, and those that can be written now. */
import type { CaseFile } from '../../../application/case-file.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { whyNot } from '../../../domain/complaint/decide.ts';
import type { Stage } from '../../../domain/complaint/events.ts';
import type { Letter } from '../../../domain/complaint/letter-state.ts';
import { LETTER_KINDS } from '../../../domain/policy/letter-kinds.ts';
import type { LetterKind } from '../../../domain/policy/letter-rules.ts';
import { tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { caseHead } from '../case/case-head.ts';
import { openViewed } from '../case/open-viewed.ts';
import { caseParts } from '../case/parts.ts';
import { nameOf } from '../case/say-event.ts';
import { letterTitle, sayGone, sayReturn } from './say-letter.ts';

export function letterListRoutes(routes: StaffRoutes): void {
  routes.get(paths.caseLetters.pattern, async (visit, tx) => {
    const file = await openViewed(visit, tx);
    if (file === null) return null;
    return visit.page({
      title: `Letters – ${file.name}`,
      content: letterListView(file),
      sticky: caseHead(file, visit.today, { isPageHeading: false }),
      nav: { current: 'cases' },
    });
  });
}

function letterListView(file: CaseFile): Html {
  const { letters } = file.state;
  return html`${caseParts(file, 'letters')}
<h1 class="govuk-heading-l">Letters</h1>
${writeSection(file)}
${letters.length === 0 ? nothing() : letterTable(file, letters.toReversed())}`;
}

function nothing(): Html {
  return emptyState({
    title: 'No letter has been issued yet',
    text: 'What is issued stays here as it went, with when and how it was sent.',
  });
}

function letterTable(file: CaseFile, letters: readonly Letter[]): Html {
  return dataTable({
    caption: 'Letters, newest first',
    captionHidden: true,
    rows: letters,
    columns: [
      {
        heading: 'Letter',
        isRowHeader: true,
        cell: ({ letterId, kind, stage }) =>
          html`<a class="govuk-link rd-strong" href="${paths.caseLetter({ reference: file.reference, letter: letterId })}">${letterTitle(kind, stage)}</a>`,
      },
      { heading: 'Dated', cell: ({ dated }) => sayDate(dated) },
      { heading: 'To', cell: ({ to }) => nameOf(to, file) },
      { heading: 'Sent', cell: sentCell },
    ],
  });
}

/** Whether a letter is on its way, in words. */
export function sentCell({ sent, returned, cancelled }: Letter): Html {
  if (cancelled !== null)
    return html`${tag({ text: 'Cancelled', colour: 'grey' })} ${sayDate(cancelled.on)}, never sent`;
  if (returned !== null)
    return html`${tag({ text: 'Came back', colour: 'red' })} ${sayDate(returned.on)}: ${sayReturn(returned.why)}`;
  if (sent === null) return html`${tag({ text: 'Not sent yet', colour: 'yellow' })}`;
  return html`${sayGone(sent.on, sent.how)}${sent.dateProof === 'stated' && html` <span class="rd-quiet-text">(date stated by hand)</span>`}`;
}

/** The letters that whoever looks can write now. */
function writeSection(file: CaseFile): Html {
  const stages: readonly Stage[] = [1, 2];
  const open = stages.flatMap(stage => LETTER_KINDS.map(kind => ({ kind, stage })).filter(one => canWrite(file, one)));
  if (open.length === 0) return html`<p class="govuk-body">No letter can be written on this complaint now.</p>`;
  return html`<nav aria-label="Write a letter"><ul class="rd-write-links">${open.map(
    ({ kind, stage }) =>
      html`<li><a class="govuk-link" href="${withQuery(paths.caseLetterDraft({ reference: file.reference, kind }), { stage })}">Write the ${letterTitle(kind, stage).toLowerCase()}</a></li>`,
  )}</ul></nav>`;
}

function canWrite({ state, deciding }: CaseFile, about: { kind: LetterKind; stage: Stage }): boolean {
  if (about.stage === 2 && (about.kind === 'refusal' || about.kind === 'withdrawal-confirmed')) return false;
  return whyNot('IssueLetter', state, deciding, about) === null;
}
