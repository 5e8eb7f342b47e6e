/** Who may take what somebody holds: each thing with everybody asked of its own rules, before anything is moved (R30, R69). */
import type { LocalDate } from '../domain/calendar/dates.ts';
import type { PersonFacts } from '../domain/complaint/deciding.ts';
import { mayTakeOver } from '../domain/complaint/named-contact.ts';
import { awayOn } from '../domain/staff/absence.ts';
import { type Load, spread } from '../domain/staff/load.ts';
import type { Application, Viewer } from './application.ts';
import { recordsStay } from './hand-over-work.ts';
import { actorAmong, type Landlord } from './landlord.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import type { Held } from './queries/held-work.ts';
import type { Reading } from './reading.ts';

/** `because`: why the one who was to take it cannot; null where they can, or nobody in particular was to. */
export type PlannedThing = Held & {
  able: readonly { personId: string; warnings: readonly string[] }[];
  proposed: string | null;
  because: { sentence: string; clause: string | null } | null;
};

/** To whom: one person, or whoever carries least. */
export type Wish = { to: string } | 'spread';

type Asked = { landlord: Landlord; viewer: Viewer; from: string; today: LocalDate };

/** What would go to whom. `from`: whose it is; it never goes back to them, nor to somebody who is away. */
export async function planHandOver(
  app: Application,
  tx: Reading,
  { landlord, viewer, from, today }: Asked,
  held: readonly Held[],
  wish: Wish,
  loads: ReadonlyMap<string, Load>,
): Promise<PlannedThing[]> {
  const here = Object.values(landlord.people).filter(one => one.active && one.personId !== from);
  const cases = new Map<string, LoadedCase>();
  for (const { thing, caseId } of held)
    if (thing.kind !== 'record' && !cases.has(caseId))
      cases.set(caseId, await loadCase(app, tx, viewer.landlordId, caseId));
  const judged = held.map(one => {
    const loaded = cases.get(one.caseId);
    return { one, answers: here.map(person => ({ person, answer: judge(one, person, loaded, viewer, today) })) };
  });
  const able = judged.map(({ one, answers }) => ({
    key: one.key,
    able: answers
      .filter(({ person, answer }) => answer.can && awayOn(person, today) === null)
      .map(({ person }) => person.personId),
  }));
  const given = wish === 'spread' ? spread(able, loads) : null;
  return judged.map(({ one, answers }) => {
    const can = answers.flatMap(({ person, answer }) =>
      answer.can ? [{ personId: person.personId, warnings: answer.warnings }] : [],
    );
    if (given !== null) {
      const proposed = given.get(one.key) ?? null;
      return { ...one, able: can, proposed, because: proposed === null ? nobodyFree : null };
    }
    const to = wish === 'spread' ? '' : wish.to;
    const answer = answers.find(({ person }) => person.personId === to)?.answer;
    if (answer === undefined) return { ...one, able: can, proposed: null, because: notHere };
    return answer.can
      ? { ...one, able: can, proposed: to, because: null }
      : { ...one, able: can, proposed: null, because: { sentence: answer.because, clause: answer.clause } };
  });
}

const nobodyFree = { sentence: 'nobody who is here may take it', clause: 'R69' };
const notHere = { sentence: 'they do not work here', clause: null };

type Answer = { can: true; warnings: readonly string[] } | { can: false; because: string; clause: string | null };

function judge(
  { thing }: Held,
  person: PersonFacts,
  loaded: LoadedCase | undefined,
  viewer: Viewer,
  today: LocalDate,
): Answer {
  if (thing.kind === 'record' || loaded === undefined) return { can: false, because: recordsStay, clause: null };
  const { state, context, people } = loaded;
  if (thing.kind === 'complaint') {
    const deciding = { ...context, today, actor: actorAmong(people, viewer), people };
    const found = mayTakeOver(state, thing.stage, person, deciding);
    return found.eligible
      ? { can: true, warnings: found.warnings }
      : { can: false, because: found.because, clause: found.clause };
  }
  if (thing.kind === 'promise' && state.complainedOf.includes(person.personId))
    return { can: false, because: 'the complaint is about them', clause: 'Code 5.8' };
  return { can: true, warnings: [] };
}
