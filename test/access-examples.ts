/** Each act that says who may see a complaint, filled in as it should be. */
import type { Example } from './act-examples.ts';
import { actUrl, does, officersOf } from './act-forms.ts';
import type { StaffSite } from './staff-site.ts';

export function accessExamples(site: StaffSite): Example[] {
  const { other, lead, second } = officersOf(site.magna);
  return [
    {
      act: 'complained-of',
      by: lead,
      fields: () => ({ person: site.magna.person('head-of-service').personId, reason: 'They are named in the letter' }),
      texts: ['reason'],
      makes: 'ComplainedOfNamed',
    },
    {
      act: 'restrict-access',
      by: lead,
      fields: () => ({
        people: [lead.personId, other.personId],
        roles: ['head-of-service'],
        reason: 'A relative works here',
      }),
      texts: ['reason'],
      makes: 'AccessRestricted',
    },
    {
      act: 'end-restriction',
      by: lead,
      before: async ({ reference }) =>
        does(await site.as(lead), actUrl(reference, 'restrict-access'), {
          ...{ people: [lead.personId, second.personId], reason: 'A relative' },
        }),
      fields: () => ({ reason: 'They have left' }),
      texts: ['reason'],
      makes: 'AccessRestrictionEnded',
    },
    {
      act: 'disclose',
      by: lead,
      fields: () => ({ to: 'The police', what: 'The dates of the visits', reason: 'They asked for a crime' }),
      texts: ['to', 'what', 'reason'],
      makes: 'DisclosureDecided',
    },
  ];
}
