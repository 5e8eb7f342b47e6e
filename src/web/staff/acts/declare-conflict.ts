import { holds } from '../../../domain/access/permissions.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';
import { staffField, staffItems } from './choose-person.ts';

/** Whoever is too near to a complaint gives it up; the lead may record it for another (MAG-09, R30). */
export const declareConflictPage = actPage({
  act: 'declare-conflict',
  command: 'DeclareConflict',
  title: () => 'Declare a conflict of interest',
  hint: () =>
    'Whoever has one takes no further part and does not see it any more. If they handle it now, it goes back to the queue, and its dates stay as they are.',
  submit: 'Record the conflict',
  // The lead records it for others, so a conflict of their own must not close the page to them.
  about: context => (maySayForOthers(context) ? { personId: '' } : {}),
  shape: context => ({
    person: staffField(context, 'Choose who has the conflict'),
    reason: longTextField({ label: 'The conflict', required: 'Say what the conflict is', max: 4000 }),
  }),
  start: ({ visit }) => ({ person: visit.viewer.personId }),
  fields: (form, context) => html`${select({
    ...form.choice('person'),
    label: 'Who has it',
    items: staffItems(context, maySayForOthers(context) ? everybody(context) : [context.visit.viewer.personId]),
  })}
${textarea({
  ...form.text('reason'),
  label: 'What it is',
  hint: 'For example: a relative, a neighbour, their own earlier work, or a dispute with the resident.',
  rows: 3,
  classes: 'rd-textarea--small',
})}`,
  make: ({ person, reason }, { keep }) => ({
    type: 'DeclareConflict',
    personId: person,
    reason: keep(reason, 'conflict'),
  }),
  done: 'Conflict of interest recorded.',
  mayClose: true,
});

function maySayForOthers({ visit, file }: ActContext): boolean {
  return holds(visit.viewer.roles, 'record-anothers-conflict', file.context.policy);
}

function everybody({ file }: ActContext): string[] {
  return file.staff.filter(person => person.active).map(person => person.personId);
}
