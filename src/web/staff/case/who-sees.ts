import type { CaseFile } from '../../../application/case-file.ts';
import { namedFor } from '../../../domain/access/need-to-know.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import { sayList } from '../../../domain/complaint/refusals/words.ts';
import { type SummaryListProps, summaryList } from '../../components/govuk/summary-list.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { wordsOf } from './parts.ts';
import { nameOf } from './say-event.ts';
import { actHref } from './step-link.ts';

/** Who sees the complaint, since when and by whose decision; what was told beyond need; and, for those who look after it, who has looked. */
export function whoSeesIt(file: CaseFile): Html {
  const { restriction } = file.state;
  return html`<h2 class="govuk-heading-m" id="who-sees">Who sees it</h2>
${
  restriction === null
    ? html`<p class="govuk-body">Those whose role sees complaints, and those whose complaint it is. Not whom it is about, nor who declared a conflict of interest.</p>`
    : html`<p class="govuk-body">It is restricted: to everybody who is not named here it is as if it did not exist.</p>${summaryList({ rows: restrictionRows(file, restriction) })}`
}
${disclosures(file)}
${holds(file.deciding.actor.roles, 'see-views', file.context.policy) && looksAfterIt(file)}`;
}

function restrictionRows(
  file: CaseFile,
  { on, by, roles, reason }: NonNullable<CaseFile['state']['restriction']>,
): SummaryListProps['rows'] {
  const titles = roles.map(id => file.context.policy.roles.find(role => role.id === id)?.title ?? id);
  const names = namedFor(file.state).map(id => nameOf(id, file));
  return [
    { key: 'Who sees it', value: sayList([...names, ...titles.map(title => `everybody who is ${title}`)]) },
    { key: 'Restricted on', value: `${sayDate(on)}, by ${nameOf(by, file)}` },
    { key: 'Why', value: wordsOf(file, reason) },
  ];
}

function disclosures(file: CaseFile): Html | false {
  const { disclosures: decided } = file.state;
  return (
    decided.length > 0 &&
    html`<h3 class="govuk-heading-s">Told beyond need</h3>${decided.map(({ on, by, to, what, reason }) =>
      summaryList({
        rows: [
          { key: 'Decided on', value: `${sayDate(on)}, by ${nameOf(by, file)}` },
          { key: 'Who is told', value: wordsOf(file, to) },
          { key: 'What', value: wordsOf(file, what) },
          { key: 'Why', value: wordsOf(file, reason) },
        ],
      }),
    )}`
  );
}

function looksAfterIt({ reference, state }: CaseFile): Html {
  const restrict = state.restriction === null ? 'Restrict who sees it' : 'Change who sees it';
  return html`<p class="govuk-body"><a class="govuk-link" href="${paths.caseViews({ reference })}">Who has seen this complaint</a> · <a class="govuk-link" href="${actHref(reference, 'RestrictAccess', null)}">${restrict}</a></p>`;
}
