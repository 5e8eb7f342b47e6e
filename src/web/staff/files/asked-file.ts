/** `/cases/:reference/questions/:request/files/:file`: a file that goes with a question or its answer, for whoever was asked and the handler. */
import { openQuestion } from '../../../application/asked.ts';
import { givenFile } from '../../../application/queries/case-files.ts';
import { paths } from '../../paths.ts';
import type { StaffRoutes } from '../../visit.ts';
import { logView } from '../case/open-viewed.ts';

export function askedFileRoutes(routes: StaffRoutes): void {
  routes.get(paths.askedFile.pattern, async (visit, tx) => {
    const { app, viewer, params } = visit;
    const asked = await openQuestion(app, tx, viewer, params['reference'] ?? '', params['request'] ?? '');
    const found = [...(asked?.files ?? []), ...(asked?.answerFiles ?? [])].find(
      one => one.file.fileId === params['file'],
    );
    if (asked === null || found === undefined) return null;
    await logView(visit, asked.caseId, true);
    const given = await givenFile(tx, viewer.landlordId, found.file);
    if (given === null) return null;
    const { bytes, name, type, shown } = given;
    return { file: { bytes, name, type, inline: shown } };
  });
}
