/** What each letter must say: the policy's contents and the Code's together (R2), and the Ombudsman's rights by standing (R1). */
import type { Stage, Standing } from '../complaint/events.ts';
import { onItsWay } from '../complaint/evolve/letters.ts';
import type { CaseState } from '../complaint/state.ts';
import { CONTENT_ITEMS } from '../policy/letter-kinds.ts';
import type { ContentItem, LetterKind, RequiredContents } from '../policy/letter-rules.ts';
import type { Policy } from '../policy/policy.ts';
import type { ClauseId } from '../policy/spans.ts';

/** Who asks for it: the landlord's policy, the Code, or a rule that holds for every letter. */
export type Basis = 'policy' | 'code' | 'rule';

export type RequiredItem = {
  item: ContentItem;
  basis: 'policy' | 'code';
  clause: ClauseId;
  /** The Code's paragraph where the policy asks for it too. */
  alsoCode: ClauseId | null;
  /** `agreed`: only where there is such an agreement. `any`: only where there is something to list. Null: always. */
  onlyIf: 'agreed' | 'any' | null;
};

type Wanted = RequiredContents['items'][number];

/**
 * What this letter of this case must say. A response that goes before any acknowledgement has the contents of both, so that it
 * can discharge both [R8]; the date by which to expect the answer is then of no more use. Without a right to go to the Ombudsman
 * that is not required either [R1].
 */
export function requiredInCase(
  kind: LetterKind,
  stage: Stage,
  state: CaseState,
  packs: { policy: Policy; code: Policy },
): RequiredItem[] {
  const own = requiredItems(kind, stage, packs.policy, packs.code);
  const both = kind === 'response' && !acknowledged(state, stage) ? withAcknowledgement(own, stage, packs) : own;
  return both.filter(one => hasOmbudsmanRight(state.standing) || one.item !== 'ombudsman');
}

function withAcknowledgement(
  own: RequiredItem[],
  stage: Stage,
  packs: { policy: Policy; code: Policy },
): RequiredItem[] {
  const theirs = requiredItems('acknowledgement', stage, packs.policy, packs.code);
  const added = theirs.filter(({ item }) => item !== 'target-date' && !own.some(one => one.item === item));
  return [...own, ...added];
}

/** Whether an acknowledgement of the stage went, or is on its way. */
function acknowledged({ letters, timeline }: CaseState, stage: Stage): boolean {
  const { acknowledgedOn } = stage === 1 ? timeline.stage1 : timeline.stage2;
  const waits = letters.some(one => one.kind === 'acknowledgement' && one.stage === stage && onItsWay(one));
  return acknowledgedOn !== null || waits;
}

function wantedBy(policy: Policy, kind: LetterKind, stage: Stage): Wanted[] {
  return policy.letters.required
    .filter(contents => contents.kind === kind && (contents.stage === null || contents.stage === stage))
    .flatMap(contents => contents.items);
}

/**
 * The contents that a letter of this kind and stage must have: the union of the policy's and the Code's, each with its clause,
 * in the order in which a letter says them. An item that either asks for without condition is needed without condition [R2].
 */
export function requiredItems(kind: LetterKind, stage: Stage, policy: Policy, code: Policy): RequiredItem[] {
  const byPolicy = wantedBy(policy, kind, stage);
  const byCode = wantedBy(code, kind, stage);
  return CONTENT_ITEMS.flatMap((item): RequiredItem[] => {
    const own = byPolicy.find(wanted => wanted.item === item);
    const coded = byCode.find(wanted => wanted.item === item);
    if (own === undefined && coded === undefined) return [];
    const always = [own, coded].some(wanted => wanted !== undefined && wanted.onlyIf === undefined);
    const onlyIf = always ? null : (own?.onlyIf ?? coded?.onlyIf ?? null);
    if (own !== undefined)
      return [{ item, basis: 'policy', clause: own.clause, alsoCode: coded?.clause ?? null, onlyIf }];
    return [{ item, basis: 'code', clause: coded?.clause ?? '', alsoCode: null, onlyIf }];
  });
}

/** Whether the letter says what the Ombudsman can do: to everybody but those who certainly have no such right [R1]. */
export function hasOmbudsmanRight(standing: Standing): boolean {
  return standing !== 'no';
}
