/** What may belong with a complaint and is not linked to it yet: of the same person, home, block or contractor (MAG-21). */
import type { Scope } from '../../domain/access/scope.ts';
import { homeById } from '../../storage/cases/homes.ts';
import type { CaseFile } from '../case-file.ts';
import type { Reading } from '../reading.ts';
import type { Asked } from './belongs-together.ts';
import { type EarlierCase, earlierCases } from './earlier-cases.ts';
import { type EarlierRequest, earlierRequests } from './earlier-requests.ts';

export type PossiblyConnected = { cases: readonly EarlierCase[]; requests: readonly EarlierRequest[] };

/** As far as this person may see them; `linked`: complaints that are linked from either side. */
export async function possiblyConnected(
  tx: Reading,
  landlordId: string,
  scope: Scope,
  file: CaseFile,
  linked: readonly { caseId: string }[],
): Promise<PossiblyConnected> {
  const { complainantId, homeId, contractor, serviceArea, requests } = file.state;
  const home = homeId === null ? null : await homeById(tx, landlordId, homeId);
  const person = complainantId === null ? undefined : file.residents.get(complainantId);
  const asked: Asked = {
    // A like name alone is no reason to interrupt somebody who works on it.
    name: '',
    email: person?.email ?? null,
    phone: person?.phone ?? null,
    personId: complainantId,
    home: home === null ? null : { address: home.address, postcode: home.postcode },
    contractor,
    serviceArea,
    except: [file.caseId, ...linked.map(one => one.caseId), ...requests.map(one => one.requestId)],
  };
  const cases = await earlierCases(tx, landlordId, scope, asked);
  return { cases, requests: await earlierRequests(tx, landlordId, scope, asked) };
}
