/** Referrals in the words people use. */
import type { ReferralOutcome, Sign, ToldTo } from '../../../domain/referral/events.ts';

export const signWords: Readonly<Record<Sign, string>> = {
  'adult-at-risk': 'An adult who may be abused or neglected, or cannot keep themselves safe',
  'child-at-risk': 'A child who may be at risk',
  'self-harm': 'Somebody who may harm themselves',
  threat: 'A threat to somebody, or to us',
};

export const toldWords: Readonly<Record<ToldTo, string>> = {
  'emergency-services': 'Emergency services (999)',
  police: 'Police, where it is no emergency',
  'adult-social-care': 'The council’s adult social care',
  'child-social-care': 'The council’s children’s services',
  health: 'A doctor, a crisis team or another health service',
  colleague: 'A colleague',
  themselves: 'The person themselves',
  'somebody-else': 'Somebody else',
};

export const outcomeWords: Readonly<Record<ReferralOutcome, string>> = {
  'taken-on': 'Somebody who can help has taken it on',
  'support-in-place': 'Support is in place, and nothing more is needed',
  'no-danger': 'It was looked into, and nobody is in danger',
};
