/** Who sees a complaint beyond the usual: restricted to some, opened again, and told to somebody who has no need (MAG-11). */
import { z } from 'zod';
import { workingOn } from '../../../domain/access/need-to-know.ts';
import { roleSeesAll } from '../../../domain/access/scope.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choicesField, type FormField, longTextField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { allValues } from '../../forms/raw-form.ts';
import { type Html, html } from '../../html.ts';
import { nameOf } from '../case/say-event.ts';
import { type ActContext, actPage } from './act-page.ts';
import { staffItems } from './choose-person.ts';

export const restrictAccessPage = actPage({
  act: 'restrict-access',
  command: 'RestrictAccess',
  title: () => 'Restrict who sees this complaint',
  hint: () =>
    'To everybody else it is as if it did not exist: in lists, counts, searches and downloads. Each view of it is stored before it is shown. Letters and dates stay as they are.',
  submit: 'Restrict it',
  submitKind: 'warning',
  about: () => ({}),
  shape: context => ({
    people: peopleField(context),
    roles: choicesField(rolesToName(context).map(role => role.id)),
    reason: longTextField({ label: 'Why it is restricted', required: 'Say why it is restricted', max: 4000 }),
  }),
  start: ({ visit, file }) => ({
    people: file.state.restriction?.people ?? [visit.viewer.personId],
    roles: file.state.restriction?.roles ?? [],
  }),
  fields: (form, context) => html`${whoWorksOnIt(context)}
${personSelects(form, context)}
${checkboxes({
  ...form.choices('roles'),
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: 'Roles that see it' },
  hint: 'Everybody who has the role, now and later. Leave empty to open it to named people only.',
  items: rolesToName(context).map(({ id, title }) => ({ value: id, text: title })),
})}
${textarea({ ...form.text('reason'), label: 'Why is it restricted?', rows: 3, classes: 'rd-textarea--small' })}`,
  make: ({ people, roles, reason }, { keep }) => ({
    type: 'RestrictAccess',
    people: [...new Set(people)],
    roles,
    reason: keep(reason, 'restriction'),
  }),
  done: 'Restricted. Only those named and those who work on it see it.',
  mayClose: true,
});

/** Any of those who work here; boxes left empty name nobody. */
function peopleField({ file }: ActContext): FormField<string[]> {
  const ids = file.staff.filter(person => person.active).map(person => person.personId);
  return {
    pick: (raw, name) => allValues(raw, name).filter(value => value !== ''),
    schema: z.array(z.enum(ids, { error: 'Choose the people from the lists' })),
  };
}

/** As many lists as are named already, and three more: saved, the page has three more again. */
function personSelects(form: FormView, context: ActContext): Html {
  const { values, name, error } = form.choices('people');
  const named = values.filter(value => value !== '');
  const active = context.file.staff.filter(person => person.active).map(person => person.personId);
  const boxes = [...named, '', '', ''].map((value, index) =>
    select({
      name,
      id: index === 0 ? name : `${name}-${index + 1}`,
      label: index === 0 ? 'People who see it' : `Person ${index + 1}`,
      value,
      error: index === 0 ? error : undefined,
      items: staffItems(context, active, 'Nobody'),
    }),
  );
  return html`${boxes}`;
}

function whoWorksOnIt({ file }: ActContext): Html {
  const names = workingOn(file.state).map(id => nameOf(id, file));
  return insetText({
    text: html`Whoever handles it or has a promise of it to keep sees it as long as they do${names.length === 0 ? '.' : `: ${names.join(', ')}.`} Somebody who is asked one question sees that question only.`,
  });
}

function rolesToName({ file }: ActContext) {
  const { policy } = file.context;
  return policy.roles.filter(role => roleSeesAll(role.id, policy));
}

export const endRestrictionPage = actPage({
  act: 'end-restriction',
  command: 'EndAccessRestriction',
  title: () => 'End the restriction',
  hint: () => 'Everybody whose role sees complaints will see this one again, with all that is in it.',
  submit: 'End it',
  about: () => ({}),
  shape: () => ({ reason: longTextField({ label: 'Why it ends', required: 'Say why it ends', max: 4000 }) }),
  fields: form =>
    textarea({ ...form.text('reason'), label: 'Why does it end?', rows: 3, classes: 'rd-textarea--small' }),
  make: ({ reason }, { keep }) => ({ type: 'EndAccessRestriction', reason: keep(reason, 'restriction') }),
  done: 'No longer restricted.',
});

export const disclosePage = actPage({
  act: 'disclose',
  command: 'DecideDisclosure',
  title: () => 'Record a disclosure beyond need',
  hint: () =>
    'For when somebody is told more of this complaint than their work on it needs: another organisation, the police, a colleague elsewhere. What the resident agreed to in an authority is not one.',
  submit: 'Record the decision',
  about: () => ({}),
  shape: () => ({
    to: longTextField({ label: 'Who is told', required: 'Say who is told', max: 1000 }),
    what: longTextField({ label: 'What they are told', required: 'Say what they are told', max: 4000 }),
    reason: longTextField({ label: 'Why', required: 'Say why they are told', max: 4000 }),
  }),
  fields:
    form => html`${textarea({ ...form.text('to'), label: 'Who is told?', rows: 2, classes: 'rd-textarea--small' })}
${textarea({ ...form.text('what'), label: 'What are they told?', rows: 3, classes: 'rd-textarea--small' })}
${textarea({ ...form.text('reason'), label: 'Why, and what permits it?', rows: 3, classes: 'rd-textarea--small' })}`,
  make: ({ to, what, reason }, { keep }) => ({
    type: 'DecideDisclosure',
    to: keep(to, 'disclosure'),
    what: keep(what, 'disclosure'),
    reason: keep(reason, 'disclosure'),
  }),
  done: 'Decision recorded.',
});
