import type { BuildingFile, BuildingInList, BuildingPast, WholeFacts } from '../../../application/queries/buildings.ts';
import { whyNotBuilding } from '../../../domain/building/decide.ts';
import { type HigherRisk, higherRiskOn, sayHeight } from '../../../domain/building/higher-risk.ts';
import { sayShortDate } from '../../../domain/calendar/dates.ts';
import { button } from '../../components/govuk/button.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { sayMoment } from '../say-moment.ts';

/** The law's answer for a building today. */
export function riskOf({ landlord, today }: Visit, size: Parameters<typeof higherRiskOn>[0]): HigherRisk {
  return higherRiskOn(size, landlord.code.higherRiskBuildings ?? [], today);
}

/** Higher-risk or not, as a word on a ground. */
export function riskTag({ is }: HigherRisk): Html {
  if (is === 'yes') return tag({ text: 'Higher-risk', colour: 'red' });
  return is === 'no'
    ? tag({ text: 'Not higher-risk', colour: 'grey' })
    : tag({ text: 'Cannot be told', colour: 'yellow' });
}

const may = ({ landlord, viewer }: Visit): boolean =>
  whyNotBuilding({ policy: landlord.policy, roles: viewer.roles }) === null;

export function buildingsView(visit: Visit, buildings: readonly BuildingInList[]): Html {
  const add = may(visit) && button({ text: 'Record a building', href: paths.buildingNew() });
  if (buildings.length === 0)
    return html`<h1 class="govuk-heading-l">Buildings</h1>${emptyState({
      title: 'No building is recorded yet',
      text: 'Record the blocks with several homes, with their storeys and height: from these it follows whether a complaint about fire or structure goes to the Building Safety Regulator as well.',
      action: add || undefined,
    })}`;
  return html`<h1 class="govuk-heading-l">Buildings</h1>
<p class="govuk-body">Whether a building is higher-risk follows from its storeys, height and homes, and decides how complaints about fire and structure are handled.</p>
${add}
${dataTable<BuildingInList>({
  caption: `${buildings.length === 1 ? 'One building' : `${buildings.length} buildings`}`,
  rows: buildings,
  columns: [
    {
      heading: 'Building',
      isRowHeader: true,
      cell: one =>
        html`<a class="govuk-link" href="${paths.building({ building: one.buildingId })}">${one.name}</a><br><span class="rd-quiet-text">${one.reference}</span>`,
    },
    { heading: 'Storeys', format: 'number', cell: one => one.storeys ?? '?' },
    { heading: 'Height', format: 'number', cell: one => (one.heightCm === null ? '?' : sayHeight(one.heightCm)) },
    { heading: 'Homes', format: 'number', cell: one => one.homes ?? '?' },
    { heading: 'Higher-risk', cell: one => riskTag(riskOf(visit, one)) },
  ],
})}`;
}

export function buildingView(visit: Visit, { buildingId, facts, past, homesKnown }: BuildingFile): Html {
  const risk = riskOf(visit, facts);
  const edit =
    may(visit) &&
    button({ text: 'Change', href: paths.buildingEdit({ building: buildingId }), classes: 'govuk-button--secondary' });
  return html`<h1 class="govuk-heading-l">${facts.name} ${riskTag(risk)}</h1>
<p class="govuk-inset-text">${risk.sentence}${risk.source !== null && html`<br><span class="rd-quiet-text">${risk.source}.</span>`}</p>
${summaryList({
  rows: [
    { key: 'Your reference', value: facts.reference },
    { key: 'Address', value: facts.address ?? 'Not recorded' },
    { key: 'Storeys', value: facts.storeys ?? 'Not known' },
    { key: 'Height', value: facts.heightCm === null ? 'Not known' : sayHeight(facts.heightCm) },
    {
      key: 'Homes',
      value: `${facts.homes ?? 'Not known'}${homesKnown > 0 ? ` (${homesKnown} are in the register of homes)` : ''}`,
    },
    { key: 'Accountable', value: accountable(facts) },
  ].map(({ key, value }) => ({
    key: { text: key },
    value: { text: typeof value === 'number' ? String(value) : value },
  })),
})}
${edit}
${history(past, visit)}`;
}

function accountable({ accountable: all }: WholeFacts): Html | string {
  if (all.length === 0) return 'Nobody is recorded';
  return html`<ul class="govuk-list">${all.map(
    ({ name, principal, from, until }) =>
      html`<li>${name}${principal && html` ${tag({ text: 'Principal', colour: 'blue' })}`}<br><span class="rd-quiet-text">since ${sayShortDate(from)}${until !== null && `, until ${sayShortDate(until)}`}</span></li>`,
  )}</ul>`;
}

function history(past: readonly BuildingPast[], { landlord }: Visit): Html {
  const rows = past.map((one, at) => ({ ...one, before: past[at + 1]?.facts ?? null }));
  return dataTable({
    caption: 'History',
    rows,
    columns: [
      { heading: 'When', isRowHeader: true, cell: one => sayMoment(one.recordedAt) },
      {
        heading: 'Who',
        cell: one => landlord.staff.find(({ personId }) => one.actor === `person:${personId}`)?.name ?? 'By file',
      },
      { heading: 'What', cell: one => (one.before === null ? 'Recorded' : differences(one.before, one.facts)) },
      { heading: 'From', cell: one => one.evidence ?? '' },
    ],
  });
}

/** What changed between two states, each with what stood there. */
function differences(before: WholeFacts, after: WholeFacts): Html {
  const said = (facts: WholeFacts): Record<string, string> => ({
    Name: facts.name,
    Reference: facts.reference,
    Address: facts.address ?? 'none',
    Storeys: String(facts.storeys ?? 'not known'),
    Height: facts.heightCm === null ? 'not known' : sayHeight(facts.heightCm),
    Homes: String(facts.homes ?? 'not known'),
    Accountable: facts.accountable.map(sayAccountable).join('; ') || 'nobody',
  });
  const [from, to] = [said(before), said(after)];
  const changed = Object.keys(to).filter(key => from[key] !== to[key]);
  return html`${changed.map(key => html`<div><strong>${key}:</strong> <del>${from[key]}</del> → <ins>${to[key]}</ins></div>`)}`;
}

function sayAccountable({ name, principal, from, until }: WholeFacts['accountable'][number]): string {
  return `${name}${principal ? ' (principal)' : ''} since ${sayShortDate(from)}${until === null ? '' : ` until ${sayShortDate(until)}`}`;
}
