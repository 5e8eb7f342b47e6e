/** The four forms of a restricted referral: made, passed on, handed over, closed. */
import type { CaseFile } from '../../../application/case-file.ts';
import type { ReferralAct } from '../../../application/referrals.ts';
import { type Instant, londonTimeOf } from '../../../domain/calendar/dates.ts';
import { canBeOnDuty } from '../../../domain/referral/decide.ts';
import { radios } from '../../components/govuk/radios.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { dateField, dateValues } from '../../forms/date-field.ts';
import { choiceField, lineField, longTextField } from '../../forms/fields.ts';
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
  file: CaseFile;
  /** Who has it now; null for a new one. */
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

/** The form to start from: now. */
export function startForm({ visit }: Around): FormView {
  return newForm({ ...dateValues('on', visit.today), time: londonTimeOf(visit.now) });
}

const keysOf = <V extends string>(words: Readonly<Record<V, string>>) => Object.keys(words) as V[];

/** What a form that tells of a moment asks of its own. */
type OfMoment<V extends string> = Pick<ReferralForm, 'title' | 'hint' | 'submit'> & {
  /** One of these was so. `name`: of the field. */
  choice: { name: string; legend: string; required: string; from: Readonly<Record<V, string>> };
  words: { name: string; required: string; label: string; hint?: string; rows: number };
  when: string;
  /** It names who is on duty, too. */
  names: boolean;
  act(said: { chosen: V; words: string; at: Instant; dutyPersonId: string }): ReferralAct;
};

/** Made, passed on, closed: which of a few it was, in words, and when we knew. */
function formOfMoment<V extends string>(own: OfMoment<V>): ReferralForm {
  const { title, hint, submit, choice, words, when, names } = own;
  const keys = keysOf(choice.from);
  return {
    ...{ title, hint, submit },
    read(around) {
      const shape = {
        [choice.name]: choiceField(keys, choice.required),
        words: longTextField({ label: words.name, required: words.required, max: 4000 }),
        duty: names ? choiceField(candidates(around), 'Choose who is on duty') : lineField({ label: 'On duty' }),
        on: dateField({ label: 'The day', required: 'Enter the day', today: around.visit.today, when: 'past' }),
        time: statedTime(),
      };
      const result = readForm(shape, around.visit.body, ({ time }) => checkTime(time));
      if (!result.ok) return { wrong: result.form };
      const { words: said, duty, on, time } = result.values;
      const chosen = keys.find(key => key === result.values[choice.name]);
      if (chosen === undefined) throw new Error(`"${choice.name}" was read, and is none of what may be chosen.`);
      const act = own.act({ chosen, words: said, at: momentOf(on, time), dutyPersonId: duty });
      return { form: result.form, act };
    },
    fields: (form, around) => html`${radios({
      ...form.choice(choice.name),
      fieldset: { legend: choice.legend },
      items: keys.map(value => ({ value, text: choice.from[value] })),
    })}
${textarea({ ...form.text('words'), label: words.label, hint: words.hint, rows: words.rows })}
${names && dutyPerson(form, around)}
${statedDayBoxes(form, when)}${statedTimeBox(form)}`,
  };
}

const make = formOfMoment({
  title: 'Make a restricted referral',
  hint: 'For any sign, in anything they said or wrote, that somebody may be in danger. If that is now, call 999 first. Only the person on duty, their deputies and you can read it; the complaint, its letters and its timeline say nothing of what is in it.',
  submit: 'Make the referral',
  choice: { name: 'sign', legend: 'What was noticed?', required: 'Choose what was noticed', from: signWords },
  words: {
    name: 'What was noticed',
    required: 'Say what was noticed, and where',
    label: 'What was said or seen, and where',
    hint: 'As near to their own words as you can.',
    rows: 5,
  },
  when: 'When did we know?',
  names: true,
  act: ({ chosen, ...said }) => ({ kind: 'make', sign: chosen, ...said }),
});

const passOn = formOfMoment({
  title: 'Record who was told',
  hint: 'Each time somebody is told something, one entry: who, what, and when.',
  submit: 'Record it',
  choice: { name: 'to', legend: 'Who was told?', required: 'Choose who was told', from: toldWords },
  words: {
    name: 'What was told',
    required: 'Say whom you spoke to and what you told them',
    label: 'Whom you spoke to, and what you told them',
    hint: 'Their name and any reference they gave.',
    rows: 4,
  },
  when: 'When?',
  names: false,
  act: ({ chosen, words, at }) => ({ kind: 'pass-on', to: chosen, words, at }),
});

const close = formOfMoment({
  title: 'Record what came of it',
  hint: 'This closes the referral. What was recorded stays, and only the same people can read it.',
  submit: 'Close the referral',
  choice: { name: 'outcome', legend: 'What came of it?', required: 'Choose what came of it', from: outcomeWords },
  words: {
    name: 'What came of it',
    required: 'Say how you know',
    label: 'Who said so, and what they will do',
    rows: 4,
  },
  when: 'When did you know?',
  names: false,
  act: ({ chosen, words, at }) => ({ kind: 'close', outcome: chosen, words, at }),
});

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

export const referralForms: Readonly<Record<Kind, ReferralForm>> = {
  make,
  'pass-on': passOn,
  'hand-over': handOver,
  close,
};
