import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { originalDueOn, outerDate, respondOn } from '../../../domain/complaint/decide/clocks.ts';
import { latestWithoutGoodReason } from '../../../domain/complaint/extension-effect.ts';
import { workingDate } from '../../../domain/complaint/obligation.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { insetText } from '../../components/govuk/inset-text.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField } from '../../forms/date-field.ts';
import { longTextField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type ActContext, actPage } from './act-page.ts';
import { staffItems } from './choose-person.ts';

const agreements = ['agreed', 'refused', 'not-asked'] as const;

/**
 * More time for an answer, with its reason; the date does not move until the notice is sent (MAG-34, MAG-42, MGL-20, MGL-21, R9).
 * The page says how far it can go without a good reason, and who approves one.
 */
export const extendPage = actPage({
  act: 'extend',
  command: 'DecideExtension',
  title: ({ stage }) => `Extend the stage ${stage} answer`,
  hint: context => howFar(context),
  submit: 'Decide the extension',
  about: ({ stage }) => ({ stage }),
  shape: ({ visit, file, stage }) => ({
    'new-date': dateField({
      label: 'The new date',
      required: 'Enter the new date',
      today: visit.today,
      when: 'future',
    }),
    reason: longTextField({ label: 'The reason', required: 'Give the reason as the resident will read it' }),
    agreement: optionalChoiceField(agreements),
    'good-reason': longTextField({ label: 'The good reason', max: 4000 }),
    approver: optionalChoiceField(approvers({ visit, file, stage })),
  }),
  fields: (form, context) => html`${dateInput({ ...form.date('new-date'), fieldset: { legend: 'The new date' } })}
${textarea({
  ...form.text('reason'),
  label: 'Why the answer needs more time',
  hint: 'It stands in the notice to the resident, so write it to them.',
  rows: 4,
})}
${agreementRadios(form, context)}
${beyondCapFields(form, context)}`,
  check: ({ agreement }, context) =>
    agreement === null && asksAgreement(context)
      ? [{ field: 'agreement', text: 'Say whether the resident agrees to the new date' }]
      : [],
  make: (values, { keep }, { stage }) => ({
    type: 'DecideExtension',
    extensionId: crypto.randomUUID(),
    stage,
    newDueOn: values['new-date'],
    reason: keep(values.reason, 'extension'),
    agreement: values.agreement ?? 'not-asked',
    goodReason: values['good-reason'] === '' ? null : keep(values['good-reason'], 'extension'),
    approvedBy: values.approver,
  }),
  done: 'Extension decided. It moves the date when the notice is sent.',
  next: ({ file, stage }) =>
    withQuery(paths.caseLetterDraft({ reference: file.reference, kind: 'extension' }), { stage }),
});

/** What holds now, and how far it can move under which clause. */
function howFar(context: ActContext): Html {
  const { file, stage } = context;
  const respond = respondOn(file.state, file.deciding, stage);
  const dueOn = respond?.dueOn ?? null;
  const worked = respond === undefined ? null : workingDate(respond);
  const rules = file.context.policy.stages[stage].extension;
  const { cap, outer } = limits(context);
  const facts = html`${dueOn !== null && html`The answer is due on <strong>${sayDate(dueOn)}</strong>. `}${
    worked !== null && worked !== dueOn && html`We work to <strong>${sayDate(worked)}</strong>. `
  }${cap !== null && howLate(cap, outer)}${rules?.condition === 'exceptional' && 'The policy extends in exceptional cases only. '}${
    rules?.condition === 'complex' && 'The policy extends only where the complaint is particularly complex. '
  }`;
  return html`${insetText({ text: facts })}<p class="govuk-body">The notice has to reach the resident by the present date, with this reason, the new date and the Ombudsman’s details. Until it is sent nothing moves.</p>`;
}

type Cap = NonNullable<ReturnType<typeof latestWithoutGoodReason>>;

/** How far the date can go: the policy's cap, and the Code's outer date. */
function limits({ file, stage }: ActContext): { cap: Cap | null; outer: LocalDate | null } {
  const { context, state, deciding } = file;
  const original = originalDueOn(state, deciding, stage);
  const cap = original === null ? null : latestWithoutGoodReason(original, context.rules[stage], context.calendar);
  return { cap, outer: outerDate(state, deciding, stage) };
}

/** The policy's cap, or the Code's outer date where that comes first (R5). */
function howLate(cap: Cap, outer: LocalDate | null): Html {
  const early = outer !== null && outer < cap.on ? outer : null;
  const why =
    early === null
      ? `${cap.words} from the first date (${cap.clause})`
      : 'the Code’s outer date for an extended answer, by our reading';
  return html`It can be moved to <strong>${sayDate(early ?? cap.on)}</strong> at the latest: ${why}. `;
}

function asksAgreement({ file, stage }: ActContext): boolean {
  return file.context.policy.stages[stage].extension?.customerAgreement === 'required';
}

function agreementRadios(form: FormView, context: ActContext): Html | false {
  const rules = context.file.context.policy.stages[context.stage].extension;
  if (rules === null || rules.customerAgreement === 'not-needed') return false;
  return radios({
    ...form.choice('agreement'),
    fieldset: { legend: 'Does the resident agree?' },
    hint: asksAgreement(context)
      ? `The policy needs their agreement (${rules.clause}). Without it the date does not move, and they are told all the same when to expect the answer.`
      : `The policy seeks their agreement (${rules.clause}).`,
    items: [
      { value: 'agreed', text: 'They agree' },
      { value: 'refused', text: 'They do not agree' },
      !asksAgreement(context) && { value: 'not-asked', text: 'They were not asked' },
    ],
  });
}

/** Who can approve more than the cap; nobody where the policy knows no such thing. */
function approvers({ file, stage }: ActContext): string[] {
  const roles = file.context.policy.stages[stage].extension?.beyondCap?.approvedBy ?? [];
  const { actor } = file.deciding;
  return file.staff
    .filter(one => one.active && one.personId !== actor.personId && one.roles.some(role => roles.includes(role)))
    .map(one => one.personId);
}

function beyondCapFields(form: FormView, context: ActContext): Html | false {
  const beyond = context.file.context.policy.stages[context.stage].extension?.beyondCap ?? null;
  const { cap, outer } = limits(context);
  if (beyond === null || cap === null) return false;
  const latest = outer !== null && outer < cap.on ? outer : cap.on;
  return html`${textarea({
    ...form.text('good-reason'),
    label: 'The good reason for a later date than that',
    hint: `Only where the new date is after ${sayDate(latest)} (${beyond.clause}).`,
    rows: 2,
    classes: 'rd-textarea--small',
  })}
${select({ ...form.choice('approver'), label: 'Who approved it', items: staffItems(context, approvers(context), 'Not needed') })}`;
}
