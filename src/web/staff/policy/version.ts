/** The pack in force: from when, approved by whom, when it is to be reviewed, and how it came to be what it is (MGL-45). */
import type { LoadedVersion } from '../../../application/queries/policy-versions.ts';
import { isLocalDate, type LocalDate, londonDateOf, sayDate, sayMonth } from '../../../domain/calendar/dates.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { PolicyReview } from '../../../domain/policy/policy-review.ts';
import { button } from '../../components/govuk/button.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { clauseLink } from './clause-link.ts';

export type VersionProps = {
  policy: Policy;
  hash: string;
  review: PolicyReview | null;
  loaded: readonly LoadedVersion[];
  /** Whether the reader may record a review. */
  mayReview: boolean;
};

export function versionSection(props: VersionProps): Html {
  const { policy, hash } = props;
  const { version, source } = policy;
  return html`${summaryList({
    rows: [
      {
        key: 'Text',
        value: html`${source.title}. ${source.published}.${source.note !== '' && html`<br>${source.note}`}`,
      },
      { key: 'Version in force', value: html`${version.version}, ${inForce(policy)}` },
      version.interim !== null && {
        key: 'Interim',
        value: `${version.interim.why}, until ${sayDate(version.interim.until)}`,
      },
      { key: 'Approved', value: approvals(policy) },
      policy.linkedPolicies.length > 0 && { key: 'Goes with', value: policy.linkedPolicies.join(', ') },
      { key: 'Customers heard', value: version.consultation ?? 'The text does not say.' },
      {
        key: 'Code it follows',
        value: version.codeEdition === undefined ? 'The text does not say.' : `Edition of ${version.codeEdition}`,
      },
      {
        key: 'Pack',
        value: html`<span class="rd-proof">${hash.slice(0, 16)}</span> Complaints keep the version that was in force when they were received.`,
      },
    ],
  })}`;
}

function inForce({ version }: Policy): string {
  if (version.inForceFrom !== null) return `from ${sayDate(version.inForceFrom)}`;
  if (version.inForceAssumed === null) return 'from a day that is not known';
  return `from ${sayDate(version.inForceAssumed)}, which is assumed: the text leaves the day blank`;
}

function approvals({ version }: Policy): Html {
  if (version.approvals.length === 0) return html`The text names no approval.`;
  return html`<ul class="govuk-list">${version.approvals.map(({ by, on }) => html`<li>${looseDate(on)} by ${by}</li>`)}</ul>`;
}

/** The review that is owed, and what in the policy's own dates does not fit together (MAG-61, MGL-44). */
export function reviewSection({ review, mayReview }: VersionProps): Html {
  if (review === null) return html`<p class="govuk-body">The policy does not say how often it is reviewed.</p>`;
  const { dueOn, overdue, by, why, clause, disagreements } = review;
  return html`<p class="govuk-body">${dueTag({ words: overdue ? 'overdue' : 'due', tone: overdue ? 'late' : 'calm', date: sayDate(dueOn) })}</p>
<p class="govuk-body">By ${by}; ${why} (${clauseLink(clause)}).</p>
${mayReview && button({ text: 'Record a review', href: paths.policyReview(), classes: 'govuk-button--secondary' })}
${
  disagreements.length > 0 &&
  html`<p class="govuk-body">What the policy says of itself does not fit together:</p>
<ul class="govuk-list govuk-list--bullet">${disagreements.map(words => html`<li>${words}</li>`)}</ul>`
}`;
}

/** What was changed in the text and why, and which versions were loaded here. */
export function changesSection({ policy, loaded, hash }: VersionProps): Html {
  const { amendments } = policy.version;
  return html`${
    amendments.length === 0
      ? html`<p class="govuk-body">The text has no list of its changes.</p>`
      : dataTable({
          caption: 'Changes of the text, the latest first',
          rows: amendments.toReversed(),
          columns: [
            {
              heading: 'When',
              isRowHeader: true,
              cell: row => html`<span class="rd-nowrap">${looseDate(row.on)}</span>`,
            },
            { heading: 'What', cell: row => row.what },
            { heading: 'Why', cell: row => row.why },
          ],
        })
  }
${
  loaded.length > 0 &&
  dataTable({
    caption: 'Versions that complaints here were received under',
    rows: loaded,
    columns: [
      {
        heading: 'Version',
        isRowHeader: true,
        cell: row => html`${row.version}${row.hash === hash && html` ${tag({ text: 'In force', colour: 'green' })}`}`,
      },
      { heading: 'Loaded', cell: row => sayDate(londonDateOf(row.loadedAt)) },
      { heading: 'Pack', cell: row => html`<span class="rd-proof">${row.hash.slice(0, 16)}</span>` },
    ],
  })
}`;
}

/** A day, or only the month or year where the text says no more. */
function looseDate(loose: string): string {
  if (isLocalDate(loose)) return sayDate(loose);
  const month = `${loose}-01`;
  return isLocalDate(month) ? sayMonth(month as LocalDate) : loose;
}
