/**
 * Whether a ground for not taking a complaint holds on its answers. The policy's own questions are asked; where its text is
 * wider than the Code's, the Code's reading prevails (MAG-20, MGL-05): knowing counts, only a filed claim counts.
 */
import { addMonths, isLocalDate, type LocalDate } from '../calendar/dates.ts';
import type { ExclusionGround, GroundQuestion } from '../policy/exclusion-rules.ts';
import { TEST_QUESTIONS } from '../policy/ground-questions.ts';
import type { Policy } from '../policy/policy.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { CaseState } from './state.ts';

export type Answers = Readonly<Record<string, string>>;

/**
 * Null where the ground holds; else why it does not. Dates in answers are ISO, yes-no answers `yes` or `no`, points a list of
 * their ids separated by commas. `receivedOn` is the day the complaint was received, which is the day its age is taken.
 */
export function groundApplies(
  ground: ExclusionGround,
  answers: Answers,
  receivedOn: LocalDate,
  policy: Policy,
  code: Policy,
): Refusal | null {
  return (
    badAnswer(ground, answers, receivedOn) ??
    barred(ground, answers) ??
    (ground.test === 'twelve-months' ? withinTime(ground, answers, receivedOn, policy, code) : null)
  );
}

/** The grounds that can be looked at for this complaint: some hold for petitions only (MGL-35). */
export function groundsFor({ exclusions }: Policy, { petition }: Pick<CaseState, 'petition'>): ExclusionGround[] {
  return exclusions.filter(ground => ground.petitionsOnly !== true || petition !== null);
}

/** Why a ground is none for this complaint, whatever is answered; null where it may be one. */
export function groundNotForThis(ground: ExclusionGround, { petition }: Pick<CaseState, 'petition'>): Refusal | null {
  const { label, clause } = ground;
  return ground.petitionsOnly === true && petition === null ? refuse('ground-for-petitions', { label, clause }) : null;
}

/** The ids of points in a `points` answer. */
export function pointsIn(answer: string | undefined): string[] {
  return (answer ?? '').split(/[\s,]+/).filter(id => id !== '');
}

function badAnswer(ground: ExclusionGround, answers: Answers, receivedOn: LocalDate): Refusal | null {
  for (const question of asked(ground)) {
    const answer = (answers[question.id] ?? '').trim();
    const { ask } = question;
    if (answer === '') {
      if (question.required) return refuse('ground-unanswered', { ask, clause: ground.clause });
      continue;
    }
    if (question.kind === 'date') {
      if (!isLocalDate(answer)) return refuse('ground-bad-answer', { ask, expected: 'a date' });
      if (ground.test === 'twelve-months' && answer > receivedOn)
        return refuse('ground-bad-answer', { ask, expected: 'no later than the day the complaint was received' });
    }
    if (question.kind === 'yes-no' && answer !== 'yes' && answer !== 'no')
      return refuse('ground-bad-answer', { ask, expected: 'yes or no' });
  }
  return null;
}

/** The pack's questions, those of the machine's test made required: a pack may ask more, never fewer. */
export function asked(ground: ExclusionGround): GroundQuestion[] {
  const needed = TEST_QUESTIONS[ground.test];
  const optional = ground.test === 'twelve-months' ? ['could-have-known-on'] : [];
  const own = ground.questions.map(question => ({
    ...question,
    required: question.required || (question.id in needed && !optional.includes(question.id)),
  }));
  const unasked = Object.entries(needed).filter(([id]) => !own.some(question => question.id === id));
  return [
    ...own,
    ...unasked.map(([id, kind]) => ({ id, ask: id.replaceAll('-', ' '), kind, required: !optional.includes(id) })),
  ];
}

function barred(ground: ExclusionGround, answers: Answers): Refusal | null {
  const { clause } = ground;
  for (const question of ground.questions) {
    if (question.barsWhen !== undefined && answers[question.id] === question.barsWhen)
      return refuse('ground-barred', { because: question.barsBecause ?? question.ask, clause });
  }
  const exception = ground.exceptions.find(({ id }) => answers[id] === 'yes');
  if (exception !== undefined)
    return refuse('ground-barred', { because: `${exception.label}.`, clause: exception.clause });
  if (ground.test === 'claim-filed' && answers['only-pre-action'] === 'yes') {
    const because = 'nothing has been filed at court, and the pre-action protocol and mediation do not count.';
    return refuse('ground-barred', { because, clause });
  }
  return null;
}

/** Counted from the latest of happening, being able to know and knowing; never less time than the Code gives (Code 2.3). */
function withinTime(
  ground: ExclusionGround,
  answers: Answers,
  receivedOn: LocalDate,
  policy: Policy,
  code: Policy,
): Refusal | null {
  const dates = ['happened-on', 'could-have-known-on', 'became-aware-on']
    .map(id => answers[id]?.trim() ?? '')
    .filter(isLocalDate);
  const latest = dates.toSorted().at(-1) ?? receivedOn;
  const months = Math.max(monthsOf(policy, ground.id), monthsOf(code, null), 12);
  const endsOn = addMonths(latest, months);
  return receivedOn <= endsOn ? refuse('ground-in-time', { latest, endsOn, clause: ground.clause }) : null;
}

function monthsOf(pack: Policy, groundId: string | null): number {
  const ground = pack.exclusions.find(
    one => one.test === 'twelve-months' && (groundId === null || one.id === groundId),
  );
  return ground?.asWritten.months ?? 0;
}
