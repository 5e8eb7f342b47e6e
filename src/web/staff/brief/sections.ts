/** Parts that the briefs share: what happened when, and what is owed. */
import type { CaseFile } from '../../../application/case-file.ts';
import { asComplaintEvent } from '../../../application/load-case.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import type { ComplaintEvent, EventType } from '../../../domain/complaint/events.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { isOpen, statusOn, workingDate } from '../../../domain/complaint/obligation.ts';
import { type Html, html } from '../../html.ts';
import { sayEvent } from '../case/say-event.ts';

const told: readonly EventType[] = [
  'ComplaintReceived',
  'ReceivedDateCorrected',
  'HandlerAssigned',
  'NewContactTold',
  'ResidentContacted',
  'ComplaintDefined',
  'PointAdded',
  'PointExcluded',
  'ExtensionDecided',
  'LetterSent',
  'LetterReturned',
  'PointDecided',
  'EscalationRequested',
  'EscalationAccepted',
  'ComplaintWithdrawn',
  'ComplaintRevived',
  'PointsSuspended',
  'PointsResumed',
  'ActionDone',
];

/** What moved it on, in the order in which it happened. */
export function chronology(file: CaseFile): Html {
  const events: ComplaintEvent[] = file.events
    .map(asComplaintEvent)
    .filter(event => told.includes(event.type))
    .toSorted((a, b) => a.occurredOn.localeCompare(b.occurredOn));
  return html`<section><h2 class="govuk-heading-m">What happened when</h2>
<ol class="rd-brief__chronology">${events.map(event => html`<li><span class="rd-nowrap">${sayDate(event.occurredOn)}</span> <span>${sayEvent(event, file)}</span></li>`)}</ol></section>`;
}

/** Everything that is still owed, soonest first. */
export function owed(file: CaseFile, today: LocalDate): Html {
  const open = file.obligations
    .filter(isOpen)
    .toSorted((a, b) => (workingDate(a) ?? '9').localeCompare(workingDate(b) ?? '9'));
  return html`<section><h2 class="govuk-heading-m">What is owed</h2>
${
  open.length === 0
    ? html`<p class="govuk-body">Nothing.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${open.map(one => {
        const date = workingDate(one);
        return html`<li>${sayObligation(one)}${date !== null && html` by ${sayDate(date)}`}${statusOn(one, today) === 'overdue' && html` <strong>(overdue)</strong>`} <span class="rd-quiet-text">${one.rule} (${one.clause})</span></li>`;
      })}</ul>`
}</section>`;
}
