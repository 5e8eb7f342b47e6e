import type { CaseFile } from '../../../application/case-file.ts';
import type { EarlierCase } from '../../../application/queries/earlier-cases.ts';
import type { EarlierRequest } from '../../../application/queries/earlier-requests.ts';
import type { PossiblyConnected } from '../../../application/queries/possibly-connected.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { details } from '../../components/govuk/details.ts';
import { sideCard } from '../../components/redress/stat-tile.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { sameWords } from '../log/same-words.ts';
import { labelOf } from './parts.ts';

/** What may belong with it, with enough to judge by; linked by hand, never by itself (MAG-21). Nothing where there is nothing. */
export function connectedCard(file: CaseFile, { cases, requests }: PossiblyConnected): Html | false {
  if (cases.length + requests.length === 0) return false;
  const found = html`<p class="govuk-body-s">Not linked yet. To be told to nobody outside.</p>
<ul class="govuk-list">${cases.map(one => oneCase(file, one))}${requests.map(one => oneRequest(file, one))}</ul>`;
  const summary = `${cases.length + requests.length} possibly connected`;
  return sideCard({ title: 'Possibly connected', content: details({ summary, content: found }) });
}

function oneCase(file: CaseFile, one: EarlierCase): Html {
  const { policy } = file.landlord;
  const link = withQuery(paths.caseAct({ reference: file.reference, act: 'link' }), { other: one.reference });
  const state = one.closedOn !== null ? 'closed' : one.answeredOn !== null ? 'answered' : `open at stage ${one.stage}`;
  const about = one.category === null ? '' : `${labelOf(policy.categories, one.category)}, `;
  return html`<li><a class="govuk-link" href="${paths.case({ reference: one.reference })}">${one.reference}</a> ${one.name}
<span class="rd-table__second">${about}received ${sayDate(one.receivedOn)}, ${state}. ${sameWords(one.same)} ${begins(one.words)}</span>
<a class="govuk-link" href="${link}">Link it<span class="govuk-visually-hidden">: ${one.reference}</span></a></li>`;
}

function oneRequest(file: CaseFile, one: EarlierRequest): Html {
  const name = `${labelOf(file.landlord.policy.serviceAreas, one.serviceArea)} request of ${one.name}`;
  const link = withQuery(paths.caseAct({ reference: file.reference, act: 'link-request' }), { request: one.requestId });
  return html`<li><a class="govuk-link" href="${paths.serviceRequest({ request: one.requestId })}">${name}</a>
<span class="rd-table__second">asked ${sayDate(one.askedOn)}, ${one.endedHow ?? 'open'}. ${sameWords(one.same)} ${begins(one.words)}</span>
<a class="govuk-link" href="${link}">Link it<span class="govuk-visually-hidden">: ${name}</span></a></li>`;
}

/** How their words begin, to know it by. */
function begins(words: string | null): string {
  if (words === null) return '';
  return words.length > 100 ? `“${words.slice(0, 100)}…”` : `“${words}”`;
}
