/** What the list calls things. */
import type { CaseStateFilter, DueFilter, ListedState } from '../../../application/queries/case-selection.ts';
import type { DutySelection } from '../../../application/queries/duty-results.ts';
import { addMonths, sayMonth } from '../../../domain/calendar/dates.ts';
import type { TagColour } from '../../components/govuk/tag.ts';

export const stateWords: Record<CaseStateFilter, string> = {
  'to-acknowledge': 'To acknowledge',
  'asked-early': 'Stage 2 awaits the answer',
  investigating: 'Investigating',
  overdue: 'Something is overdue',
  'answered-open': 'Answered, stage 2 still possible',
  answered: 'Answered',
  declined: 'Stage 2 declined',
  suspended: 'Suspended for court, in whole or part',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
  refused: 'Not accepted',
};

export const stateColours: Record<ListedState, TagColour> = {
  'to-acknowledge': 'purple',
  'asked-early': 'orange',
  investigating: 'blue',
  'answered-open': 'green',
  answered: 'green',
  declined: 'grey',
  closed: 'grey',
  withdrawn: 'grey',
  refused: 'grey',
};

export const dueWords: Record<DueFilter, string> = {
  late: 'Late',
  today: 'Today',
  week: 'Today or in the next seven days',
};

const resultWords: Record<DutySelection['result'], string> = {
  met: 'done in time',
  missed: 'not done in time',
  counted: 'fell due',
  'not-yet-due': 'not due yet',
  lapsed: 'fell away',
  'cannot-judge': 'cannot be judged',
};

/** What a figure of the performance page counts: `Stage 1 answer due in October 2026: not done in time`. */
export function sayDuty({ duty, stage, by, month, months, result }: DutySelection): string {
  const what = duty === 'acknowledge' ? 'acknowledgement' : 'answer';
  const without = by === 'original' ? ' without extension' : '';
  const when =
    months === 1 ? `in ${sayMonth(month)}` : `from ${sayMonth(month)} to ${sayMonth(addMonths(month, months - 1))}`;
  return `Stage ${stage} ${what} due ${when}${without}: ${resultWords[result]}`;
}
