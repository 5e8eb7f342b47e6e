import type { CaseFile } from '../../../application/case-file.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { isDanger } from '../../../domain/complaint/next-steps.ts';
import { isOpen, type Obligation, workingDate } from '../../../domain/complaint/obligation.ts';
import { sayLimit } from '../../../domain/complaint/safe-contact.ts';
import { sayAdjustment } from '../../../domain/complaint/say-need.ts';
import { stageReached } from '../../../domain/complaint/stage-obligations.ts';
import { tag } from '../../components/govuk/tag.ts';
import { type Adjustment, adjustmentBadges } from '../../components/redress/adjustment-badges.ts';
import { type CaseHeaderProps, caseHeader } from '../../components/redress/case-header.ts';
import { dueTag, type Tone } from '../../components/redress/due-tag.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { endedWithout } from './ended.ts';
import { needShown } from './needs-shown.ts';

/** The head of every page of a case: whose, which, what is next and when, what the person needs from us. */
export function caseHead(
  file: CaseFile,
  today: LocalDate,
  more: Pick<CaseHeaderProps, 'acts' | 'more' | 'isPageHeading'> = {},
): Html {
  const { state } = file;
  const next = soonest(file.obligations.filter(isOpen).filter(one => one.startsOn === null || one.startsOn <= today));
  const stage = stageReached(state.timeline, file.context);
  const { startedOn, refusedOn } = state.timeline.stage2;
  const early = stage === 1 && startedOn !== null && refusedOn === null;
  const ended = endedWithout(state);
  const tags = html`${tag({ text: `Stage ${stage}` })}${ended !== null && html` ${tag({ text: ended, colour: 'grey' })}`}${early && html` ${tag({ text: 'Stage 2 awaits the answer', colour: 'orange' })}`}${state.priority && tag({ text: 'Safety first', classes: 'govuk-tag--red' })}${state.restriction !== null && html` ${tag({ text: 'Restricted', colour: 'purple' })}`}${
    state.petition !== null &&
    html` ${tag({ text: `Petition, ${state.petition.signatories} signatories`, colour: 'purple' })}`
  }${
    next !== undefined &&
    html` <span class="rd-casehead__next">${sayObligation(next)}</span> ${nextTag(next, today, file)}`
  }`;
  return caseHeader({
    name: file.name,
    reference: file.reference,
    tags,
    adjustments: adjustmentBadges([...safeBadges(file), ...state.needs.map(need => ({ text: badge(file, need) }))]),
    caseHref: paths.case({ reference: file.reference }),
    ...more,
  });
}

/** That they have died, and what must not be done to reach them, before anything else; of the representative too (R60, R62). */
function safeBadges({ state, residents }: CaseFile): Adjustment[] {
  const died = state.death === null ? [] : [{ text: 'Has died', urgent: true }];
  const limits = state.safeContact.flatMap(({ personId, limits }) => {
    const whose = personId === state.complainantId ? '' : ` (${residents.get(personId)?.name ?? 'representative'})`;
    return limits.map(limit => ({ text: `${sayLimit(limit)}${whose}`, urgent: true }));
  });
  return [...died, ...limits];
}

/** In few words what to do: the words themselves where they are short, else the kind of need. */
function badge(file: CaseFile, need: CaseFile['state']['needs'][number]): string {
  const { todo } = needShown(file, need);
  const name = sayAdjustment(need.kind);
  return todo === '' || todo.length > 28 || file.state.needs.length > 4 ? name : `${name}: ${todo}`;
}

function nextTag(next: Obligation, today: LocalDate, file: CaseFile): Html {
  const date = workingDate(next);
  if (date === null) return html``;
  return dueTag({ words: sayDue(date, today, file.context.calendar), tone: toneOf(date, today), date: sayDate(date) });
}

/** How pressing a date is on a day. */
export function toneOf(date: LocalDate | null, today: LocalDate): Tone {
  if (date === null) return 'plain';
  if (date < today) return 'late';
  return date === today ? 'soon' : 'calm';
}

/** The obligation to work on first: a danger, else the earliest working date. */
function soonest(open: readonly Obligation[]): Obligation | undefined {
  return (
    open.find(isDanger) ??
    [...open].sort((a, b) => (workingDate(a) ?? '9999').localeCompare(workingDate(b) ?? '9999'))[0]
  );
}
