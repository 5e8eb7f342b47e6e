import { workloads } from '../../../application/queries/workload.ts';
import { reviewPanel } from '../../../domain/complaint/review-panel.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { nameOf } from '../case/say-event.ts';
import { type ActContext, actPage } from './act-page.ts';
import { handlerOf, handlerRadios, mayAssign, onlyOne } from './choose-handler.ts';
import { staffField } from './choose-person.ts';

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
  looksUp: async (context, tx) => ({
    ...context,
    loads: await workloads(tx, context.visit.viewer.landlordId, context.visit.today),
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
  fields: (form, context) => html`${handlerRadios(form, context)}
${textarea({
  ...form.text('reason'),
  label: handlerOf(context) === null ? 'Why this person, if it needs saying' : 'Why does it change hands?',
  rows: 2,
  classes: 'rd-textarea--small',
})}`,
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

function hint(context: ActContext): Html {
  const handler = handlerOf(context);
  const { file, stage } = context;
  const { panelOf } = file.context.policy.stage2Review;
  const panel = reviewPanel(file.state, file.deciding);
  const members = panel.members.map(id => nameOf(id, file)).join(', ');
  return html`${handler === null ? 'Nobody has it yet.' : `${nameOf(handler, file)} has it now.`} They answer for it to the end of the stage and sign its response.
${stage === 2 && panelOf > 1 && insetText({ text: `The policy has stage 2 decided by ${panelOf} people together. Named so far: ${members || 'nobody'}.` })}`;
}
