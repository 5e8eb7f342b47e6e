import type { ClockRules } from '../../../domain/complaint/clock-rules.ts';
import type { Finding } from '../../../domain/policy/check/finding.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { RegisterEntry } from '../../../domain/policy/version.ts';
import { tag } from '../../components/govuk/tag.ts';
import { sideNavigation } from '../../components/moj/side-navigation.ts';
import { subNavigation } from '../../components/moj/sub-navigation.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { clauseAnchor } from './clause-link.ts';
import { clocksSection } from './clocks.ts';
import { type DelegationProps, delegationSection } from './delegation.ts';
import { findingsSection } from './findings.ts';
import { changesSection, reviewSection, type VersionProps, versionSection } from './version.ts';

export type PolicyProps = VersionProps &
  DelegationProps & {
    reading: Html;
    rules: ClockRules;
    details: Html;
    whoCanHelp: Html;
    findings: readonly Finding[];
  };

type Section = { id: string; heading: string; content: Html };

/** The landlord's policy as the product works to it: every clause, every clock, and where it falls short. */
export function policyView(props: PolicyProps): Html {
  const { policy, findings } = props;
  const sections: Section[] = [
    { id: 'version', heading: 'In force', content: versionSection(props) },
    { id: 'review', heading: 'Review', content: reviewSection(props) },
    { id: 'reading', heading: 'Read and understood', content: props.reading },
    { id: 'delegation', heading: 'Who does and decides what', content: delegationSection(props) },
    { id: 'details', heading: 'Details for letters', content: props.details },
    { id: 'who-can-help', heading: 'Who else can help', content: props.whoCanHelp },
    { id: 'clocks', heading: 'Clocks and windows', content: clocksSection(props) },
    { id: 'findings', heading: 'Against the Code', content: findingsSection(findings) },
    { id: 'gaps', heading: 'Gaps of the text', content: gaps(policy) },
    { id: 'changes', heading: 'Changes and versions', content: changesSection(props) },
    { id: 'clauses', heading: 'Clauses', content: clauses(policy) },
  ];
  return html`${head('Policy', 'policy')}
<div class="rd-with-filter"><div>${sideNavigation({
    label: 'On this page',
    items: sections.map(({ id, heading }) => ({ text: heading, href: `#${id}` })),
  })}</div><div>
${sections.map(
  ({
    id,
    heading,
    content,
  }) => html`<section class="govuk-!-margin-bottom-8" aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">${heading}</h2>
${content}</section>`,
)}</div></div>`;
}

/** The Code's paragraphs, in the same way. */
export function codeView(code: Policy): Html {
  return html`${head('The Code', 'code')}
<p class="govuk-body">The Housing Ombudsman’s Complaint Handling Code, edition of ${code.version.version}, in our own words, and what is done here about each paragraph.</p>
${clauses(code)}`;
}

function head(title: string, active: 'policy' | 'code'): Html {
  return html`<h1 class="govuk-heading-l">${title}</h1>
${subNavigation({
  label: 'What complaints are handled by',
  items: [
    { text: 'Our policy', href: paths.policy(), active: active === 'policy' },
    { text: 'The Code', href: withQuery(paths.policy(), { of: 'code' }), active: active === 'code' },
  ],
})}`;
}

/** What the source lacks or contradicts, and how it is read; none of it is ever copied into a letter. */
function gaps(policy: Policy): Html {
  if (policy.gaps.length === 0) return html`<p class="govuk-body">None was found.</p>`;
  return html`<p class="govuk-body">What the text lacks or says twice, and how it is read here until ${policy.landlord.name} decides. None of it gets into a letter.</p>
${dataTable({
  caption: 'Gaps of the text',
  captionHidden: true,
  rows: policy.gaps,
  columns: [
    { heading: 'Line', cell: row => (row.line === null ? '' : String(row.line)), format: 'number' },
    { heading: 'What', isRowHeader: true, cell: row => row.what },
    { heading: 'How it is read', cell: row => row.reading },
  ],
})}`;
}

function clauses({ register }: Policy): Html {
  const claimed = register.filter(one => one.state === 'claimed').length;
  return html`<p class="govuk-body">${register.length} clauses, in our own words: ${claimed} are done and tested, ${register.length - claimed} are planned.</p>
${dataTable<RegisterEntry>({
  caption: 'Clauses',
  captionHidden: true,
  rows: register,
  rowId: row => clauseAnchor(row.id),
  columns: [
    {
      heading: 'Clause',
      isRowHeader: true,
      cell: row =>
        html`<a class="govuk-link rd-table__main rd-nowrap" href="#${clauseAnchor(row.id)}">${row.id}</a><span class="rd-table__second">${
          row.line !== null && html`line ${row.line}`
        }</span>`,
    },
    { heading: 'What it says', cell: row => html`<strong>${row.heading}.</strong> ${row.says}` },
    {
      heading: 'What is done',
      cell: row =>
        html`${row.state === 'claimed' ? tag({ text: 'Done', colour: 'green' }) : tag({ text: 'Planned', colour: 'grey' })} ${row.does}`,
    },
  ],
})}`;
}
