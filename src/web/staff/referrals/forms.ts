/** The four forms of a restricted referral: made, passed on, handed over, closed. */
import type { CaseFile } from '../../../application/case-file.ts';
import type { ReferralAct } from '../../../application/referrals.ts';
import { londonTimeOf } from '../../../domain/calendar/dates.ts';
import { canBeOnDuty } from '../../../domain/referral/decide.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { staffItems } from '../acts/choose-person.ts';
import { statedDayBoxes } from '../acts/stated-day.ts';
import { checkTime, momentOf, statedTime, statedTimeBox } from '../acts/stated-moment.ts';
import { outcomeWords, signWords, toldWords } from './words.ts';

export type Kind = ReferralAct['kind'];
export type Around = {
  visit: Visit;
  file: CaseFile /** Who has it now; null for a new one. */;
  dutyPersonId: string | null;
};
type ReadAct = { act: ReferralAct; form: FormView } | { wrong: FormView };

export type ReferralForm = {
  title: string;
  hint: string;
  submit: string;
  read(around: Around): ReadAct;
  fields(form: FormView, around: Around): Html;
};

/** Who may be named, without whoever has it now. */
function candidates({ file, dutyPersonId }: Around): string[] {
  const able = Object.values(file.people).filter(one => canBeOnDuty(one, file.state, file.landlord.policy));
  return able.map(one => one.personId).filter(id => id !== dutyPersonId);
}

function dutyPerson(form: FormView, around: Around): Html {
  const context = { visit: around.visit, file: around.file, stage: 1 } as const;
  return select({
    ...form.choice('duty'),
    label: 'Who is on duty for it?',
    hint: 'Speak to them now; do not only send this.',
    items: staffItems(context, candidates(around)),
  });
}

const moment = ({ visit }: Around) => ({
  on: dateField({ label: 'The day', required: 'Enter the day', today: visit.today, when: 'past' }),
  time: statedTime(),
});

const momentBoxes = (form: FormView, label: string): Html => html`${statedDayBoxes(form, label)}${statedTimeBox(form)}`;

/** The form to start from: now. */
export function startForm({ visit }: Around): FormView {
  return newForm({ ...dateValues('on', visit.today), time: londonTimeOf(visit.now) });
}

const choices = <V extends string>(words: Readonly<Record<V, string>>) =>
  Object.entries<string>(words).map(([value, text]) => ({ value, text }));
const keysOf = <V extends string>(words: Readonly<Record<V, string>>) => Object.keys(words) as V[];

const make: ReferralForm = {
  title: 'Make a restricted referral',
  hint: 'For any sign, in anything they said or wrote, that somebody may be in danger. If that is now, call 999 first. Only the person on duty, their deputies and you can read it; the complaint, its letters and its timeline say nothing of what is in it.',
  submit: 'Make the referral',
  read(around) {
    const shape = {
      sign: choiceField(keysOf(signWords), 'Choose what was noticed'),
      words: longTextField({ label: 'What was noticed', required: 'Say what was noticed, and where', max: 4000 }),
      duty: choiceField(candidates(around), 'Choose who is on duty'),
      ...moment(around),
    };
    const result = readForm(shape, around.visit.body, ({ time }) => checkTime(time));
    if (!result.ok) return { wrong: result.form };
    const { sign, words, duty, on, time } = result.values;
    return { form: result.form, act: { kind: 'make', sign, words, dutyPersonId: duty, at: momentOf(on, time) } };
  },
  fields: (
    form,
    around,
  ) => html`${radios({ ...form.choice('sign'), fieldset: { legend: 'What was noticed?' }, items: choices(signWords) })}
${textarea({ ...form.text('words'), label: 'What was said or seen, and where', hint: 'As near to their own words as you can.', rows: 5 })}
${dutyPerson(form, around)}
${momentBoxes(form, 'When did we know?')}`,
};

const passOn: ReferralForm = {
  title: 'Record who was told',
  hint: 'Each time somebody is told something, one entry: who, what, and when.',
  submit: 'Record it',
  read(around) {
    const shape = {
      to: choiceField(keysOf(toldWords), 'Choose who was told'),
      words: longTextField({
        label: 'What was told',
        required: 'Say whom you spoke to and what you told them',
        max: 4000,
      }),
      ...moment(around),
    };
    const result = readForm(shape, around.visit.body, ({ time }) => checkTime(time));
    if (!result.ok) return { wrong: result.form };
    const { to, words, on, time } = result.values;
    return { form: result.form, act: { kind: 'pass-on', to, words, at: momentOf(on, time) } };
  },
  fields:
    form => html`${radios({ ...form.choice('to'), fieldset: { legend: 'Who was told?' }, items: choices(toldWords) })}
${textarea({ ...form.text('words'), label: 'Whom you spoke to, and what you told them', hint: 'Their name and any reference they gave.', rows: 4 })}
${momentBoxes(form, 'When?')}`,
};

const handOver: ReferralForm = {
  title: 'Give it to somebody else on duty',
  hint: 'What is owed keeps its time.',
  submit: 'Give it to them',
  read(around) {
    const shape = {
      duty: choiceField(candidates(around), 'Choose who is on duty'),
      words: longTextField({ label: 'The reason', required: 'Say why', max: 1000 }),
    };
    const result = readForm(shape, around.visit.body);
    if (!result.ok) return { wrong: result.form };
    const { duty, words } = result.values;
    return { form: result.form, act: { kind: 'hand-over', dutyPersonId: duty, words } };
  },
  fields: (form, around) => html`${dutyPerson(form, around)}
${textarea({ ...form.text('words'), label: 'Why?', rows: 2, classes: 'rd-textarea--small' })}`,
};

const close: ReferralForm = {
  title: 'Record what came of it',
  hint: 'This closes the referral. What was recorded stays, and only the same people can read it.',
  submit: 'Close the referral',
  read(around) {
    const shape = {
      outcome: choiceField(keysOf(outcomeWords), 'Choose what came of it'),
      words: longTextField({ label: 'What came of it', required: 'Say how you know', max: 4000 }),
      ...moment(around),
    };
    const result = readForm(shape, around.visit.body, ({ time }) => checkTime(time));
    if (!result.ok) return { wrong: result.form };
    const { outcome, words, on, time } = result.values;
    return { form: result.form, act: { kind: 'close', outcome, words, at: momentOf(on, time) } };
  },
  fields:
    form => html`${radios({ ...form.choice('outcome'), fieldset: { legend: 'What came of it?' }, items: choices(outcomeWords) })}
${textarea({ ...form.text('words'), label: 'Who said so, and what they will do', rows: 4 })}
${momentBoxes(form, 'When did you know?')}`,
};

export const referralForms: Readonly<Record<Kind, ReferralForm>> = {
  make,
  'pass-on': passOn,
  'hand-over': handOver,
  close,
};
