/** What every route is asked about in the walk: at each landlord one complaint with a letter, a referral and a record beside it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '../src/application/application.ts';
import { recordDissatisfaction } from '../src/application/dissatisfaction.ts';
import { loadCase } from '../src/application/load-case.ts';
import { reading } from '../src/application/reading.ts';
import { changeReferral } from '../src/application/referrals.ts';
import { administratorRole } from '../src/domain/access/administrator.ts';
import type { CaseState } from '../src/domain/complaint/state.ts';
import { inLandlord } from '../src/storage/landlord-transaction.ts';
import { addPerson } from '../src/storage/landlords.ts';
import { roadOf } from './case-road.ts';
import type { LandlordName, StaffSite } from './staff-site.ts';

export type Subject = {
  landlord: LandlordName;
  /** What stands in the place of each part of an address. */
  parts: Readonly<Record<string, string>>;
  state(): Promise<CaseState>;
  /** Who recorded the dissatisfaction, and who made the referral. */
  recordedBy: string;
  madeBy: string;
  dutyPersonId: string;
};

const duty: Record<LandlordName, string> = { magna: 'head-of-customer-contact', magenta: 'head-of-customer-voice' };

export async function subjectAt(site: StaffSite, landlord: LandlordName): Promise<Subject> {
  const { landlordId, person } = site[landlord];
  const road = await roadOf(site, landlord);
  await road.acknowledged();
  const { officer, colleague } = road.cast;
  const dutyPersonId = person(duty[landlord]).personId;
  const made = await changeReferral(site.app, officer, {
    ...{ caseId: road.caseId, referralId: null, versionSeen: null, commandId: randomUUID() },
    act: { kind: 'make', sign: 'self-harm', at: site.app.clock.now() as never, words: 'She said so', dutyPersonId },
  });
  const recorded = await recordDissatisfaction(
    site.app,
    colleague,
    {
      ...{ source: 'contact', toldOn: '2026-11-03', channel: 'phone', toldTo: 'staff', words: 'The stairs are dirty.' },
      ...{
        person: { name: 'A Resident', email: null, phone: '01632 960123' },
        aboutServiceRequest: false,
        offer: null,
      },
    },
    { commandId: randomUUID(), payload: {} },
  );
  assert.ok(made.kind === 'done' && recorded.kind === 'done');
  const state = () =>
    reading(site.app, landlordId, async tx => (await loadCase(site.app, tx, landlordId, road.caseId)).state);
  const { letters, points } = await state();
  return {
    landlord,
    state,
    ...{ recordedBy: colleague.personId, madeBy: officer.personId, dutyPersonId },
    parts: {
      ...{
        reference: road.reference,
        letter: letters[0]?.letterId ?? assert.fail('there is no letter'),
        kind: 'update',
      },
      ...{
        point: points[0]?.pointId ?? assert.fail('there is no point'),
        act: 'add-note',
        referral: made.referralId,
        record: recorded.recordId,
        draft: randomUUID(),
      },
      ...{ person: person('colleague', 1).personId, date: '2026-12-25', token: 'a'.repeat(43), file: 'app.css' },
      ...{ request: randomUUID(), import: randomUUID(), building: randomUUID(), landlord: 'nobody' },
      ...{ absence: randomUUID(), handover: randomUUID(), resident: randomUUID(), need: randomUUID() },
    },
  };
}

/** Somebody who looks after the installation and has no role of the policy. */
export async function administratorAt(site: StaffSite, landlord: LandlordName): Promise<Viewer> {
  const { landlordId } = site[landlord];
  const made: Viewer = { landlordId, personId: randomUUID(), name: 'Ada Minton', roles: [administratorRole] };
  await inLandlord(site.app.database, landlordId, tx =>
    addPerson(tx, landlordId, {
      ...{ personId: made.personId, name: made.name, sortName: 'Minton Ada', email: null, jobTitle: null, team: null },
      ...{ managerId: null, roles: made.roles, createdAt: '2026-01-01T00:00:00.000Z' },
    }),
  );
  return made;
}
