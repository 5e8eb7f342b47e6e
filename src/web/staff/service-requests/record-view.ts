import type { RequestFile, TiedComplaint } from '../../../application/queries/request-file.ts';
import { asRequestEvent } from '../../../application/write-service-request.ts';
import { londonDateOf, londonTimeOf, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { isOpen, type Obligation } from '../../../domain/complaint/obligation.ts';
import { whyNotRequest } from '../../../domain/service-request/decide.ts';
import { owedOnRequest } from '../../../domain/service-request/owed.ts';
import { button } from '../../components/govuk/button.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { tag } from '../../components/govuk/tag.ts';
import { timeline } from '../../components/moj/timeline.ts';
import { obligationCard, obligationList } from '../../components/redress/obligation-card.ts';
import { sideCard } from '../../components/redress/stat-tile.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';
import type { RequestActPage } from './act-page.ts';
import { nameIn, sayRequestEvent, wordsWritten } from './say-request.ts';

/** The request: what was asked, what is owed now with the way to it, the complaints beside it, and what happened. */
export function requestView(file: RequestFile, visit: Visit, acts: readonly RequestActPage[]): Html {
  const { request, person, texts } = file;
  return html`<span class="govuk-caption-l">Service request ${stateTag(file)}${request.healthAndSafety && html` ${tag({ text: 'Health and safety', colour: 'red' })}`}</span>
<h1 class="govuk-heading-l">${person.name}</h1>
<div class="rd-split"><div>
<blockquote class="rd-words">${texts[request.words.textId] ?? 'Their words were disposed of.'}</blockquote>
${owedNow(file, visit)}
<p class="govuk-body rd-quiet-text">Not being happy with how a request is dealt with, or with the answer to it, is a complaint. The request goes on beside it.</p>
<p class="govuk-body">${button({ text: 'They are not happy: log a complaint', href: complaintHref(file), classes: 'govuk-button--secondary' })}</p>
<h2 class="govuk-heading-m">What happened</h2>
${happened(file, visit)}
</div>
<aside class="rd-split__side" aria-label="Facts">${sideCard({ title: 'Facts', content: facts(file, visit) })}
${sideCard({ title: 'Complaints', content: complaints(file.complaints) })}
${sideCard({ title: 'Do something', content: actList(file, acts) })}</aside></div>`;
}

function complaintHref({ requestId }: RequestFile): string {
  return withQuery(paths.logComplaint(), { 'service-request': requestId });
}

function stateTag({ request: { ended } }: RequestFile): Html {
  if (ended === null) return tag({ text: 'Open', colour: 'blue' });
  return tag({ text: ended.how === 'stopped' ? 'Stopped' : 'Completed', colour: 'grey' });
}

function owedNow({ request, requestId }: RequestFile, visit: Visit): Html {
  const open = owedOnRequest(request, visit.landlord).filter(isOpen);
  if (open.length === 0)
    return html`<p class="govuk-body">Nothing is owed on it: it was ${request.ended?.how ?? 'completed'} on ${sayDate(request.ended?.on ?? visit.today)}.</p>`;
  return html`<section><h2 class="govuk-heading-m">What to do next</h2>${obligationList(open.map(one => card(one, requestId, visit)))}</section>`;
}

function card(one: Obligation, requestId: string, visit: Visit): Html {
  const { today, landlord } = visit;
  const act = one.kind === 'own-service-request' ? 'hand-over' : 'review';
  const { personId } = one.owner;
  return obligationCard({
    title: sayObligation(one),
    tone: toneOf(one.dueOn, today),
    due: one.dueOn === null ? 'now' : sayDue(one.dueOn, today, landlord.calendar),
    date: one.dueOn === null ? '' : sayDate(one.dueOn),
    why: `${one.rule}.`,
    clause: one.clause,
    owner: personId === null ? 'In the team’s queue' : `With ${nameIn(landlord, personId)}`,
    acts: button({
      text: act === 'review' ? 'Record a review' : 'Put a name on it',
      href: paths.serviceRequestAct({ request: requestId, act }),
    }),
  });
}

function facts({ request, person, home, texts }: RequestFile, { landlord }: Visit): Html {
  const { housing, ownerId, contractor } = request;
  const place = housing === null ? null : `${texts[housing.system.textId]} ${texts[housing.reference.textId]}`;
  return summaryList({
    classes: 'govuk-summary-list--no-border',
    rows: [
      { key: 'Asked', value: sayDate(request.askedOn) },
      { key: 'Owner', value: ownerId === null ? 'Nobody yet: the team’s queue' : nameIn(landlord, ownerId) },
      { key: 'Service', value: labelOf(landlord.policy.serviceAreas, request.serviceArea) },
      { key: 'Home', value: home?.address ?? 'Not recorded' },
      { key: 'Reached by', value: [person.phone, person.email].filter(Boolean).join(', ') || 'Nothing known' },
      { key: 'In the housing system', value: place ?? 'Not recorded' },
      contractor !== null && { key: 'Contractor', value: contractor },
    ],
  });
}

/** Beside the request, each with its state; of one that whoever looks may not see only that there is one. */
function complaints(all: readonly TiedComplaint[]): Html {
  if (all.length === 0) return html`<p class="govuk-body-s">None has to do with it.</p>`;
  return html`<ul class="govuk-list">${all.map(
    ({ reference, why, answeredOn, closedOn }) =>
      html`<li>${reference === null ? 'A complaint' : html`<a class="govuk-link" href="${paths.case({ reference })}">${reference}</a>`}<span class="rd-table__second">${why === 'about' ? 'about how this was dealt with' : 'this is its background'}${reference !== null && `, ${closedOn !== null ? 'closed' : answeredOn !== null ? 'answered' : 'open'}`}</span></li>`,
  )}</ul>`;
}

function actList({ request, requestId }: RequestFile, acts: readonly RequestActPage[]): Html {
  const open = acts.filter(one => whyNotRequest(one.command, request) === null);
  return html`<ul class="govuk-list">${open.map(
    ({ act, title }) =>
      html`<li><a class="govuk-link" href="${paths.serviceRequestAct({ request: requestId, act })}">${title}</a></li>`,
  )}</ul>`;
}

function happened(file: RequestFile, visit: Visit): Html {
  const shown = file.events.filter(event => event.type !== 'PersonDetailsKept').toReversed();
  return timeline({
    headingLevel: 3,
    items: shown.map(stored => {
      const event = asRequestEvent(stored);
      const [kind, id = ''] = stored.actor.split(':');
      const recordedOn = londonDateOf(stored.recordedAt);
      const later = recordedOn === event.occurredOn ? '' : ` (recorded ${sayDate(recordedOn)})`;
      return {
        label: sayRequestEvent(event, visit),
        timestamp: stored.recordedAt,
        date: `${sayDate(event.occurredOn)}${later}, ${londonTimeOf(stored.recordedAt)}`,
        by: kind === 'person' ? nameIn(visit.landlord, id) : 'Redress',
        content: html`${wordsWritten(event, file).map(([what, words]) => html`<p class="govuk-body-s"><strong>${what}:</strong> ${words}</p>`)}`,
      };
    }),
  });
}
