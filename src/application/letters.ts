/** Letters of a case: drafted with the dates that the obligations say, rendered before they are issued, frozen with their hash. */
import type { LocalDate } from '../domain/calendar/dates.ts';
import { escalationWindow } from '../domain/complaint/escalation-window.ts';
import type { Stage } from '../domain/complaint/events.ts';
import { extensionFacts } from '../domain/complaint/evolve/letters.ts';
import { isOpen, type Obligation, workingDate } from '../domain/complaint/obligation.ts';
import { obligations } from '../domain/complaint/obligations.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import { draftLetter } from '../domain/letters/draft.ts';
import type { LetterDates, LetterDraft, LetterPerson } from '../domain/letters/letter-input.ts';
import type { LetterKind } from '../domain/policy/letter-rules.ts';
import { storeDocument } from '../storage/documents.ts';
import { type Ask, act, type Outcome } from './act.ts';
import type { Application, Viewer } from './application.ts';
import { type CaseFile, completeCaseFile } from './case-file.ts';

export type WhichLetter = {
  kind: LetterKind;
  stage: Stage;
  /** What the officer typed, by the ids of `freeParts(kind)`. */
  free: Readonly<Record<string, string>>;
  /** Extension notices: which one; the latest of the stage where it is null. */
  extensionId: string | null;
  /** The letter it corrects (R45). */
  supersedes: string | null;
};

/** The letter as it would go today, with everything that is missing. */
export function prepareLetter(file: CaseFile, which: WhichLetter, viewer: Viewer): LetterDraft {
  const { state, context, deciding, texts } = file;
  const { kind, stage, free, extensionId } = which;
  return draftLetter({
    kind,
    stage,
    state,
    texts,
    people: letterPeople(file),
    policy: context.policy,
    code: context.code,
    today: deciding.today,
    dates: letterDates(file, which),
    free,
    ...(extensionId === null ? {} : { extensionId }),
    signedBy: signatory(state, which) ?? viewer.personId,
  });
}

/**
 * Issues a letter: renders it, stores its bytes by their hash and appends `LetterIssued`, or refuses with what is missing. A letter that
 * cannot be rendered rejects with `CannotRender`, in words; nothing is stored then.
 */
export async function issueLetter(
  app: Application,
  who: Viewer,
  ask: Ask,
  which: WhichLetter,
): Promise<Outcome & { letterId: string }> {
  const letterId = ask.commandId;
  const outcome = await act(app, who, ask, async ({ loaded, now }, tx) => {
    const file = await completeCaseFile(app, tx, who, ask.caseId, loaded);
    const draft = prepareLetter(file, which, who);
    const rendered = await app.renderLetter(draft.document);
    const { kind, stage, supersedes } = which;
    const extensionId = kind === 'extension' ? (which.extensionId ?? latestExtension(file.state, stage)) : null;
    return {
      commands: [
        {
          type: 'IssueLetter',
          letterId,
          kind,
          stage,
          sha256: rendered.sha256,
          renderer: rendered.renderer,
          packHash: loaded.hash,
          to: draft.to ?? '',
          contents: [...draft.contents],
          missing: draft.missing.map(({ sentence, clause }) => ({ sentence, clause })),
          quotesDate: draft.quotesDate,
          extensionId,
          supersedes,
        },
      ],
      beside: async (inside, landlordId) => {
        await storeDocument(inside, landlordId, { bytes: rendered.bytes, mediaType: 'application/pdf', storedAt: now });
      },
    };
  });
  return { ...outcome, letterId };
}

/** Everybody a letter may name, with how to reach them. Staff are reached through the landlord. */
function letterPeople({ staff, residents, context }: CaseFile): Record<string, LetterPerson> {
  const { roles } = context.policy;
  const people: Record<string, LetterPerson> = {};
  for (const person of staff) {
    const role = person.jobTitle ?? roles.find(one => person.roles.includes(one.id))?.title;
    people[person.personId] = {
      name: person.name,
      ...(role === undefined ? {} : { role }),
      ...(person.email === null ? {} : { email: person.email }),
    };
  }
  for (const [id, { name, email, phone, addressLines }] of residents) {
    people[id] = { name, addressLines, ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }) };
  }
  return people;
}

/** The dates a letter quotes, each from the obligations as they would stand once it has been handed over today. */
function letterDates(file: CaseFile, { kind, stage, extensionId }: WhichLetter): LetterDates {
  const { state, context, deciding } = file;
  const { today } = deciding;
  const after = obligations(stateOnceSent(state, kind, stage, extensionId, today), context);
  const target = workingDate(responseOf(after, stage) ?? none);
  const before = responseOf(file.obligations, stage)?.dueOn ?? null;
  const window = kind === 'response' && stage === 1 ? windowIfSentToday(file, today) : null;
  const update = after.find(one => one.kind === 'update' && one.stage === stage && isOpen(one))?.dueOn ?? null;
  const extension = chosenExtension(state, stage, extensionId);
  return {
    ...(target === null ? {} : { targetDate: target }),
    ...(window === null ? {} : { escalationCloses: window }),
    ...(update === null ? {} : { nextUpdateOn: update }),
    ...(kind === 'extension' && before !== null ? { oldDueOn: before } : {}),
    ...(kind === 'extension' && extension !== undefined ? { newDueOn: extension.newDueOn } : {}),
  };
}

const none: Pick<Obligation, 'dueOn' | 'longStopOn'> & Obligation = {
  id: '',
  kind: 'respond',
  stage: null,
  owner: { personId: null, team: '' },
  startsOn: null,
  dueOn: null,
  dueAt: null,
  from: null,
  rule: '',
  clause: '',
  basis: 'both',
  longStopOn: null,
  dischargedOn: null,
  lapsedOn: null,
  judged: 'unstarted',
  promisedOn: null,
};

function responseOf(all: readonly Obligation[], stage: Stage): Obligation | undefined {
  return all.find(one => one.kind === 'respond' && one.stage === stage);
}

/** The case as it would be with this letter handed over today: an acknowledgement starts the answer's clock, a notice moves it. */
function stateOnceSent(
  state: CaseState,
  kind: LetterKind,
  stage: Stage,
  extensionId: string | null,
  today: LocalDate,
): CaseState {
  const { timeline } = state;
  const key = stage === 1 ? 'stage1' : 'stage2';
  const facts = timeline[key];
  if (kind === 'acknowledgement' && facts.acknowledgedOn === null) {
    return { ...state, timeline: { ...timeline, [key]: { ...facts, acknowledgedOn: today } } };
  }
  if (kind !== 'extension') return state;
  const wanted = chosenExtension(state, stage, extensionId);
  const extensions = extensionFacts(state.stages[stage].extensions, state.letters).map((one, index) =>
    state.stages[stage].extensions[index] === wanted ? { ...one, noticeSentOn: one.noticeSentOn ?? today } : one,
  );
  return { ...state, timeline: { ...timeline, [key]: { ...facts, extensions } } };
}

/** The last day for stage 2 if the response goes by post today, the longer of the ways: no right is lost on the way it goes (R12). */
function windowIfSentToday({ state, context }: CaseFile, today: LocalDate): LocalDate | null {
  const { timeline } = state;
  const sent = { ...timeline, stage1: { ...timeline.stage1, respondedOn: today, responseMethod: 'post' as const } };
  return escalationWindow(sent, context.rules, context.calendar)?.closesOn ?? null;
}

function chosenExtension(state: CaseState, stage: Stage, extensionId: string | null) {
  const { extensions } = state.stages[stage];
  return extensionId === null ? extensions.at(-1) : extensions.find(one => one.extensionId === extensionId);
}

function latestExtension(state: CaseState, stage: Stage): string | null {
  return state.stages[stage].extensions.at(-1)?.extensionId ?? null;
}

function signatory(state: CaseState, { kind, stage }: WhichLetter): string | null {
  if (kind === 'refusal') return state.refusal?.by ?? null;
  if (kind === 'escalation-refusal') return state.escalations.at(-1)?.decided?.by ?? null;
  return state.stages[stage].handlerId;
}
