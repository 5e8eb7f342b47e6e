/** What two records can have in common, and the ways to look for it: the person, the home, the block, the contractor (MAG-21). */
import { type RawBuilder, sql } from 'kysely';
import { hasPostcode, plainAddress, plainBlock } from '../../storage/cases/homes.ts';
import { asEmail, asPhone } from '../contact-details.ts';
import { asHome } from '../told-details.ts';

/** What is known of a complaint or request, written down already or about to be. */
export type Asked = {
  name: string;
  email: string | null;
  phone: string | null;
  home: { address: string; postcode: string | null } | null;
  /** Who they are, where they were found among those we know. */
  personId?: string | null;
  /** The contractor and the service it is about: both have to be the same. */
  contractor?: string | null;
  serviceArea?: string | null;
  /** What is known to belong to it already, and it itself. */
  except?: readonly string[];
};

/** What it has in common with the other, the surest first. */
export type Same = 'person' | 'phone' | 'email' | 'home' | 'block' | 'contractor' | 'name';

/** The word in the statement for each, the surest first. */
const order = ['person', 'resident-phone', 'resident-email', 'home', 'block', 'contractor', 'name'] as const;
const named: Readonly<Record<(typeof order)[number], Same>> = {
  person: 'person',
  'resident-phone': 'phone',
  'resident-email': 'email',
  home: 'home',
  block: 'block',
  contractor: 'contractor',
  name: 'name',
};

/** The same in the words of the page. */
export function sameFrom(words: readonly string[]): readonly Same[] {
  return order.filter(one => words.includes(one)).map(one => named[one]);
}

/** How sure each is that the two belong together, as the statement orders by it. */
export const surety = sql`max(case same when 'person' then 6 when 'resident-phone' then 5 when 'resident-email' then 5 when 'home' then 4
  when 'name' then 3 when 'block' then 2 else 1 end)`;

/** `reached`: whoever is reached by the same number or address. `near_homes`: the same home, and those of the same block. */
export function waysToFind(landlordId: string, { email, phone, home }: Asked): RawBuilder<unknown> {
  const asked = home === null ? null : asHome(home);
  const at = { address: sql`${asked?.address ?? null}::text`, postcode: asked?.postcode ?? null };
  return sql`reached as materialized (
      select subject, class from personal_text
      where landlord_id = ${landlordId} and class = 'resident-phone' and value = ${phone === null ? null : asPhone(phone)}
      union all
      select subject, class from personal_text
      where landlord_id = ${landlordId} and class = 'resident-email' and value = ${email === null ? null : asEmail(email)}
    ),
    near_homes as materialized (
      select home_id, case when ${plainAddress(sql`h.address`)} = ${plainAddress(at.address)} then 'home' else 'block' end as same
      from home h
      where h.landlord_id = ${landlordId} and ${hasPostcode(sql`h.postcode`, at.postcode)}
        and ${plainBlock(sql`h.address`)} = ${plainBlock(at.address)}
      limit 200
    )`;
}

/** Whether something in common says by itself that they may belong together; a block or a contractor alone is no more than a hint. */
export function isSure(same: readonly Same[]): boolean {
  return same.some(one => one !== 'block' && one !== 'contractor');
}
