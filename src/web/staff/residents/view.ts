/** One person: how to reach them, what they need from us, and which complaints are theirs. */
import type { ResidentFile } from '../../../application/queries/resident-file.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { isOpen } from '../../../domain/complaint/obligation.ts';
import { sayAdjustment, sayNeed } from '../../../domain/complaint/say-need.ts';
import { holding, type Need } from '../../../domain/needs/needs.ts';
import { owedOnNeeds } from '../../../domain/needs/owed.ts';
import { button, buttonGroup } from '../../components/govuk/button.ts';
import { details } from '../../components/govuk/details.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';
import { consentWords, sayHours, sayWays, toldByWords } from './need-words.ts';

export type ResidentProps = {
  visit: Visit;
  file: ResidentFile;
  /** What lies behind each need, by its id, where that is asked for and may be seen. */
  behind: Readonly<Record<string, string>> | null;
};

/** The page. */
export function residentView(props: ResidentProps): Html {
  const { file } = props;
  return html`<h1 class="govuk-heading-l">${file.details.name}</h1>
${reached(file)}
${needsPart(props)}
${casesPart(props)}`;
}

function reached({ details: { phone, email, addressLines } }: ResidentFile): Html {
  return summaryList({
    rows: [
      { key: 'Phone', value: phone ?? 'Not given' },
      { key: 'Email', value: email ?? 'Not given' },
      addressLines.length > 0 && { key: 'Address', value: addressLines.join(', ') },
    ],
  });
}

function needsPart(props: ResidentProps): Html {
  const { file } = props;
  const held = file.needs === null ? [] : holding(file.needs.record);
  const ended = file.needs === null ? [] : file.needs.record.needs.filter(one => one.ended !== null);
  const to = { resident: file.personId };
  const add = button({ text: 'Record a need', href: paths.residentNeedNew(to) });
  const go = button({
    text: 'Go through them',
    href: paths.residentNeedsReview(to),
    classes: 'govuk-button--secondary',
  });
  return html`<h2 class="govuk-heading-m">What they need from us</h2>
${held.length === 0 ? html`<p class="govuk-body">Nothing is recorded here. What a complaint had before is taken over when the first need is recorded.</p>` : html`${reviewLine(props)}${held.map(one => needCard(one, props))}`}
${buttonGroup(add, ...(held.length === 0 ? [] : [go]))}
${behindLink(props, held)}
${(ended.length > 0 || (file.needs?.record.reviews.length ?? 0) > 0) && history(file, ended)}`;
}

/** When they are gone through next. */
function reviewLine({ file, visit }: ResidentProps): Html {
  const owed = file.needs === null ? [] : owedOnNeeds(file.needs.record, visit.landlord).filter(isOpen);
  const [next] = owed;
  if (next?.dueOn == null) return html``;
  const { dueOn } = next;
  const words = sayDue(dueOn, visit.today, visit.landlord.calendar);
  return html`<p class="govuk-body">To be gone through with them ${dueTag({ words, tone: toneOf(dueOn, visit.today), date: sayDate(dueOn) })}
<span class="rd-quiet-text rd-block">${next.rule} (${next.clause})</span></p>`;
}

function needCard(need: Need, { file, behind }: ResidentProps): Html {
  const { needId, kind, ways, hours, until, consentToKeep, consentToShare, toldBy, toldOn } = need;
  const to = { resident: file.personId, need: needId };
  const name = behind === null ? sayAdjustment(kind) : sayNeed(kind);
  const link = (text: string, href: string) => ({ text, href, visuallyHiddenText: name });
  const apart = behind === null ? 'Something is recorded, kept apart' : (behind[needId] ?? '');
  return summaryList({
    card: {
      title: { text: name, headingLevel: 3 },
      actions: {
        items: [link('Change', paths.residentNeedChange(to)), link('It has ended', paths.residentNeedEnd(to))],
      },
    },
    rows: [
      { key: 'What to do', value: html`<span class="rd-words">${file.texts[need.todo.textId] ?? ''}</span>` },
      ways.length > 0 && { key: 'Ways that suit them', value: sayWays(ways) },
      hours !== null && { key: 'Hours that suit them', value: sayHours(hours) },
      until !== null && { key: 'Expected to end', value: sayDate(until) },
      need.behind !== null && { key: 'What lies behind it', value: html`<span class="rd-words">${apart}</span>` },
      { key: 'Told', value: `${toldByWords[toldBy]}, ${sayDate(toldOn)}` },
      { key: 'Agrees to it being kept', value: consentWords[consentToKeep] },
      { key: 'May be passed on to contractors', value: consentWords[consentToShare] },
    ],
  });
}

/** To what lies behind, for whoever may see it; others are told who can. */
function behindLink({ file, behind }: ResidentProps, held: readonly Need[]): Html {
  if (behind !== null || !held.some(one => one.behind !== null)) return html``;
  const href = paths.residentNeedsBehind({ resident: file.personId });
  return file.maySeeBehind
    ? html`<p class="govuk-body"><a class="govuk-link" href="${href}">Show what lies behind their needs</a> <span class="rd-quiet-text">Each time it is opened is recorded.</span></p>`
    : html`<p class="govuk-body rd-quiet-text">What lies behind their needs is shown to whoever deals with a complaint of theirs.</p>`;
}

function history(file: ResidentFile, ended: readonly Need[]): Html {
  const reviews = file.needs?.record.reviews ?? [];
  const words = (textId: string): string => file.texts[textId] ?? '';
  return details({
    summary: 'What was recorded before',
    content: html`<ul class="govuk-list govuk-list--bullet">${ended.map(
      one =>
        html`<li>${sayAdjustment(one.kind)}: ${words(one.todo.textId)}. Ended ${one.ended !== null && html`${sayDate(one.ended.on)}: ${words(one.ended.reason.textId)}`}</li>`,
    )}${reviews.map(one => html`<li>Gone through ${sayDate(one.on)}: ${words(one.note.textId)}</li>`)}</ul>`,
  });
}

function casesPart({ file, visit }: ResidentProps): Html {
  const { policy } = visit.landlord;
  if (file.cases.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Complaints</h2><ul class="govuk-list">${file.cases.map(
    one =>
      html`<li><a class="govuk-link" href="${paths.case({ reference: one.reference })}">${one.reference}</a> ${one.category !== null && labelOf(policy.categories, one.category)}, received ${sayDate(one.receivedOn)}${one.as === 'representative' && ', for somebody else'}${one.closedOn !== null && one.closedOn <= visit.today && ', closed'}</li>`,
  )}</ul>`;
}
