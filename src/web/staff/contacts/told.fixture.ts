/** What is written down and judged in the tests of contacts. */
import assert from 'node:assert/strict';
import type { StaffSite } from '../../../../test/staff-site.ts';
import type { Fields, Visitor } from '../../../../test/staff-visitor.ts';
import type { Viewer } from '../../../application/application.ts';

/** A contact as a colleague writes it down. */
export const told = (more: Fields = {}): Fields => ({
  words: 'The lift is off again and I am fed up.',
  name: 'Amaka Okonkwo',
  phone: '01632 960123',
  address: '14 Larch Court, Testington',
  postcode: 'ZZ1 4LC',
  relationship: 'tenant',
  channel: 'phone',
  'first-told': 'now',
  'at-risk': 'no',
  ...more,
});

/** The address of a page, without what was asked of it. */
export const place = (location: string | null): string => (location ?? '').split('?')[0] ?? '';

/** Writes one down and gives the address of its page. */
export async function written(site: StaffSite, by: Viewer, more: Fields = {}): Promise<string> {
  const answer = await (await site.as(by)).post('/contacts/new', told(more));
  assert.equal(answer.status, 303, answer.text.slice(0, 500));
  return place(answer.location);
}

/** Judges one. */
export async function judged(site: StaffSite, by: Viewer, contact: string, fields: Fields) {
  return (await site.as(by)).post(contact, { act: 'triage', reasons: 'As they said', ...fields });
}

const rest = { category: 'property-condition', 'service-area': 'repairs' };

/** Sends the log form that opened filled in; earlier complaints that are found have nothing to do with it. */
export async function logged(visitor: Visitor, form: Fields) {
  const asked = await visitor.send('/complaints/new', { ...form, ...rest });
  const shown = /name="earlier-shown" value="([^"]*)"/.exec(asked.html)?.[1];
  if (shown === undefined) return asked;
  return visitor.send('/complaints/new', { ...form, ...rest, 'earlier-shown': shown });
}

/** The reference in the address of a case's page. */
export const referenceIn = (location: string | null): string => /cases\/([^/?]+)/.exec(location ?? '')?.[1] ?? '';
