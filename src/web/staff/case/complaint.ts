import type { CaseFile } from '../../../application/case-file.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { type SummaryListProps, summaryList } from '../../components/govuk/summary-list.ts';
import { type Html, html } from '../../html.ts';
import { labelOf, wordsOf } from './parts.ts';
import { actHref } from './step-link.ts';

/** The complaint in the resident's own words, kept as they were said, and what they want (R80). */
export function complaintSection(file: CaseFile): Html {
  const { state, context } = file;
  const definition = (state.stages[2].definition ?? state.stages[1].definition) || null;
  const rows: SummaryListProps['rows'] = [
    { key: 'In their own words', value: wordsOf(file, state.words) },
    definition !== null && {
      key: 'Outcome sought',
      value: wordsOf(file, definition.outcomeSought),
      actions: {
        items: [
          {
            href: actHref(file.reference, 'DefineComplaint', null),
            text: 'Change',
            visuallyHiddenText: 'the outcome sought',
          },
        ],
      },
    },
    definition !== null &&
      definition.leftOut !== null && { key: 'Not taken as points', value: wordsOf(file, definition.leftOut) },
    {
      key: 'Came in',
      value: html`By ${labelOf(context.policy.channels, state.channel).toLowerCase()}, received ${state.receivedOn === null ? 'on a day not known' : sayDate(state.receivedOn)}${
        state.loggedOn !== null && state.loggedOn !== state.receivedOn && html`, logged ${sayDate(state.loggedOn)}`
      }`,
    },
    {
      key: 'About',
      value: html`${labelOf(context.policy.categories, state.category)} · ${labelOf(context.policy.serviceAreas, state.serviceArea)}${
        state.contractor !== null && html` · contractor ${state.contractor}`
      }`,
    },
  ];
  return html`<section><h2 class="govuk-heading-m">The complaint</h2>${summaryList({ rows })}</section>`;
}
