/** Forms of acts for page tests: a complaint brought so far, each act filled in rightly, and what happened to the case. */
import assert from 'node:assert/strict';
import type { Viewer } from '../src/application/application.ts';
import type { NewComplaint } from '../src/application/log-complaint.ts';
import type { SiteLandlord, StaffSite } from './staff-site.ts';
import type { Fields, ShownPage, Visitor } from './staff-visitor.ts';

/** The address of an act's page. */
export const actUrl = (reference: string, act: string, query = ''): string => `/cases/${reference}/do/${act}${query}`;

/** A day in the three boxes of a form. */
export function dayFields(name: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
}

export type Happened = { type: string; body: Record<string, unknown>; occurredOn: string };

/** Everything that happened to a case, in order. */
export async function happened(site: StaffSite, reference: string): Promise<Happened[]> {
  const { rows } = await site.database.admin.query(
    `select e.type, e.body_json as body, e.occurred_on::text as "occurredOn" from event e
     join case_index c on c.landlord_id = e.landlord_id and c.case_id = e.case_id
     where c.reference = $1 order by e.version`,
    [reference],
  );
  return rows;
}

/** The last event of a type. */
export async function lastOf(site: StaffSite, reference: string, type: string): Promise<Happened | undefined> {
  return (await happened(site, reference)).findLast(event => event.type === type);
}

/** The words that an event's text reference points to. */
export async function textOfRef(site: StaffSite, ref: unknown): Promise<string | null> {
  const textId = typeof ref === 'object' && ref !== null && 'textId' in ref ? ref.textId : null;
  const { rows } = await site.database.admin.query('select value from personal_text where text_id = $1', [textId]);
  return rows[0]?.value ?? null;
}

/** Does an act and fails where it was not done. */
export async function does(visitor: Visitor, url: string, fields: Fields): Promise<ShownPage> {
  const answer = await visitor.post(url, fields);
  assert.equal(answer.status, 303, `${url} was not done: ${answer.text}`);
  return answer;
}

/** A definition with these points, as the form sends it. */
export function definition(...points: string[]): Record<string, string> {
  const rows = points.map((text, index) => [`point-${index + 1}`, text]);
  return { ...Object.fromEntries(rows), outcome: 'A repair that lasts, and an apology.' };
}

/** Who does the daily work of a landlord, by what they may do. */
export function officersOf(landlord: SiteLandlord): { officer: Viewer; other: Viewer; lead: Viewer; second: Viewer } {
  const has = (role: string): boolean => landlord.people.some(person => person.roles.includes(role));
  const officer = has('complaints-adviser') ? 'complaints-adviser' : 'complaint-resolution-officer';
  const lead = has('complaints-resolution-lead') ? 'complaints-resolution-lead' : 'head-of-customer-voice';
  return {
    officer: landlord.person(officer),
    other: landlord.person(officer, 1),
    lead: landlord.person(lead),
    second: landlord.person(lead, 1),
  };
}

/** A complaint that an officer has and has defined, with these points. */
export async function definedComplaint(
  site: StaffSite,
  landlord: SiteLandlord,
  points: readonly string[] = ['The ceiling leaks.', 'Nobody calls back.'],
  changes: Partial<NewComplaint> = {},
): Promise<{ reference: string; caseId: string; pointIds: string[] }> {
  const { officer, lead } = officersOf(landlord);
  const { reference, caseId } = await site.logged(lead, changes);
  await does(await site.as(lead), actUrl(reference, 'assign'), { person: officer.personId });
  await does(await site.as(officer), actUrl(reference, 'define'), definition(...points));
  const defined = await lastOf(site, reference, 'ComplaintDefined');
  const made = (defined?.body['points'] ?? []) as { pointId: string }[];
  return { reference, caseId, pointIds: made.map(point => point.pointId) };
}
