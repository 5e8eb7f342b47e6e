import type { CaseFile } from '../../../application/case-file.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { type Authority, inForce } from '../../../domain/complaint/authorities.ts';
import type { ContactLimit } from '../../../domain/complaint/resident-events.ts';
import { sayLimit } from '../../../domain/complaint/safe-contact.ts';
import { sayAdjustment } from '../../../domain/complaint/say-need.ts';
import { type SummaryListProps, summaryList } from '../../components/govuk/summary-list.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { caseHead } from './case-head.ts';
import { caseParts, labelOf, needWords, wordsOf } from './parts.ts';
import { nameOf } from './say-event.ts';
import { actHref } from './step-link.ts';
import { whoSeesIt } from './who-sees.ts';

const parts = {
  handler: 'handled',
  investigator: 'investigated',
  decider: 'decided points at',
  signatory: 'signed the response at',
  'gave-information': 'gave information at',
  approver: 'approved something at',
  contact: 'was in contact at',
} as const;

/** Who is in a case: the resident and their needs, who may speak for them, and everybody here who took part (R30). */
export function peoplePage({ visit, file }: { visit: Visit; file: CaseFile }): Html {
  const { state } = file;
  const content = html`${caseParts(file, 'people')}
<h2 class="govuk-heading-m">The resident</h2>${summaryList({ rows: residentRows(file, state.complainantId) })}
${correctLink(file, state.complainantId)}<h3 class="govuk-heading-s">Safe contact</h3>${safeContactOf(file, state.complainantId)}
<h3 class="govuk-heading-s">Adjustments and support needs</h3>${needs(file)}${departures(file)}
${afterDeath(file)}
${state.representative !== null && html`<h2 class="govuk-heading-m">Representative</h2>${summaryList({ rows: [...residentRows(file, state.representative.personId), authorityRow(file)] })}${correctLink(file, state.representative.personId)}<h3 class="govuk-heading-s">Safe contact</h3>${safeContactOf(file, state.representative.personId)}`}
<h2 class="govuk-heading-m">Who took part</h2>
${state.involved.length === 0 ? html`<p class="govuk-body">Nobody yet.</p>` : html`<ul class="govuk-list govuk-list--bullet">${state.involved.map(one => html`<li>${nameOf(one.personId, file)} ${parts[one.as]} stage ${one.stage}</li>`)}</ul>`}
${state.authorities.length > 0 && html`<h2 class="govuk-heading-m">Authority to act</h2>${authorityList(file, visit.today)}`}
${whoSeesIt(file)}
${state.complainedOf.length > 0 && html`<h2 class="govuk-heading-m">Complained of</h2><ul class="govuk-list govuk-list--bullet">${state.complainedOf.map(id => html`<li>${nameOf(id, file)}</li>`)}</ul>`}
${state.conflicts.length > 0 && html`<h2 class="govuk-heading-m">Conflicts of interest</h2><ul class="govuk-list govuk-list--bullet">${state.conflicts.map(one => html`<li>${nameOf(one.personId, file)}, declared ${sayDate(one.on)}</li>`)}</ul>`}`;
  return visit.page({
    title: `People – ${file.name}`,
    content,
    sticky: caseHead(file, visit.today),
    nav: { current: 'cases' },
  });
}

/** That they have died, whom we may ask, and who goes on with it (R62). */
function afterDeath(file: CaseFile): Html {
  const { death, successor } = file.state;
  if (death === null) return html``;
  const href = actHref(file.reference, 'RecordSuccessor', null);
  const contact = death.contactId === null ? [] : residentRows(file, death.contactId);
  return html`<h2 class="govuk-heading-m">The resident has died</h2>
${summaryList({
  rows: [
    { key: 'Told on', value: sayDate(death.toldOn) },
    { key: 'Told by', value: wordsOf(file, death.toldBy) },
    death.diedOn !== null && { key: 'Died on', value: sayDate(death.diedOn) },
  ],
})}
<h3 class="govuk-heading-s">Whom we may ask</h3>${contact.length === 0 ? html`<p class="govuk-body">Nobody is known yet.</p>` : summaryList({ rows: contact })}
<h3 class="govuk-heading-s">Who goes on with it</h3>${
    successor === null
      ? html`<p class="govuk-body">Nobody yet: letters go to the personal representatives. <a class="govuk-link" href="${href}">Record who goes on with it</a></p>`
      : summaryList({
          rows: [
            ...residentRows(file, successor.personId),
            { key: 'In what right', value: capacities[successor.capacity] },
            { key: 'What shows it', value: wordsOf(file, successor.evidence) },
          ],
        })
  }`;
}

const capacities = { 'personal-representative': 'Personal representative', 'next-of-kin': 'Next of kin' } as const;

function correctLink(file: CaseFile, id: string | null): Html {
  const href = actHref(file.reference, 'CorrectContact', null, { person: id });
  return html`<p class="govuk-body-s"><a class="govuk-link" href="${href}">Correct contact details</a></p>`;
}

function residentRows(file: CaseFile, id: string | null): SummaryListProps['rows'] {
  const person = id === null ? undefined : file.residents.get(id);
  const kind =
    id === file.state.complainantId ? labelOf(file.context.policy.complainants, file.state.complainantType) : null;
  return [
    { key: 'Name', value: person?.name ?? 'Details removed' },
    kind !== null && { key: 'Relationship', value: kind },
    id === file.state.complainantId && file.state.moves.length > 0 && { key: 'Moved', value: movedWords(file) },
    { key: 'Phone', value: person?.phone ?? 'Not given' },
    { key: 'Email', value: person?.email ?? 'Not given' },
    {
      key: 'Address for letters',
      value: html`${(person?.addressLines ?? []).map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}`,
    },
  ];
}

function movedWords({ state, address }: CaseFile): string {
  const move = state.moves.at(-1);
  if (move === undefined) return '';
  return `${sayDate(move.on)}, from ${address ?? 'the home it is about'}${move.addressKnown ? '' : '; the new address is not known yet'}`;
}

function authorityRow(file: CaseFile): SummaryListProps['rows'][number] {
  if (file.state.death !== null) return { key: 'Authority', value: 'Ended with the resident’s death' };
  const authority = file.state.representative?.authority ?? null;
  const ask = html`Not seen yet: letters go to the resident and nothing is disclosed. <a class="govuk-link" href="${actHref(file.reference, 'RecordRepresentative', null)}">Record authority</a>`;
  const scope = authority?.scope === 'full' ? 'May speak and receive letters' : 'Receives letters only';
  return {
    key: 'Authority',
    value:
      authority === null ? ask : html`${scope}${authority.until !== null && html`, until ${sayDate(authority.until)}`}`,
  };
}

/** What limits how somebody may be reached, why and since when. */
function safeContactOf(file: CaseFile, id: string | null): Html {
  const held = file.state.safeContact.find(one => one.personId === id);
  const href = actHref(file.reference, 'RecordSafeContact', null, { person: id });
  const change = html`<p class="govuk-body-s"><a class="govuk-link" href="${href}">Record or change safe contact</a></p>`;
  if (held === undefined) return html`<p class="govuk-body">Nothing limits how they may be reached.</p>${change}`;
  const line = (limit: ContactLimit): Html =>
    html`<li><strong>${sayLimit(limit)}</strong>${limit === 'only-email' && held.onlyEmail !== null && html`: ${wordsOf(file, held.onlyEmail)}`}</li>`;
  return html`<ul class="govuk-list govuk-list--bullet">${held.limits.map(line)}</ul>
<p class="govuk-body">${wordsOf(file, held.reason)} <span class="rd-quiet-text">(since ${sayDate(held.on)})</span></p>${change}`;
}

function needs(file: CaseFile): Html {
  const list = file.state.needs;
  const change = html`<p class="govuk-body-s"><a class="govuk-link" href="${paths.resident({ resident: file.state.complainantId ?? '' })}">Record or change needs</a></p>`;
  if (list.length === 0) return html`<p class="govuk-body">None recorded.</p>${change}`;
  return html`<ul class="govuk-list govuk-list--bullet">${list.map(need => html`<li>${needWords(file, need)}</li>`)}</ul>${change}`;
}

/** Each time it was not done as they need it, and why (MAG-06). */
function departures(file: CaseFile): Html {
  const { departures: all } = file.state;
  if (all.length === 0) return html``;
  const line = (one: (typeof all)[number]): Html =>
    html`<li>${sayDate(one.on)}, ${departureOf[one.what]}: not done as needed (${one.needs.map(kind => sayAdjustment(kind)).join(', ')}). ${wordsOf(file, one.why)}</li>`;
  return html`<h3 class="govuk-heading-s">When it was not done as they need it</h3><ul class="govuk-list govuk-list--bullet">${all.map(line)}</ul>`;
}

const departureOf = { contact: 'a contact', update: 'an update', letter: 'a letter' } as const;

/** Everybody who may or might act for the resident: how far, what goes to them, from when until when (MAG-03). */
function authorityList(file: CaseFile, today: LocalDate): Html {
  const holds = inForce(file.state, today);
  const line = (one: Authority): Html => {
    const said = `${one.scope === 'full' ? 'may speak and decide' : 'receives letters only'}; gets ${one.gets === 'letters' ? 'the letters' : 'copies'}`;
    const end =
      one.ended === null
        ? one.until === null
          ? ''
          : ` until ${sayDate(one.until)}`
        : `, ended ${sayDate(one.ended.on)}`;
    const href = actHref(file.reference, 'EndAuthority', null, { person: one.personId });
    return html`<li><strong>${file.residents.get(one.personId)?.name ?? 'Details removed'}</strong>: ${said}, from ${sayDate(one.from)}${end}.
${wordsOf(file, one.evidence)}${one.ended?.reason != null && html` ${wordsOf(file, one.ended.reason)}`}
${holds.includes(one) && html` <a class="govuk-link" href="${href}">End it</a>`}</li>`;
  };
  return html`<ul class="govuk-list govuk-list--bullet">${file.state.authorities.map(line)}</ul>`;
}
