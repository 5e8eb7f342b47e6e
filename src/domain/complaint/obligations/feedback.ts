/** Keeping the resident informed as was agreed with them at the start: the next word by a day, or one every so often. */
import type { LocalDate } from '../../calendar/dates.ts';
import type { LetterKind } from '../../policy/letter-rules.ts';
import { saySpan } from '../clock-rules.ts';
import type { Stage } from '../events.ts';
import { delivered } from '../evolve/letters.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
import { ended } from './ownership.ts';
import { newObligation } from './shape.ts';

/**
 * Each word owed under the contact agreement (MAG-29, MGL-15, MGL-18) until the answer goes or other intervals are agreed. A talk, a
 * meeting, a letter or a recorded update after the agreement each count as one; an attempt to reach somebody does not, nor does the
 * acknowledgement, which is what tells the resident the day.
 */
export function feedbackObligations(
  state: CaseState,
  respond: Obligation,
  { policy, calendar }: ObligationContext,
): Obligation[] {
  const { stage } = respond;
  const agreed = stage === null ? null : state.stages[stage].contactAgreement;
  if (stage === null || agreed === null) return [];
  const { every, nextOn, on } = agreed;
  const first = nextOn ?? (every === null ? null : plus(on, every, calendar));
  if (first === null) return [];
  const given = wordsGiven(state, stage, on);
  const until = ended(respond) ?? state.stages[stage].updates?.agreedOn ?? null;
  const found: Obligation[] = [];
  let dueOn: LocalDate | null = first;
  for (let index = 0; dueOn !== null; index += 1) {
    const givenOn: LocalDate | null = given[index] ?? null;
    found.push(
      newObligation({
        id: `feedback-${stage}-${on}-${index + 1}`,
        kind: 'update',
        stage,
        owner: { personId: state.stages[stage].handlerId, team: 'complaints' },
        dueOn,
        from: { event: index === 0 ? 'contact-agreed' : 'update-given', on: given[index - 1] ?? on },
        rule:
          every === null
            ? 'word by the day agreed with the resident'
            : `word every ${saySpan(every)}, as agreed with the resident`,
        clause: policy.updates.clause,
        dischargedOn: givenOn,
        lapsedOn: givenOn === null ? until : null,
      }),
    );
    dueOn = givenOn === null || every === null ? null : plus(givenOn, every, calendar);
  }
  return found;
}

/** The days after the agreement on which the resident heard from us, in order. */
function wordsGiven(state: CaseState, stage: Stage, since: LocalDate): LocalDate[] {
  const { contacts, updatesGiven } = state.stages[stage];
  const talks = contacts.filter(contact => contact.kind !== 'attempt').map(contact => contact.on);
  const letters = state.letters.flatMap(letter =>
    letter.stage === stage && countsAsWord(letter.kind) && delivered(letter) ? (letter.sent?.on ?? []) : [],
  );
  return [...new Set([...talks, ...updatesGiven, ...letters])].filter(day => day > since).toSorted();
}

function countsAsWord(kind: LetterKind): boolean {
  return kind !== 'response' && kind !== 'acknowledgement';
}
