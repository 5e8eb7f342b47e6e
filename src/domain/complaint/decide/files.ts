/** Files: added by whoever sees the complaint, or with an answer by whoever may give that (MAG-64, Code 5.12). */
import type { CommandOf } from '../commands.ts';
import type { Act, Acts } from '../deciding.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { CaseState } from '../state.ts';
import { fact, unless } from './facts.ts';
import { mayAnswer } from './questions.ts';

type Add = CommandOf<'AddFile'>;

const addFile: Act<Add> = {
  allowed: (state, { actor }, { requestId }) =>
    requestId === undefined || requestId === null ? null : mayAnswer(state, actor.personId, requestId),
  decide({ type: _type, ...body }, state, { today, actor }) {
    return unless(notHere(body, state), () => [fact('FileAdded', today, { ...body, by: actor.personId })]);
  },
};

/** The same bytes come once, and once with an answer; what it is evidence for are points of the complaint. */
function notHere({ fileId, sha256, points, requestId }: Omit<Add, 'type'>, state: CaseState): Refusal | null {
  const known = state.files.find(
    one => one.fileId === fileId || (one.sha256 === sha256 && one.requestId === requestId),
  );
  if (known !== undefined && !state.misfiled.includes(known.entry)) return refuse('file-known', { on: known.on });
  const strange = points.some(id => !state.points.some(point => point.pointId === id));
  return strange ? refuse('no-such-point', {}) : null;
}

export const fileActs: Acts<'AddFile'> = { AddFile: addFile };
