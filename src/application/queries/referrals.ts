/** Restricted referrals as pages show them: one with its words, that there are some on a case, and those somebody is on duty for. */
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/dates.ts';
import { textIdsIn } from '../../domain/complaint/text-ids.ts';
import { isId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { type Looking, mayKnowOfReferral, maySeeReferral, onDuty } from '../../domain/referral/who.ts';
import { readTexts } from '../../storage/personal-text.ts';
import type { CaseFile } from '../case-file.ts';
import type { Reading } from '../reading.ts';
import { loadReferral } from '../write-referral.ts';
import { whereNotClosed } from './scope-sql.ts';

/** A referral with its words by text id. */
export type ReferralFile = { referralId: string; referral: Referral; texts: Readonly<Record<string, string>> };

/** A referral of this case that this person may see; null otherwise. Whoever shows it has to log the view first. */
export async function openReferral(
  tx: Reading,
  { caseId, state, landlord }: CaseFile,
  viewer: Looking & { landlordId: string },
  referralId: string,
): Promise<ReferralFile | null> {
  if (!isId(referralId)) return null;
  const { referral } = await loadReferral(tx, viewer.landlordId, referralId);
  if (referral?.caseId !== caseId || !maySeeReferral(viewer, referral, state, landlord.policy)) return null;
  const stored = await readTexts(tx, viewer.landlordId, textIdsIn([{ body: referral }]));
  const texts = [...stored].map(([id, text]) => [id, text.value ?? `Disposed of on ${text.disposedOn}`] as const);
  return { referralId, referral, texts: Object.fromEntries(texts) };
}

/** That there is a referral, and whether this person may open it. Nothing of what it says. */
export type KnownReferral = { referralId: string; madeAt: Instant; open: boolean; maySee: boolean };

/** The referrals of a case that this person may know of, the newest first. */
export async function knownReferrals(
  tx: Reading,
  { caseId, state, landlord }: CaseFile,
  viewer: Looking & { landlordId: string },
): Promise<readonly KnownReferral[]> {
  const rows = await tx
    .selectFrom('referral')
    .select(['referral_id', 'made_at', 'made_by', 'duty_person', 'closed_at'])
    .where('landlord_id', '=', viewer.landlordId)
    .where('case_id', '=', caseId)
    .orderBy('made_at', 'desc')
    .execute();
  return rows.flatMap(row => {
    const parties = { madeBy: row.made_by, dutyPersonId: row.duty_person };
    if (!mayKnowOfReferral(viewer, parties, state, landlord.policy)) return [];
    const maySee = maySeeReferral(viewer, parties, state, landlord.policy);
    return { referralId: row.referral_id, madeAt: row.made_at, open: row.closed_at === null, maySee };
  });
}

export type DutyReferral = {
  referralId: string;
  reference: string;
  dutyPerson: string;
  dueAt: Instant;
  passedOn: boolean;
};

const shown = 50;

/** Open referrals for somebody on duty, or named for one: the soonest first. */
export async function dutyReferrals(
  tx: Reading,
  landlordId: string,
  looking: Looking,
  policy: Policy,
): Promise<readonly DutyReferral[]> {
  return (await dutyReferralsStatement(landlordId, looking.personId, onDuty(looking, policy)).execute(tx)).rows;
}

/** The one statement of it. It names the case and nobody in it, and leaves out those whose complaint is about whoever looks. */
export function dutyReferralsStatement(landlordId: string, personId: string, all: boolean): RawBuilder<DutyReferral> {
  return sql<DutyReferral>`
    select r.referral_id as "referralId", c.reference, p.name as "dutyPerson", r.passed_on_at is not null as "passedOn",
      case when r.passed_on_at is null then r.pass_on_by else r.close_by end as "dueAt"
    from referral r
    join case_index c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
    join person p on p.landlord_id = r.landlord_id and p.person_id = r.duty_person
    where r.landlord_id = ${landlordId} and r.closed_at is null and ${all ? sql`true` : sql`r.duty_person = ${personId}`}
      and ${whereNotClosed({ personId }, sql`r.case_id`)}
    order by "dueAt", r.referral_id
    limit ${shown}`;
}
