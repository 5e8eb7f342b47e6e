import type { CaseFile } from '../../../application/case-file.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { causesOf } from '../../../domain/policy/causes.ts';
import { type SummaryActions, type SummaryListProps, summaryList } from '../../components/govuk/summary-list.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { isOpen, isOpenAtAStage } from './acts-offered.ts';
import { labelOf, wordsOf } from './parts.ts';
import { actHref } from './step-link.ts';

/** The contact that became this complaint; null where it was logged otherwise. */
export type CameFrom = { recordId: string; loggedOn: LocalDate } | null;

/** The complaint in the resident's own words, kept as they were said, and what they want (R80). */
export function complaintSection(file: CaseFile, live: boolean, contact: CameFrom): Html {
  const { state, context } = file;
  const definition = (state.stages[2].definition ?? state.stages[1].definition) || null;
  const rows: SummaryListProps['rows'] = [
    { key: 'In their own words', value: wordsOf(file, state.words) },
    ...toldAgain(file),
    definition !== null && {
      key: 'Outcome sought',
      value: wordsOf(file, definition.outcomeSought),
      actions: change(file, live, 'DefineComplaint', 'Change', 'the outcome sought'),
    },
    definition !== null &&
      definition.leftOut !== null && { key: 'Not taken as points', value: wordsOf(file, definition.leftOut) },
    {
      key: 'Came in',
      value: html`By ${labelOf(context.policy.channels, state.channel).toLowerCase()}, received ${state.receivedOn === null ? 'on a day not known' : sayDate(state.receivedOn)}${
        state.loggedOn !== null && state.loggedOn !== state.receivedOn && html`, logged ${sayDate(state.loggedOn)}`
      }${contact !== null && html`; <a class="govuk-link" href="${paths.contact({ record: contact.recordId })}">as it was written down on ${sayDate(contact.loggedOn)}</a>`}`,
    },
    ...state.withdrawals
      .filter(one => one.revivedOn !== null)
      .map(({ on, revivedOn }) => ({
        key: 'Withdrawn',
        value: html`From ${sayDate(on)} to ${revivedOn === null ? '' : sayDate(revivedOn)}, then taken up again: the same complaint, received on the same day`,
      })),
    {
      key: 'About',
      value: html`${labelOf(context.policy.categories, state.category)} · ${labelOf(context.policy.serviceAreas, state.serviceArea)}${
        state.contractor !== null && html` · contractor ${state.contractor}`
      }`,
    },
    {
      key: 'Home at the time',
      value: html`${state.tenure ?? 'Tenure not known'}${state.relevantStock !== null && html` · ${state.relevantStock ? 'counts' : 'does not count'} for the tenant satisfaction measures`}`,
    },
    causeRow(file, live),
  ];
  return html`<section><h2 class="govuk-heading-m">The complaint</h2>${summaryList({ rows })}</section>`;
}

/** The same complaint told again: each further time with its words (R64). */
function toldAgain(file: CaseFile): SummaryListProps['rows'] {
  const { receipts, words } = file.state;
  return receipts
    .filter(one => one.words !== null && one.words.textId !== words?.textId)
    .map(one => ({
      key: 'Told again',
      value: html`${wordsOf(file, one.words)}<span class="rd-table__second">By ${labelOf(file.context.policy.channels, one.channel).toLowerCase()}, ${sayDate(one.on)}</span>`,
    }));
}

/** The way to change it, for whoever can do so now. */
function change(
  file: CaseFile,
  live: boolean,
  command: 'DefineComplaint' | 'RecordCause',
  text: string,
  visuallyHiddenText: string,
): SummaryActions | undefined {
  const open = command === 'RecordCause' ? isOpen(file, command) : isOpenAtAStage(file, command);
  if (!live || !open) return undefined;
  return { items: [{ href: actHref(file.reference, command, null), text, visuallyHiddenText }] };
}

/** What was behind it, and what it was thought to be before (R68). */
function causeRow(file: CaseFile, live: boolean): SummaryListProps['rows'][number] {
  const { causes } = file.state;
  const [last, ...before] = causes.toReversed();
  const said = (cause: string): string => labelOf(causesOf(file.context), cause);
  const actions = change(file, live, 'RecordCause', last === undefined ? 'Record' : 'Change', 'the cause');
  if (last === undefined)
    return { key: 'Cause', value: html`<span class="rd-quiet-text">Not known yet</span>`, actions };
  const earlier = before.map(
    one => html`<span class="rd-table__second">Before: ${said(one.cause)}, ${sayDate(one.on)}</span>`,
  );
  return { key: 'Cause', value: html`${said(last.cause)}. ${wordsOf(file, last.note)}${earlier}`, actions };
}
