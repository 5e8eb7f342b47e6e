/** That something waits for somebody to decide what it is: on My work, and as a count in the navigation (R69). */
import type { QueueCount } from '../../../application/queries/contacts.ts';
import { type Html, html } from '../../html.ts';
import type { Navigation } from '../../layouts/header.ts';
import { paths } from '../../paths.ts';

const capped = (many: number): string => (many > 1000 ? '1,000+' : String(many));

/** A line with the way to the queue; nothing where nothing waits. */
export function triageNotice({ waiting, late }: QueueCount): Html | null {
  if (waiting === 0) return null;
  const overdue = late === 0 ? '' : `, ${capped(late)} of them late`;
  return html`<p class="govuk-inset-text"><a class="govuk-link" href="${paths.contacts()}"><strong>${capped(waiting)}</strong> to triage</a>${overdue}: somebody has to decide what ${waiting === 1 ? 'it is' : 'they are'}.</p>`;
}

/** The count beside "To triage". */
export function triageCounts({ waiting }: QueueCount): NonNullable<Navigation['counts']> {
  return waiting === 0 ? {} : { triage: { text: capped(waiting), means: 'waiting' } };
}
