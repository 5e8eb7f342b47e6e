/** The items of a letter that says no: on which ground, and why in this case (Code 2.4, MAG-16). */
import { LATE } from '../complaint/decide/escalation.ts';
import type { PersonId, TextRef } from '../complaint/events.ts';
import type { ExclusionGround } from '../policy/exclusion-rules.ts';
import { type Filled, type LetterContext, lack, paragraph, paragraphs, words } from './context.ts';

export type CurrentRefusal = { groundId: string | null; reasons: TextRef | null; by: PersonId; on: string };

/** The decision the letter is about: on the complaint, or on the latest request for stage 2. */
export function currentRefusal({ kind, state }: LetterContext): CurrentRefusal | null {
  if (kind === 'refusal') return state.refusal;
  const decided = state.escalations.at(-1)?.decided ?? null;
  return kind === 'escalation-refusal' && decided?.how === 'refused' ? decided : null;
}

export function currentGround(ctx: LetterContext): ExclusionGround | null {
  const refusal = currentRefusal(ctx);
  return ctx.policy.exclusions.find(ground => ground.id === refusal?.groundId) ?? null;
}

/** The ground in words, as `because …` goes on; null where there is none. */
export function groundLabel(ctx: LetterContext): string | null {
  if (isLate(ctx)) return 'the request came after the time for asking, and there was no reason to take it late';
  return currentGround(ctx)?.label ?? null;
}

function isLate(ctx: LetterContext): boolean {
  return ctx.kind === 'escalation-refusal' && currentRefusal(ctx)?.groundId === LATE;
}

export function fillRefusalGround(ctx: LetterContext): Filled {
  if (isLate(ctx)) return { sentence: `We are not taking this to stage 2, because ${groundLabel(ctx)}.` };
  const ground = currentGround(ctx);
  if (ground === null) {
    return {
      missing: [
        lack(ctx, 'refusal-ground', 'There is no ground for saying no. Record the decision with its ground first.'),
      ],
    };
  }
  const blocks = ground.handlingAccepted
    ? [
        paragraph(
          'If you are unhappy with how we dealt with the matter, rather than with the matter itself, tell us: we will take that as a complaint.',
        ),
      ]
    : [];
  return { sentence: `We do not consider this under our complaints policy, because ${ground.label}.`, blocks };
}

export function fillRefusalReasons(ctx: LetterContext): Filled {
  const reasons = words(ctx, currentRefusal(ctx)?.reasons);
  if (reasons !== '') return { blocks: paragraphs(reasons) };
  return {
    missing: [lack(ctx, 'refusal-reasons', 'The decision to say no has no reasons. Write them where it was decided.')],
  };
}
