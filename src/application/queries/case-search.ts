/** Searching: references, names, addresses, telephone numbers, email addresses, and words in anything written on a case. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../domain/access/scope.ts';
import { parseReference } from '../../storage/references.ts';
import { asEmail, asPhone, asPostcode } from '../contact-details.ts';
import type { Reading } from '../reading.ts';
import { ownCaseIds, whereOpen, whereSeenWhole } from './scope-sql.ts';

/** Each way of finding looks at so many at most; whoever looks for more than that is not looking for a case. */
export const mostFound = 1000;
const mostLikely = 100;
const longest = 200;

type Found = { case_id: string; rank: number };

/**
 * The cases found, as a query of `case_id` and `rank`, the best match highest: a whole reference or contact detail, then
 * parts of names and addresses, then words. Names with a slip of the pen are looked for only where nothing else is found that is
 * theirs to see, so that what they may not see changes nothing in what is found.
 */
export function casesFound(landlordId: string, scope: Scope, sought: string): RawBuilder<Found> {
  const text = asSought(sought);
  const direct = sql`${exactly(landlordId, text)} union all ${
    scope.kind === 'all' ? everywhere(landlordId, text) : amongOwn(landlordId, scope.personId, text)
  }`;
  const likely =
    scope.kind === 'all'
      ? sql`select case_id, likeness::numeric from search_by_likeness(${text}, ${sql.lit(mostLikely)})
            where not exists (select from direct)`
      : sql`select s.case_id, word_similarity(lower(${text}), s.look)::numeric from ${ownTexts(landlordId, scope.personId)}
            where lower(${text}) <% s.look and length(${text}) >= 3 and not exists (select from direct)`;
  return sql<Found>`
    with direct (case_id, rank) as materialized (
      select every.case_id, every.rank from (${direct}) every (case_id, rank)
      where ${scope.kind === 'all' ? whereOpen(scope, sql`every.case_id`) : sql`every.case_id in (${ownCaseIds(landlordId, scope.personId)})`}),
    likely (case_id, rank) as materialized (${likely})
    select case_id, round(max(rank), 4) as rank from (select * from direct union all select * from likely) every_way
    group by case_id`;
}

/** The reference of the one case that is meant where a whole reference was typed; null otherwise, or where it is not theirs. */
export async function caseReference(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  sought: string,
): Promise<string | null> {
  const reference = parseReference(sought);
  if (reference === null) return null;
  const { rows } = await sql<{ reference: string }>`
    select c.reference from case_index c
    where c.landlord_id = ${landlordId} and c.reference = ${reference} and ${whereSeenWhole(scope, 'c')}`.execute(tx);
  return rows[0]?.reference ?? null;
}

/** A postcode typed without its space is found as it is written. */
function asSought(sought: string): string {
  const text = sought.replace(/\s+/g, ' ').trim().slice(0, longest);
  return /^[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}$/i.test(text) ? asPostcode(text) : text;
}

/** The whole reference, telephone number or email address. */
function exactly(landlordId: string, text: string): RawBuilder<Found> {
  return sql<Found>`
    select case_id, 9::numeric as rank from case_index
    where landlord_id = ${landlordId} and reference = ${parseReference(text)}
    union all
    select c.case_id, 8 from personal_text t
    join case_index c on c.landlord_id = t.landlord_id and c.complainant_id = t.subject
    where t.landlord_id = ${landlordId} and ${hasContact(text)}
    union all
    select c.case_id, 7 from personal_text t
    join case_index c on c.landlord_id = t.landlord_id and c.representative_id = t.subject
    where t.landlord_id = ${landlordId} and ${hasContact(text)}`;
}

function hasContact(text: string): RawBuilder<boolean> {
  const email = text.includes('@') ? asEmail(text) : null;
  const phone = /\d{4}/.test(text.replace(/[\s()-]/g, '')) ? asPhone(text) : null;
  return sql<boolean>`((t.class = 'resident-phone' and t.value = ${phone}) or (t.class = 'resident-email' and t.value = ${email}))`;
}

/** Through the search functions, which alone may use the search indexes. */
function everywhere(landlordId: string, text: string): RawBuilder<Found> {
  const [first = text, ...others] = terms(text);
  const most = sql.lit(mostFound);
  const apart =
    others.length === 0
      ? sql``
      : sql`union all
        select f.case_id, 3 + f.likeness::numeric from search_by_look(${first}, ${most}) f
        join search_text s on s.landlord_id = ${landlordId} and s.case_id = f.case_id
        where s.look like all(${others.map(asPattern)}::text[])`;
  return sql<Found>`
    select case_id, 4 + likeness::numeric from search_by_look(${text}, ${most})
    ${apart}
    union all
    select case_id, likeness::numeric from search_by_words(${text}, ${most})`;
}

/** Among one person's own cases, however many others there are. */
function amongOwn(landlordId: string, personId: string, text: string): RawBuilder<Found> {
  const patterns = terms(text).map(asPattern);
  return sql<Found>`
    select s.case_id, case when s.look like all(${patterns}::text[]) then 3 + word_similarity(lower(${text}), s.look)::numeric
      else ts_rank(s.words, websearch_to_tsquery('english', ${text}))::numeric end
    from ${ownTexts(landlordId, personId)}
    where s.look like all(${patterns}::text[]) or s.words @@ websearch_to_tsquery('english', ${text})`;
}

function ownTexts(landlordId: string, personId: string): RawBuilder<unknown> {
  return sql`(${ownCaseIds(landlordId, personId)}) own
    join search_text s on s.landlord_id = ${landlordId} and s.case_id = own.case_id`;
}

/** The parts of what is sought, the longest first: `larch okonkwo` finds the one at the other. */
function terms(text: string): string[] {
  return text
    .split(' ')
    .filter(term => term !== '')
    .toSorted((a, b) => b.length - a.length);
}

function asPattern(term: string): string {
  return `%${term.toLowerCase().replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`;
}
