/** Every "no, because" of the complaint, in words a person understands, with what would be allowed instead. */
import { accessRefusals } from './refusals/access.ts';
import { clockRefusals } from './refusals/clocks.ts';
import { contactRefusals } from './refusals/contacts.ts';
import { dissatisfactionRefusals } from './refusals/dissatisfaction.ts';
import { dutyRefusals } from './refusals/duties.ts';
import { endingRefusals } from './refusals/ending.ts';
import { escalationRefusals } from './refusals/escalation.ts';
import { fileRefusals } from './refusals/files.ts';
import { letterRefusals } from './refusals/letters.ts';
import { needRefusals } from './refusals/needs.ts';
import { peopleRefusals } from './refusals/people.ts';
import { pointRefusals } from './refusals/points.ts';
import { questionRefusals } from './refusals/questions.ts';
import { referralRefusals } from './refusals/referrals.ts';
import { residentRefusals } from './refusals/residents.ts';
import { serviceRequestRefusals } from './refusals/service-requests.ts';
import { togetherRefusals } from './refusals/together.ts';
import { wholeCaseRefusals } from './refusals/whole-case.ts';
import type { Said } from './refusals/words.ts';

/** The closed list of refusals: a code, the facts its sentence needs, and the sentence. */
const say = {
  ...wholeCaseRefusals,
  ...clockRefusals,
  ...peopleRefusals,
  ...pointRefusals,
  ...questionRefusals,
  ...fileRefusals,
  ...letterRefusals,
  ...escalationRefusals,
  ...endingRefusals,
  ...residentRefusals,
  ...dutyRefusals,
  ...dissatisfactionRefusals,
  ...referralRefusals,
  ...contactRefusals,
  ...needRefusals,
  ...accessRefusals,
  ...serviceRequestRefusals,
  ...togetherRefusals,
};

export type RefusalCode = keyof typeof say;
type Facts<K extends RefusalCode> = Parameters<(typeof say)[K]>[0];
export type Refusal = { [K in RefusalCode]: { code: K; facts: Facts<K> } }[RefusalCode];

/** A refusal of one kind with its facts. */
export function refuse<K extends RefusalCode>(code: K, facts: Facts<K>): Refusal {
  return { code, facts } as Extract<Refusal, { code: K }>;
}

/** The sentence for a person, and what would be allowed instead. */
export function sayRefusal(refusal: Refusal): Said {
  const words = say[refusal.code] as (facts: Refusal['facts']) => Said;
  return words(refusal.facts);
}
