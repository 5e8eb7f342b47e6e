/** Each act that ties a complaint to what belongs with it, filled in as it should be. */
import { paths } from '../src/web/paths.ts';
import type { Example } from './act-examples.ts';
import { dayFields, does, officersOf } from './act-forms.ts';
import type { StaffSite } from './staff-site.ts';

const someRequest = {
  ...{ words: 'The fan has stopped.', name: 'Femi Adeyemi', phone: '01632 960321', channel: 'phone', safety: 'no' },
  ...{ 'service-area': 'repairs', 'housing-system': 'Repairs', 'housing-reference': 'JOB-1' },
  ...dayFields('asked', '2026-11-02'),
};

export function togetherExamples(site: StaffSite): Example[] {
  const { other } = officersOf(site.magna);
  return [
    {
      act: 'link-request',
      by: other,
      before: async () => does(await site.as(other), paths.serviceRequestNew(), someRequest),
      fields: () => ({ 'housing-reference': 'JOB-1', why: 'background' }),
      texts: [],
      makes: 'ServiceRequestLinked',
    },
    {
      act: 'petition',
      by: other,
      fields: () => ({ signatories: '43', list: 'The folder of the court' }),
      texts: ['list'],
      makes: 'PetitionRecorded',
    },
  ];
}
