/** `/cases/:reference/files`: every file of a complaint; and each of them, to be looked at or saved. */
import { givenFile, scansOf } from '../../../application/queries/case-files.ts';
import type { Reading } from '../../../application/reading.ts';
import { whyNot } from '../../../domain/complaint/decide.ts';
import { paths } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { doneSentence } from '../acts/acts.ts';
import { caseHead } from '../case/case-head.ts';
import { openViewed } from '../case/open-viewed.ts';
import { filesView } from './view.ts';

export function fileRoutes(routes: StaffRoutes): void {
  routes.get(paths.caseFiles.pattern, showFiles);
  routes.get(paths.caseFile.pattern, giveFile);
}

async function showFiles(visit: Visit, tx: Reading): Promise<Answer> {
  const file = await openViewed(visit, tx);
  if (file === null) return null;
  const scans = await scansOf(tx, visit.viewer.landlordId, file.state.files);
  const mayAdd = whyNot('AddFile', file.state, file.deciding) === null;
  return visit.page({
    title: `Files – ${file.name}`,
    content: filesView({ file, scans, mayAdd }),
    done: doneSentence(visit.query['done']),
    sticky: caseHead(file, visit.today),
    nav: { current: 'cases' },
  });
}

/** As a download, or shown in a page that may do nothing where the browser can and `?save=1` does not say otherwise. */
async function giveFile(visit: Visit, tx: Reading): Promise<Answer> {
  const file = await openViewed(visit, tx);
  const one = file?.state.files.find(({ fileId }) => fileId === visit.params['file']);
  if (one === undefined) return null;
  const given = await givenFile(tx, visit.viewer.landlordId, one);
  if (given === null) return null;
  const { bytes, name, type, shown } = given;
  return { file: { bytes, type, name, inline: shown && visit.query['save'] !== '1' } };
}
