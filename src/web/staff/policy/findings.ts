/** What comparing the policy with the Code found, worst first. */
import type { Finding, Severity } from '../../../domain/policy/check/finding.ts';
import { type TagColour, tag } from '../../components/govuk/tag.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { clauseLink } from './clause-link.ts';

const severities: Record<Severity, { one: string; many: string; colour: TagColour; means: string }> = {
  breach: { one: 'Breach', many: 'breaches', colour: 'red', means: 'contradicts the Code' },
  risk: { one: 'Risk', many: 'risks', colour: 'orange', means: 'can be applied against the Code, or is unclear' },
  note: { one: 'Note', many: 'notes', colour: 'grey', means: 'leaves something unsaid' },
};
const order: readonly Severity[] = ['breach', 'risk', 'note'];

/** `6 breaches, 14 risks and 20 notes`, in words. */
export function sayFindings(findings: readonly Finding[]): string {
  const counts = order.map(severity => {
    const count = findings.filter(one => one.severity === severity).length;
    const { one, many } = severities[severity];
    return `${count} ${count === 1 ? one.toLowerCase() : many}`;
  });
  return `${counts.slice(0, -1).join(', ')} and ${counts.at(-1)}`;
}

export function findingsSection(findings: readonly Finding[]): Html {
  if (findings.length === 0) {
    return emptyState({
      title: 'Nothing was found',
      text: 'The policy keeps every paragraph of the Code that is checked.',
    });
  }
  return html`<p class="govuk-body">The policy’s text, compared with the Code: ${sayFindings(findings)}. Where the text falls short, complaints are handled, dated and written as the Code asks all the same (R2).</p>
${order.map(severity =>
  bySeverity(
    severity,
    findings.filter(one => one.severity === severity),
  ),
)}`;
}

function bySeverity(severity: Severity, findings: readonly Finding[]): Html {
  if (findings.length === 0) return html``;
  const { one, many, colour, means } = severities[severity];
  return dataTable({
    caption: html`${many.charAt(0).toUpperCase()}${many.slice(1)} (${findings.length}): the text ${means}`,
    rows: findings,
    columns: [
      { heading: 'Paragraph', isRowHeader: true, cell: row => clauseLink(row.paragraph) },
      { heading: 'How grave', headingHidden: true, cell: () => tag({ text: one, colour }) },
      { heading: 'Where', cell: row => whereIn(row) },
      { heading: 'What the policy says', cell: row => row.found },
      { heading: 'What the Code asks', cell: row => row.expected },
    ],
  });
}

/** The clause, and below it the place in the pack for whoever changes it. */
function whereIn({ where }: Finding): Html {
  const [, path = where, clause] = /^(.*?)(?: \(([^()]+)\))?$/.exec(where) ?? [];
  const broken = path.split('.').flatMap((part, index) => (index === 0 ? [part] : [html`.<wbr>`, part]));
  return html`${clause !== undefined && clauseLink(clause)}<span class="rd-table__second">${broken}</span>`;
}
