import { mayRouteBy, routingFor } from '../../../domain/complaint/routing.ts';
import type { RoutingRule } from '../../../domain/policy/roles.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, longTextField, optionalChoiceField, tickField } from '../../forms/fields.ts';
import { type Html, html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { staffItems } from './choose-person.ts';

/** Who takes a complaint that the policy sends to somebody senior: proposed by it, decided by the lead with reasons (MAG-30–32, R25). */
export const routingPage = actPage({
  act: 'routing',
  command: 'DecideRouting',
  title: () => 'Decide who takes it',
  hint: context => proposal(context),
  submit: 'Decide',
  about: () => ({}),
  shape: context => ({
    rule: choiceField(
      context.file.context.policy.routing.map(rule => rule.id),
      'Choose which rule it is about',
    ),
    followed: choiceField(['yes', 'no'], 'Say whether the policy’s proposal is followed'),
    person: optionalChoiceField(context.file.staff.map(one => one.personId)),
    reason: longTextField({ label: 'The reasons', required: 'Give the reasons', max: 4000 }),
    'assign-now': tickField(),
  }),
  start: context => ({ rule: rulesHere(context)[0]?.id ?? '', 'assign-now': 'yes' }),
  fields: (form, context) => html`${radios({
    ...form.choice('rule'),
    fieldset: { legend: 'The rule' },
    items: rulesHere(context).map(rule => ({ value: rule.id, text: rule.label, hint: ruleHint(rule, context) })),
  })}
${radios({
  ...form.choice('followed'),
  fieldset: { legend: 'Is it followed?' },
  items: [
    {
      value: 'yes',
      text: 'Yes',
      conditional: html`${select({ ...form.choice('person'), label: 'Who takes it', items: staffItems(context, mayTake(context)) })}
${checkboxes({ ...form.choices('assign-now'), classes: 'govuk-checkboxes--small', items: [{ value: 'yes', text: 'Assign stage 1 to them now' }] })}`,
    },
    { value: 'no', text: 'No, the complaints team keeps it' },
  ],
})}
${textarea({ ...form.text('reason'), label: 'Why', rows: 3, classes: 'rd-textarea--small' })}`,
  check: ({ followed, person }) =>
    followed === 'yes' && person === null ? [{ field: 'person', text: 'Choose who takes it' }] : [],
  make: ({ rule, followed, person, reason, 'assign-now': now }, { keep, loaded }) => {
    const to = followed === 'yes' ? person : null;
    const decided = {
      type: 'DecideRouting' as const,
      ruleId: rule,
      to,
      followed: followed === 'yes',
      reason: keep(reason, 'routing'),
    };
    const assign = now && to !== null && loaded.state.stages[1].handlerId !== to;
    return assign ? [decided, { type: 'AssignHandler', stage: 1, personId: to, reason: null }] : [decided];
  },
  done: 'Routing decided.',
});

/** The rules that fit; and those open to any serious matter (MAG-31). */
function rulesHere({ file }: ActContext): RoutingRule[] {
  const { policy } = file.context;
  const fitting = routingFor(file.state, file.deciding);
  const open = policy.routing.filter(rule => !fitting.includes(rule) && mayRouteBy(rule, file.state, file.deciding));
  return [...fitting, ...open];
}

function proposal(context: ActContext): Html {
  const [first] = routingFor(context.file.state, context.file.deciding);
  if (first === undefined)
    return html`No rule of the policy asks for it. Any serious matter may be sent to somebody senior all the same, with the reason.`;
  return html`The policy proposes <strong>${titles(first, context)}</strong>: ${first.label} (${first.clause}). ${
    first.strength === 'always' ? 'It leaves no choice here.' : 'You decide, with reasons.'
  }`;
}

function ruleHint(rule: RoutingRule, context: ActContext): string {
  return `To ${titles(rule, context)} (${rule.clause})`;
}

function titles({ to }: RoutingRule, { file }: ActContext): string {
  return to.map(id => file.context.policy.roles.find(role => role.id === id)?.title ?? id).join(' or ');
}

function mayTake(context: ActContext): string[] {
  const roles = rulesHere(context).flatMap(rule => rule.to);
  return context.file.staff
    .filter(person => person.active && person.roles.some(role => roles.includes(role)))
    .map(person => person.personId);
}
