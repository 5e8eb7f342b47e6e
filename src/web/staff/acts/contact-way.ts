/** The way of a contact, asked for only where something limits how the resident may be reached (R60). */
import type { ContactWay } from '../../../domain/complaint/resident-events.ts';
import { barredBy, CONTACT_WAYS, limitsOf, sayLimit } from '../../../domain/complaint/safe-contact.ts';
import { select } from '../../components/govuk/select.ts';
import { warningText } from '../../components/govuk/warning-text.ts';
import { needsNotice } from '../../components/redress/needs-notice.ts';
import { optionalChoiceField } from '../../forms/fields.ts';
import type { FormError, FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { caseNeedsShown } from '../case/needs-shown.ts';
import type { ActContext } from './act-page.ts';

export const wayShape = { way: optionalChoiceField(CONTACT_WAYS) };

/** A way of contact as people choose it. */
export const wayWords: Record<ContactWay, string> = {
  call: 'We ring them',
  voicemail: 'A message on their phone',
  text: 'A text message',
  email: 'An email',
  post: 'A letter by post',
  'by-hand': 'A letter by hand',
  visit: 'A visit',
  'they-came-to-us': 'They ring, write or come to us',
};

/** What they need and what limits reaching them, with the ways that are left; nothing at all where nothing is recorded. */
export function wayBox(form: FormView, { file }: ActContext): Html {
  const limits = limitsOf(file.state, file.state.complainantId);
  const needs = needsNotice(caseNeedsShown(file, file.state.complainantId));
  if (limits.length === 0) return needs;
  const safe = CONTACT_WAYS.filter(way => barredBy(limits, way) === null);
  return html`${needs}${warningText({ text: `Safe contact: ${limits.map(sayLimit).join('. ')}.` })}
${select({
  ...form.choice('way'),
  label: 'By which way',
  hint: 'Only ways that are safe can be chosen.',
  items: [{ value: '', text: 'Choose' }, ...safe.map(value => ({ value, text: wayWords[value] }))],
})}`;
}

/** The way has to be said where anything limits it. */
export function wayMissing(way: ContactWay | null, { file }: ActContext): FormError[] {
  const limited = limitsOf(file.state, file.state.complainantId).length > 0;
  return limited && way === null ? [{ field: 'way', text: 'Choose the way of contact' }] : [];
}

/** The way as a command holds it. */
export function wayIn(way: ContactWay | null): { way?: ContactWay } {
  return way === null ? {} : { way };
}
