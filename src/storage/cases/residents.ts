/** Residents and their representatives: an id in events, and these words beside it, which can be erased. */
import { sql } from 'kysely';
import type { NamedDetail } from '../../domain/complaint/person-details.ts';
import type { KeptDetail } from '../../domain/complaint/resident-events.ts';
import type { Tx } from '../landlord-transaction.ts';
import type { NewText, PreparedText } from '../personal-text.ts';

export type ResidentDetails = {
  name: string;
  email: string | null;
  phone: string | null;
  addressLines: readonly string[];
};

/** The class of text that each detail is kept as. */
export const residentClasses = {
  name: 'resident-name',
  email: 'resident-email',
  phone: 'resident-phone',
  address: 'resident-address',
} as const;

/** The texts that hold somebody's details; the newest of each kind counts. */
export function residentTexts(residentId: string, details: Partial<ResidentDetails>): NewText[] {
  const texts: NewText[] = [];
  const keep = (kind: string, value: string | null | undefined): void => {
    if (value) texts.push({ subject: residentId, class: kind, value });
  };
  keep(residentClasses.name, details.name);
  keep(residentClasses.email, details.email);
  keep(residentClasses.phone, details.phone);
  keep(residentClasses.address, details.addressLines?.join('\n'));
  return texts;
}

const kindOfClass = new Map<string, KeptDetail>(
  (['name', 'email', 'phone', 'address'] as const).map(kind => [residentClasses[kind], kind]),
);

/** What an event says of them: whose, of which kind, and what proves them. */
export function detailsNamed(texts: readonly PreparedText[]): NamedDetail[] {
  return texts.map(({ subject: personId, class: textClass, reference: text }) => {
    const kind = kindOfClass.get(textClass);
    if (kind === undefined) throw new Error(`A text of the class ${textClass} is no detail of a person.`);
    return { personId, kind, text };
  });
}

/** Details by id. Somebody whose details were disposed of is there with the name `Details removed`. */
export async function residentDetails(
  tx: Tx,
  landlordId: string,
  ids: readonly string[],
): Promise<Map<string, ResidentDetails>> {
  if (ids.length === 0) return new Map();
  // Joined, not `= any(…)`: that would be planned anew each time, for as many ids as there are.
  const { rows } = await sql<{ subject: string; class: string; value: string | null }>`
    select t.subject, t.class, t.value
    from unnest(${ids}::uuid[]) as sought (subject)
    join personal_text t on t.landlord_id = ${landlordId} and t.subject = sought.subject
    where t.class = any(${Object.values(residentClasses)}::text[])
    order by t.text_id`.execute(tx);
  const found = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const one = found.get(row.subject) ?? new Map<string, string>();
    if (row.value !== null) one.set(row.class, row.value);
    found.set(row.subject, one);
  }
  return new Map([...found].map(([id, one]) => [id, detailsFrom(one)]));
}

function detailsFrom(one: ReadonlyMap<string, string>): ResidentDetails {
  return {
    name: one.get(residentClasses.name) ?? 'Details removed',
    // An empty one was taken away: there is none any more.
    email: one.get(residentClasses.email) || null,
    phone: one.get(residentClasses.phone) || null,
    addressLines: (one.get(residentClasses.address) ?? '').split('\n').filter(line => line !== ''),
  };
}

/** How a name sorts: the last word first, without a title; `Mrs Amaka Okonkwo` is `okonkwo amaka`. */
export function sortNameOf(name: string): string {
  const words = name
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '' && !/^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|dame)\.?$/.test(word));
  const last = words.at(-1) ?? '';
  return [last, ...words.slice(0, -1)].join(' ');
}
