/** Being away, as the person or who answers for them records it: days and cover, and nothing of why (MAG-08 to MGL-14: work goes on). */
import { actOnStaff } from '../../../application/act-on-staff.ts';
import { scopeOf } from '../../../domain/access/scope.ts';
import { type Absence, awayOn, sayAway } from '../../../domain/staff/absence.ts';
import type { StaffCommand } from '../../../domain/staff/decide.ts';
import { absenceKinds } from '../../../domain/staff/events.ts';
import { whyNotAbout } from '../../../domain/staff/who.ts';
import { dateInput } from '../../components/govuk/date-input.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { dateField, dateValues, optionalDateField } from '../../forms/date-field.ts';
import { choiceField, optionalChoiceField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { FormView, newForm } from '../../forms/form-view.ts';
import { type FormShape, type FormValues, readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { type Member, memberIn, refusedPage } from './who.ts';

type Asking<S extends FormShape> = {
  title: (member: Member) => string;
  hint: string;
  submit: string;
  /** The absence it is about; null where it is a new one. */
  about: boolean;
  action: (member: Member, absence: Absence | null) => string;
  shape: (visit: Visit, member: Member) => S;
  start: (visit: Visit, absence: Absence | null) => FormView;
  fields: (form: FormView, visit: Visit, member: Member) => Html;
  command: (values: FormValues<S>, absence: Absence | null) => StaffCommand;
  done: string;
};

type About = { member: Member; absence: Absence | null };

/** Whose absence, and which; null where there is none like this. */
function found(visit: Visit, isAboutOne: boolean): About | null {
  const member = memberIn(visit);
  if (member === null) return null;
  const absence = member.absences.find(one => one.absenceId === visit.params['absence']) ?? null;
  return isAboutOne && absence === null ? null : { member, absence };
}

function closed(visit: Visit, member: Member, title: string): Answer {
  const sentence = whyNotAbout(visit.viewer, member, visit.landlord.policy);
  return sentence === null ? null : refusedPage(visit, title, sentence);
}

function page<S extends FormShape>(asking: Asking<S>, visit: Visit, { member, absence }: About, form: FormView): Html {
  const title = asking.title(member);
  const content = formPage({
    title,
    hint: asking.hint,
    action: asking.action(member, absence),
    seal: visit.seal(),
    fields: asking.fields(form, visit, member),
    submit: asking.submit,
    cancelHref: paths.teamMember({ person: member.personId }),
  });
  return visit.page({ title, content, width: 'reading', errors: form.summary() });
}

function pages<S extends FormShape>(asking: Asking<S>) {
  return {
    async show(visit: Visit): Promise<Answer> {
      const about = found(visit, asking.about);
      if (about === null) return null;
      const { member, absence } = about;
      return closed(visit, member, asking.title(member)) ?? page(asking, visit, about, asking.start(visit, absence));
    },
    async send(visit: Visit): Promise<Answer> {
      const about = found(visit, asking.about);
      if (about === null) return null;
      const { member, absence } = about;
      const refused = closed(visit, member, asking.title(member));
      if (refused !== null) return refused;
      const read = readForm(asking.shape(visit, member), visit.body);
      if (!read.ok) return { status: 422, html: page(asking, visit, about, read.form) };
      const payload = payloadOf(read.form.raw, `${asking.done}-${member.personId}`);
      const form = { commandId: commandIdOf(visit.body), payload };
      const command = asking.command(read.values, absence);
      const outcome = await actOnStaff(visit.app, visit.viewer, member.personId, form, () => command);
      if (outcome.kind === 'done')
        return { redirect: withQuery(paths.teamMember({ person: member.personId }), { done: asking.done }) };
      const text = outcome.kind === 'refused' ? outcome.sentence : sentBefore;
      const shown = new FormView(read.form.raw, [{ field: undefined, text }]);
      return { status: outcome.kind === 'refused' ? 422 : 409, html: page(asking, visit, about, shown) };
    },
  };
}

const sentBefore = 'This form was sent before with something else in it. That was recorded; this was not.';

/** Whoever may see what they cover for, and is here on that day. */
function covers({ landlord }: Visit, member: Member): Member[] {
  return landlord.staff.filter(
    one => one.active && one.personId !== member.personId && scopeOf(one, landlord.policy).kind === 'all',
  );
}

function coverField(visit: Visit, member: Member) {
  return optionalChoiceField(covers(visit, member).map(one => one.personId));
}

function coverSelect(form: FormView, visit: Visit, member: Member): Html {
  const { today } = visit;
  return select({
    ...form.choice('cover'),
    label: 'Who covers?',
    hint: 'What is due meanwhile stands on their list of work, too. It stays the work of whoever is away; hand it over where the time is long.',
    items: [
      { value: '', text: 'Nobody' },
      ...covers(visit, member).map(one => {
        const away = awayOn(one, today);
        return { value: one.personId, text: `${one.name}${away === null ? '' : ` (${sayAway(away, today)})`}` };
      }),
    ],
  });
}

const lastDay = ({ today }: Visit) => optionalDateField({ label: 'The last day', today });

function lastDayBoxes(form: FormView): Html {
  return dateInput({
    ...form.date('to'),
    fieldset: { legend: 'The last day away' },
    hint: 'Leave it empty where it is not known yet.',
  });
}

/** `/team/:person/absence`. */
export const absencePages = pages({
  title: ({ name }) => `Record when ${name} is away`,
  hint: 'Say nothing of why: only the days and who covers are kept.',
  submit: 'Record the absence',
  about: false,
  action: ({ personId }) => paths.teamAbsenceNew({ person: personId }),
  shape: (visit, member) => ({
    from: dateField({ label: 'The first day', required: 'Enter the first day away', today: visit.today }),
    to: lastDay(visit),
    kind: choiceField([...absenceKinds], 'Choose whether it was known before'),
    cover: coverField(visit, member),
  }),
  start: ({ today }) => newForm({ ...dateValues('from', today) }),
  fields: (
    form,
    visit,
    member,
  ) => html`${dateInput({ ...form.date('from'), fieldset: { legend: 'The first day away' } })}
${lastDayBoxes(form)}
${radios({
  ...form.choice('kind'),
  fieldset: { legend: 'Was it known before?' },
  items: [
    { value: 'planned', text: 'Yes, it was planned' },
    { value: 'unplanned', text: 'No' },
  ],
})}
${coverSelect(form, visit, member)}`,
  command: ({ from, to, kind, cover }) => ({
    type: 'RecordAbsence',
    absenceId: crypto.randomUUID(),
    ...{ kind, from, to, coverId: cover },
  }),
  done: 'absence',
});

/** `/team/:person/absence/:absence`. */
export const changeAbsencePages = pages({
  title: ({ name }) => `Change when ${name} is away`,
  hint: 'The first day stays. Where they are back already, record that instead.',
  submit: 'Change the absence',
  about: true,
  action: ({ personId }, absence) => paths.teamAbsence({ person: personId, absence: absence?.absenceId ?? '' }),
  shape: (visit, member) => ({ to: lastDay(visit), cover: coverField(visit, member) }),
  start: (_visit, absence) =>
    newForm({ ...(absence?.to ? dateValues('to', absence.to) : {}), cover: absence?.coverId ?? '' }),
  fields: (form, visit, member) => html`${lastDayBoxes(form)}
${coverSelect(form, visit, member)}`,
  command: ({ to, cover }, absence) => ({
    type: 'ChangeAbsence',
    absenceId: absence?.absenceId ?? '',
    to,
    coverId: cover,
  }),
  done: 'changed',
});

/** `/team/:person/absence/:absence/back`. */
export const backPages = pages({
  title: ({ name }) => `Record that ${name} is here`,
  hint: 'Their work stands with them alone again. An absence that has not begun is called off.',
  submit: 'Record it',
  about: true,
  action: ({ personId }, absence) => paths.teamBack({ person: personId, absence: absence?.absenceId ?? '' }),
  shape: visit => ({
    back: dateField({
      label: 'The first day back',
      required: 'Enter the first day back',
      today: visit.today,
      when: 'past',
    }),
  }),
  start: ({ today }) => newForm(dateValues('back', today)),
  fields: form => dateInput({ ...form.date('back'), fieldset: { legend: 'The first day back at work' } }),
  command: ({ back }, absence) => ({ type: 'EndAbsence', absenceId: absence?.absenceId ?? '', backOn: back }),
  done: 'back',
});
