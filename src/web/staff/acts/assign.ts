import { holds } from '../../../domain/access/permissions.ts';
import { type Candidate, eligibility } from '../../../domain/complaint/independence.ts';
import { sayList } from '../../../domain/complaint/refusals/words.ts';
import { reviewPanel } from '../../../domain/complaint/review-panel.ts';
import { details } from '../../components/govuk/details.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { nameOf } from '../case/say-event.ts';
import { type ActContext, actPage } from './act-page.ts';
import { roleOf, staffField } from './choose-person.ts';

/** Somebody's name on a stage (R69, MGL-14). Whoever is not independent is not offered, and the page says why (R30). */
export const assignPage = actPage({
  act: 'assign',
  command: 'AssignHandler',
  title: ({ stage }) => `Assign stage ${stage}`,
  hint: context => hint(context),
  submit: 'Assign it',
  about: context => ({
    stage: context.stage,
    ...(mayAssign(context) ? {} : { personId: context.visit.viewer.personId }),
  }),
  shape: context => ({
    person: staffField(context, 'Choose who takes it'),
    reason: longTextField({ label: 'The reason', max: 4000 }),
  }),
  start: context => ({ person: context.visit.query['to'] ?? context.file.state.routing?.to ?? onlyOne(context) }),
  check: ({ reason }, { file, stage }) =>
    reason === '' && file.state.stages[stage].handlerId !== null
      ? [{ field: 'reason', text: 'Say why it changes hands' }]
      : [],
  fields: (form, context) => {
    const { offered, others } = people(context);
    return html`${radios({
      ...form.choice('person'),
      fieldset: { legend: 'Who takes it' },
      items: offered.map(one => ({
        value: one.person.personId,
        text: one.person.name,
        hint: html`${roleOf(context, one.person.personId)}${warnings(one)}`,
      })),
    })}
${notOffered(others, context)}
${textarea({
  ...form.text('reason'),
  label: handlerOf(context) === null ? 'Why this person, if it needs saying' : 'Why does it change hands?',
  rows: 2,
  classes: 'rd-textarea--small',
})}`;
  },
  make: ({ person, reason }, { keep }, { stage }) => ({
    type: 'AssignHandler',
    stage,
    personId: person,
    reason: reason === '' ? null : keep(reason, 'assignment'),
  }),
  done: 'Assigned. It is on their list of work.',
  next: ({ visit, file }) =>
    visit.query['from'] === 'unassigned' ? paths.unassigned() : paths.case({ reference: file.reference }),
});

/** Where only one person can take it they are chosen already. */
function onlyOne(context: ActContext): string {
  const [first, ...more] = people(context).offered;
  return more.length === 0 ? (first?.person.personId ?? '') : '';
}

function hint(context: ActContext): Html {
  const handler = handlerOf(context);
  const { file, stage } = context;
  const { panelOf } = file.context.policy.stage2Review;
  const panel = reviewPanel(file.state, file.deciding);
  const members = panel.members.map(id => nameOf(id, file)).join(', ');
  return html`${handler === null ? 'Nobody has it yet.' : `${nameOf(handler, file)} has it now.`} They answer for it to the end of the stage and sign its response.
${stage === 2 && panelOf > 1 && insetText({ text: `The policy has stage 2 decided by ${panelOf} people together. Named so far: ${members || 'nobody'}.` })}`;
}

function handlerOf({ file, stage }: ActContext): string | null {
  return file.state.stages[stage].handlerId;
}

function mayAssign({ visit, file }: ActContext): boolean {
  return holds(visit.viewer.roles, 'assign', file.context.policy);
}

/** Who can be chosen; whoever may not assign to others can take it from the queue themselves. */
function people(context: ActContext): { offered: Candidate[]; others: Candidate[] } {
  const { visit, file, stage } = context;
  const all = Object.values(file.deciding.people)
    .filter(person => person.active && person.personId !== handlerOf(context))
    .map(person => ({ person, eligibility: eligibility(file.state, stage, person, file.deciding) }));
  const able = all.filter(one => one.eligibility.eligible || file.state.routing?.to === one.person.personId);
  able.sort((a, b) => seniority(a, context) - seniority(b, context));
  const own = able.filter(one => one.person.personId === visit.viewer.personId);
  return { offered: mayAssign(context) ? able : own, others: all.filter(one => !able.includes(one)) };
}

const ranks = ['colleague', 'officer', 'lead', 'head', 'director', 'chief-executive', 'board'];

/** Those whose daily work it is come first. */
function seniority({ person }: Candidate, { file }: ActContext): number {
  const held = file.context.policy.roles.filter(role => person.roles.includes(role.id));
  return Math.min(...held.map(role => ranks.indexOf(role.seniority)));
}

function warnings({ eligibility: found }: Candidate): Html | false {
  return (
    found.eligible && found.warnings.length > 0 && html`. <strong>Think first:</strong> ${found.warnings.join('; ')}`
  );
}

/** Those whom the reader may miss in the list, with the reason. At stage 1 that is only who is barred by the case itself. */
function notOffered(others: readonly Candidate[], { stage }: ActContext): Html | false {
  const reasons = new Map<string, string[]>();
  for (const { person, eligibility: found } of others) {
    if (found.eligible || (stage === 1 && found.clause === 'Code 4.1')) continue;
    const reason = `${found.because} (${found.clause})`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), person.name]);
  }
  if (reasons.size === 0) return false;
  // What only concerns one or two says most about this complaint; a role that never reviews is told of last.
  const told = [...reasons].sort(([, a], [, b]) => a.length - b.length);
  return details({
    summary: `Who is not offered, and why (${told.flatMap(([, names]) => names).length})`,
    open: stage === 2,
    content: html`<ul class="govuk-list govuk-list--bullet">${told.map(
      ([reason, names]) => html`<li><strong>${sayList(names)}</strong>: ${reason}</li>`,
    )}</ul>`,
  });
}
