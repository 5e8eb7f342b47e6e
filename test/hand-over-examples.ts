/** Each act by which work changes hands, filled in as it should be. */
import type { Example } from './act-examples.ts';
import { actUrl, dayFields, does, officersOf } from './act-forms.ts';
import type { StaffSite } from './staff-site.ts';

const today = dayFields('on', '2026-11-04');

export function handOverExamples(site: StaffSite): Example[] {
  const { officer, other, lead } = officersOf(site.magna);
  return [
    {
      act: 'hand-over',
      by: lead,
      fields: () => ({ person: other.personId, reason: 'Away for a month' }),
      texts: ['reason'],
      makes: 'HandlerAssigned',
    },
    {
      act: 'tell-new-contact',
      by: lead,
      before: async ({ reference }) =>
        does(await site.as(lead), actUrl(reference, 'hand-over'), { person: other.personId, reason: 'Away' }),
      fields: () => ({ ...today, how: 'By phone', note: 'They thanked us' }),
      texts: ['note'],
      dates: ['on'],
      makes: 'NewContactTold',
    },
    {
      act: 'hand-over-action',
      by: lead,
      before: async ({ reference }) =>
        does(await site.as(officer), actUrl(reference, 'promise-action'), {
          ...{ what: 'Mend it', owner: 'person', person: officer.personId, when: 'date' },
          ...dayFields('due', '2026-11-20'),
        }),
      fields: () => ({ person: other.personId, reason: 'Away for a month' }),
      texts: ['reason'],
      makes: 'ActionHandedOver',
    },
    {
      act: 'hand-over-question',
      by: lead,
      before: async ({ reference }) =>
        does(await site.as(officer), actUrl(reference, 'ask-information'), {
          ...{ of: site.magna.person('colleague').personId, area: 'repairs', question: 'When was it mended?' },
          ...dayFields('due', '2026-11-09'),
        }),
      fields: () => ({ person: other.personId, reason: 'Away for a month' }),
      texts: ['reason'],
      makes: 'InformationHandedOver',
    },
  ];
}
