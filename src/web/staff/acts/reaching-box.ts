/**
 * How the resident was reached: what they need is shown first; the way is asked for where safety or a need depends on it, and with it
 * what only whoever was there can know. What was not done as they need it asks why (MAG-06).
 */

import type { Keep } from '../../../application/one-act.ts';
import type { NeedKind } from '../../../domain/complaint/events.ts';
import { ASKED_ABOUT, hoursOf, needsOf, type Reaching, wayMatters } from '../../../domain/complaint/follow-needs.ts';
import type { ContactWay } from '../../../domain/complaint/resident-events.ts';
import { barredBy, CONTACT_WAYS, limitsOf, sayLimit } from '../../../domain/complaint/safe-contact.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { select } from '../../components/govuk/select.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { warningText } from '../../components/govuk/warning-text.ts';
import { needsNotice } from '../../components/redress/needs-notice.ts';
import { choicesField, lineField, optionalChoiceField } from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { caseNeedsShown } from '../case/needs-shown.ts';
import { asTime, timeField, wrongTime } from '../residents/hours.ts';
import type { ActContext } from './act-page.ts';
import { wayWords } from './contact-way.ts';

export const reachingShape = {
  way: optionalChoiceField(CONTACT_WAYS),
  at: timeField('The time'),
  kept: choicesField(ASKED_ABOUT),
  despite: lineField({ label: 'Why it was not done as they need it', max: 500 }),
};

type Values = { way: ContactWay | null; at: string; kept: readonly NeedKind[]; despite: string };

/** The box; only the notice where nothing depends on how they were reached, and nothing at all where nothing is recorded. */
export function reachingBox(form: FormView, { file }: ActContext): Html {
  const limits = limitsOf(file.state, file.state.complainantId);
  const needs = needsOf(file.state, file.state.complainantId);
  const asks = limits.length > 0 || wayMatters(needs);
  return html`${limits.length > 0 && warningText({ text: `Safe contact: ${limits.map(sayLimit).join('. ')}.` })}
${needsNotice(caseNeedsShown(file, file.state.complainantId))}
${asks && wayAndNeeds(form, { file })}`;
}

function wayAndNeeds(form: FormView, { file }: Pick<ActContext, 'file'>): Html {
  const { complainantId } = file.state;
  const limits = limitsOf(file.state, complainantId);
  const needs = needsOf(file.state, complainantId);
  const safe = CONTACT_WAYS.filter(way => barredBy(limits, way) === null);
  const asked = ASKED_ABOUT.filter(kind => needs.some(one => one.kind === kind));
  return html`${select({
    ...form.choice('way'),
    label: 'By which way',
    ...(limits.length > 0 ? { hint: 'Only ways that are safe can be chosen.' } : {}),
    items: [{ value: '', text: 'Choose' }, ...safe.map(value => ({ value, text: wayWords[value] }))],
  })}
${
  hoursOf(needs) !== null &&
  textInput({
    ...form.text('at'),
    label: 'At what time?',
    hint: 'For a call or a visit. For example, 16:30',
    classes: 'govuk-input--width-5',
  })
}
${
  asked.length > 0 &&
  checkboxes({
    ...form.choices('kept'),
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: 'Where we spoke or met: what was done as they need it?' },
    items: asked.map(kind => ({ value: kind, text: keptWords[kind] })),
  })
}
${
  wayMatters(needs) &&
  textInput({
    ...form.text('despite'),
    label: 'If it was not done as they need it: why?',
    hint: 'Kept with the contact. Leave it empty where it was.',
  })
}`;
}

const keptWords: Readonly<Record<(typeof ASKED_ABOUT)[number], string>> = {
  'two-people': 'Two people went',
  accompanied: 'They had somebody with them, or chose not to',
  interpreter: 'An interpreter took part',
  'sign-language': 'A sign language interpreter took part',
};

/** What is missing: the way, where anything depends on it, and a time that is one. */
export function reachingMissing({ way, at }: Values, { file }: ActContext): FormError[] {
  const { complainantId } = file.state;
  const needs = needsOf(file.state, complainantId);
  const depends = limitsOf(file.state, complainantId).length > 0 || wayMatters(needs);
  const wrong = wrongTime('at', at);
  return [
    ...(depends && way === null ? [{ field: 'way', text: 'Choose the way of contact' }] : []),
    ...(wrong === null ? [] : [wrong]),
  ];
}

/** As a command holds it. */
export function reachingIn({ way, at, kept, despite }: Values, keep: Keep): Reaching {
  return {
    ...(way === null ? {} : { way }),
    ...(at === '' ? {} : { at: asTime(at) }),
    ...(kept.length === 0 ? {} : { kept }),
    ...(despite === '' ? {} : { despite: keep(despite, 'need') }),
  };
}
