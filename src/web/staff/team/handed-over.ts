/** `/team/:person/handed-over/:handover`: what went to whom, with the brief of each complaint, and what stayed and why (R69). */
import { kindsOfRecords, referencesOf } from '../../../application/queries/references.ts';
import type { Reading } from '../../../application/reading.ts';
import { loadStaffRecord } from '../../../application/staff-record.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { ListedRecord } from '../../../domain/records.ts';
import type { HeldThing } from '../../../domain/staff/events.ts';
import type { HandOver } from '../../../domain/staff/record.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { recordPages } from '../../record-pages.ts';
import type { Answer, Visit } from '../../visit.ts';
import { thingWords } from './hand-over-view.ts';
import { memberIn, refusedPage } from './who.ts';

export async function showHandedOver(visit: Visit, tx: Reading): Promise<Answer> {
  const { viewer, landlord, params } = visit;
  const member = memberIn(visit);
  if (member === null) return null;
  if (!holds(viewer.roles, 'assign', landlord.policy))
    return refusedPage(visit, 'Handed over', 'What was handed over is for those who hand work out.');
  const { record } = await loadStaffRecord(tx, viewer.landlordId, member.personId);
  const found = record.handOvers.find(one => one.handOverId === params['handover']);
  if (found === undefined) return null;
  const things = [...found.moved, ...found.stayed].map(({ thing }) => thing);
  const known: Known = {
    references: await referencesOf(
      tx,
      viewer.landlordId,
      things.flatMap(thing => ('caseId' in thing ? thing.caseId : [])),
    ),
    records: await kindsOfRecords(
      tx,
      viewer.landlordId,
      things.flatMap(thing => ('recordId' in thing ? thing.recordId : [])),
    ),
  };
  const title = `Handed over from ${member.name}`;
  const name = (id: string): string => landlord.staff.find(one => one.personId === id)?.name ?? 'somebody';
  const content = html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${sayDate(found.on)}, by ${name(found.by)}. ${said(found)}</p>
${stayed(found, known)}
${
  found.moved.length > 0 &&
  dataTable({
    caption: 'What went',
    rows: found.moved,
    columns: [
      { heading: 'What', isRowHeader: true, cell: ({ thing }) => what(thing, known) },
      { heading: 'Is now with', cell: ({ to }) => name(to) },
      { heading: 'To read', cell: ({ thing }) => brief(thing, known) },
    ],
  })
}
<p class="govuk-body"><a class="govuk-link" href="${paths.teamHandOver({ person: member.personId })}">What they still hold</a></p>`;
  return visit.page({ title, content });
}

/** What the things are called and where they are. */
type Known = { references: ReadonlyMap<string, string>; records: ReadonlyMap<string, ListedRecord> };

function said({ moved, stayed: left }: HandOver): string {
  const told = moved.some(({ thing }) => thing.kind === 'complaint')
    ? ' Where residents know their contact, telling them of the new one now stands on the list of work of whoever took it.'
    : '';
  return `${moved.length} went${left.length === 0 ? '' : `, and ${left.length} stayed`}.${told}`;
}

function stayed({ stayed: left }: HandOver, known: Known): Html | false {
  if (left.length === 0) return false;
  return html`${refusalPanel({
    sentence: `${left.length} stayed where ${left.length === 1 ? 'it was' : 'they were'}, for a decision.`,
    allowed: html`Nothing was dropped: hand each to somebody else, or decide what else to do.`,
  })}${dataTable({
    caption: 'What stayed, and why',
    rows: left,
    tone: () => 'late' as const,
    columns: [
      { heading: 'What', isRowHeader: true, cell: ({ thing }) => what(thing, known) },
      { heading: 'Why', cell: ({ because, clause }) => `${because}${clause === null ? '' : ` (${clause})`}` },
    ],
  })}`;
}

function what(thing: HeldThing, { references, records }: Known): Html {
  if (thing.kind === 'record') {
    const kind = records.get(thing.recordId);
    if (kind === undefined) return html`${thingWords.record}`;
    const { label, page } = recordPages[kind];
    return html`<a class="govuk-link" href="${page(thing.recordId)}">${label}</a>`;
  }
  const reference = references.get(thing.caseId) ?? '';
  return html`<a class="govuk-link" href="${paths.case({ reference })}">${thingWords[thing.kind]} ${reference}</a>`;
}

function brief(thing: HeldThing, { references }: Known): Html | string {
  if (thing.kind !== 'complaint') return '';
  const reference = references.get(thing.caseId) ?? '';
  return html`<a class="govuk-link" href="${paths.caseHandOver({ reference })}">Hand-over brief<span class="govuk-visually-hidden"> of ${reference}</span></a>`;
}
