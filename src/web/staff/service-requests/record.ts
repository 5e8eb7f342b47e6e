/** `/service-requests/records/…`: one request, how it stands and what happened. */
import { openRequestFile } from '../../../application/queries/request-file.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { logView } from '../case/open-viewed.ts';
import { requestActPages } from './act-page.ts';
import { requestView } from './record-view.ts';

export function requestRecordRoutes(routes: StaffRoutes): void {
  routes.get(paths.serviceRequest.pattern, async (visit, tx) => {
    const { viewer, scope, params, query } = visit;
    const file = await openRequestFile(tx, viewer.landlordId, scope, params['request'] ?? '');
    if (file === null) return null;
    await logView(visit, file.requestId, false);
    return visit.page({
      title: `Service request – ${file.person.name}`,
      content: requestView(file, visit, requestActPages),
      done: doneWords(query['done']),
      nav: { current: 'requests' },
    });
  });
}

function doneWords(done: string | undefined): string | undefined {
  if (done === 'opened') return 'The request is recorded. What is owed on it is below.';
  return requestActPages.find(one => one.act === done)?.done;
}
