/** What narrows the list: the filters that are on, each to be taken off with one press, and the fields to set more. */
import {
  type CaseSelection,
  caseStateFilters,
  dueFilters,
  everything,
} from '../../../application/queries/case-selection.ts';
import type { StaffChoice } from '../../../application/staff-choices.ts';
import { causesOf } from '../../../domain/policy/causes.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { filter, type SelectedFilters } from '../../components/moj/filter.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { labelOf } from '../case/parts.ts';
import { type CaseList, isNarrowed, listHref, queryOf } from './selection.ts';
import { dueWords, sayDuty, stateWords } from './words.ts';

type SelectItem = { value: string; text: string };

export type FilterFacts = { list: CaseList; staff: readonly StaffChoice[]; policy: Policy; code: Policy };

export function caseFilters(facts: FilterFacts): Html {
  const { selection } = facts.list;
  const on = countOn(selection);
  return html`<details class="rd-filterbox"><summary class="rd-filterbox__summary">Filter${on > 0 && html` (${on} chosen)`}</summary>
<form method="get" action="${paths.cases()}">${kept(facts.list)}${filter({
    heading: 'Filter',
    submitText: 'Apply filters',
    selected: isNarrowed(selection) ? chosen(facts) : undefined,
    options: options(facts),
  })}</form></details>`;
}

function countOn({ sought, ...filters }: CaseSelection): number {
  return Object.values(filters).filter(value => value !== null && value !== false).length + (sought === '' ? 0 : 1);
}

/** What the fields do not hold: the figure whose cases these are, and the order. */
function kept(list: CaseList): Html {
  const { duty, by, month, months, result, sort } = queryOf(list);
  return html`${Object.entries({ duty, by, month, months, result, sort }).map(([name, value]) =>
    value === null || value === undefined ? '' : html`<input type="hidden" name="${name}" value="${String(value)}">`,
  )}`;
}

function chosen({ list, staff, policy, code }: FilterFacts): SelectedFilters {
  const { selection } = list;
  const { sought, stage, state, handler, category, cause, due, needs, duty } = selection;
  const without = (part: Partial<typeof selection>): string =>
    listHref({ ...list, selection: { ...selection, ...part } });
  const person = staff.find(one => one.personId === handler)?.name;
  const on: [boolean, string, string, string][] = [
    [sought !== '', 'Search', `“${sought}”`, without({ sought: '' })],
    [duty !== null, 'Figure', duty === null ? '' : sayDuty(duty), without({ duty: null })],
    [stage !== null, 'Stage', `Stage ${stage}`, without({ stage: null })],
    [state !== null, 'State', state === null ? '' : stateWords[state], without({ state: null })],
    [due !== null, 'Due', due === null ? '' : dueWords[due], without({ due: null })],
    [
      handler !== null,
      'Handler',
      handler === 'nobody' ? 'Nobody yet' : (person ?? 'Somebody'),
      without({ handler: null }),
    ],
    [category !== null, 'Category', labelOf(policy.categories, category ?? ''), without({ category: null })],
    [cause !== null, 'Cause', labelOf(causesOf({ policy, code }), cause ?? ''), without({ cause: null })],
    [needs, 'Needs', 'Adjustments or support needs', without({ needs: false })],
  ];
  return {
    heading: 'Chosen',
    clearText: 'Clear all',
    clearHref: listHref({ ...list, selection: everything }),
    categories: on.flatMap(([is, heading, text, href]) => (is ? [{ heading, items: [{ text, href }] }] : [])),
  };
}

/** One of a list, or any. */
function oneOf(name: string, label: string, chosen: string | null, items: readonly SelectItem[]): Html {
  return select({ name, label, value: chosen ?? '', items: [{ value: '', text: 'Any' }, ...items] });
}

const named = (list: readonly { id: string; label: string }[]): SelectItem[] =>
  list.map(({ id, label }) => ({ value: id, text: label }));

function options({ list, staff, policy, code }: FilterFacts): Html {
  const { sought, stage, state, handler, category, cause, due, needs } = list.selection;
  const small = 'govuk-radios--small';
  return html`${textInput({ name: 'q', id: 'sought', label: 'Search within the list', value: sought, type: 'search' })}
${radios({
  name: 'due',
  fieldset: { legend: 'Due' },
  classes: small,
  value: due ?? 'any',
  items: [{ value: 'any', text: 'Any time' }, ...dueFilters.map(value => ({ value, text: dueWords[value] }))],
})}
${oneOf(
  'state',
  'State',
  state,
  caseStateFilters.map(value => ({ value, text: stateWords[value] })),
)}
${radios({
  name: 'stage',
  fieldset: { legend: 'Stage' },
  classes: small,
  value: stage ?? 'any',
  items: [
    { value: 'any', text: 'Either' },
    { value: 1, text: 'Stage 1' },
    { value: 2, text: 'Stage 2' },
  ],
})}
${oneOf('handler', 'Handler', handler, [
  { value: 'nobody', text: 'Nobody yet' },
  ...staff.map(one => ({ value: one.personId, text: one.name })),
])}
${oneOf('category', 'Category', category, named(policy.categories))}
${oneOf('cause', 'Cause', cause, named(causesOf({ policy, code })))}
${checkboxes({
  name: 'needs',
  fieldset: { legend: 'People' },
  classes: 'govuk-checkboxes--small',
  values: needs ? ['1'] : [],
  items: [{ value: '1', text: 'Only with adjustments or support needs' }],
})}`;
}
