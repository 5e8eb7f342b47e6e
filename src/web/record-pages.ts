/** Where each kind of record that is no complaint has its page, and what lists of mixed work call it. */
import type { ListedRecord } from '../domain/records.ts';
import { paths } from './paths.ts';

export const recordPages: Readonly<Record<ListedRecord, { label: string; page: (record: string) => string }>> = {
  contact: { label: 'Contact', page: record => paths.contact({ record }) },
  dissatisfaction: { label: 'No complaint yet', page: record => paths.dissatisfactionRecord({ record }) },
  needs: { label: 'Needs', page: record => paths.residentOfRecord({ record }) },
  'service-request': { label: 'Service request', page: request => paths.serviceRequest({ request }) },
};
