/** Where what a letter lacks is put right: one table from what is missing to the page that mends it. */
import type { CaseFile } from '../../../application/case-file.ts';
import type { Stage } from '../../../domain/complaint/events.ts';
import type { MissingItem } from '../../../domain/letters/letter-input.ts';
import { paths } from '../../paths.ts';
import { type ActCommand, actHref, actWords } from '../case/step-link.ts';

const acts: Partial<Record<MissingItem['item'], ActCommand>> = {
  handler: 'AssignHandler',
  stage: 'DefineComplaint',
  definition: 'DefineComplaint',
  'outcome-sought': 'DefineComplaint',
  responsibility: 'DefineComplaint',
  'contact-agreement': 'AgreeContact',
  remedy: 'OfferRemedy',
  'outstanding-actions': 'PromiseAction',
  'prevent-recurrence': 'RecordLearning',
  'new-date': 'DecideExtension',
  'extension-reason': 'DecideExtension',
  'update-interval': 'AgreeUpdates',
  'excluded-points': 'ExcludePoint',
};

export type PutRight = { href: string; text: string };

/** The page that mends it; null where the words are on the letter's own page. */
export function putRight(missing: MissingItem, file: CaseFile, stage: Stage): PutRight | null {
  const { reference } = file;
  const { item } = missing;
  if (missing.code === 'unsafe-contact')
    return { href: paths.casePeople({ reference }), text: 'See how they may be reached' };
  if (missing.code === 'landlord-detail')
    return { href: `${paths.policy()}#details`, text: 'Look at the details for letters' };
  if (item === 'decision' || item === 'reasons' || item === 'relied-on') return pointPage(missing, file, stage);
  if (item === 'refusal-ground' || item === 'refusal-reasons')
    return act(reference, stage === 1 ? 'RefuseComplaint' : 'RefuseEscalation', stage);
  if (item === 'target-date' || item === 'next-step') return { href: paths.calendar(), text: 'Look at the calendar' };
  if (item === 'ombudsman') return { href: paths.policy(), text: 'Look at the policy' };
  const command = acts[item];
  return command === undefined ? null : act(reference, command, stage);
}

function act(reference: string, command: ActCommand, stage: Stage): PutRight {
  return { href: actHref(reference, command, stage), text: actWords[command].button };
}

/** A sentence about one point leads to that point. */
function pointPage({ sentence }: MissingItem, { reference, state }: CaseFile, stage: Stage): PutRight {
  const number = Number(/point (\d+)/i.exec(sentence)?.[1] ?? 0);
  const point = state.points.find(one => one.number === number);
  if (point === undefined) return act(reference, 'DecidePoint', stage);
  const href = `${paths.casePoint({ reference, point: point.pointId })}?stage=${stage}`;
  return { href, text: `Decide point ${number}` };
}
