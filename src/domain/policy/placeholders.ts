/** The closed list of what wording may leave open, and in which letters each can be filled. Wording holds no other logic. */
import type { LetterKind } from './letter-rules.ts';

export type Placeholder = {
  /** `block` fills a whole paragraph (a list, an address block); `inline` stands inside a sentence. */
  fills: 'inline' | 'block';
  /** The kinds of letter that can fill it. */
  in: readonly LetterKind[];
  says: string;
};

const EVERY: readonly LetterKind[] = [
  'acknowledgement',
  'extension',
  'response',
  'refusal',
  'escalation-refusal',
  'withdrawal-confirmed',
  'update',
];
const ACK: readonly LetterKind[] = ['acknowledgement'];
const RESPONSE: readonly LetterKind[] = ['response'];
const BOTH_REFUSALS: readonly LetterKind[] = ['refusal', 'escalation-refusal'];
const WITH_POINTS: readonly LetterKind[] = ['acknowledgement', 'response', 'refusal', 'escalation-refusal'];

export const PLACEHOLDERS = {
  landlord: { fills: 'inline', in: EVERY, says: "the landlord's full name" },
  'landlord-short': { fills: 'inline', in: EVERY, says: "the landlord's everyday name" },
  phone: { fills: 'inline', in: EVERY, says: "the landlord's phone number for complaints" },
  email: { fills: 'inline', in: EVERY, says: "the landlord's email address for complaints" },
  web: { fills: 'inline', in: EVERY, says: "the landlord's web address" },
  address: { fills: 'inline', in: EVERY, says: "the landlord's postal address on one line" },
  resident: { fills: 'inline', in: EVERY, says: 'how the person is addressed' },
  reference: { fills: 'inline', in: EVERY, says: "the complaint's reference" },
  received: { fills: 'inline', in: EVERY, says: 'the day the complaint, or at stage 2 the request, was received' },
  stage: { fills: 'inline', in: EVERY, says: '"stage 1" or "stage 2"' },
  handler: { fills: 'inline', in: EVERY, says: 'the name of the person who deals with the complaint' },
  'handler-role': { fills: 'inline', in: EVERY, says: "that person's role" },
  contact: { fills: 'inline', in: EVERY, says: 'how to reach that person' },
  'ombudsman-block': { fills: 'block', in: EVERY, says: 'the Ombudsman, what it can do now and how to reach it' },
  definition: { fills: 'block', in: WITH_POINTS, says: 'our understanding of the complaint, as numbered points' },
  points: { fills: 'block', in: WITH_POINTS, says: 'the numbered points alone' },
  'outcome-sought': { fills: 'block', in: WITH_POINTS, says: 'what the person would like to happen' },
  responsibility: { fills: 'block', in: ACK, says: 'point by point, what the landlord is and is not responsible for' },
  'excluded-points': {
    fills: 'block',
    in: ['acknowledgement', 'response'],
    says: 'points not taken, each with its ground and reasons',
  },
  'contact-agreement': {
    fills: 'block',
    in: ['acknowledgement', 'extension', 'update'],
    says: 'how and how often we agreed to be in touch',
  },
  'target-date': {
    fills: 'inline',
    in: ['acknowledgement', 'update', 'escalation-refusal'],
    says: 'the day by which the answer is due',
  },
  'old-date': { fills: 'inline', in: ['extension', 'update'], says: 'the day by which the answer had been promised' },
  'new-date': { fills: 'inline', in: ['extension', 'update'], says: 'the new day by which the answer is expected' },
  reason: { fills: 'block', in: ['extension', 'update'], says: 'why more time is needed' },
  'update-interval': {
    fills: 'inline',
    in: ['acknowledgement', 'extension', 'update'],
    says: 'how often updates were agreed',
  },
  decision: { fills: 'block', in: RESPONSE, says: 'the outcome over all, derived from the points' },
  reasons: {
    fills: 'block',
    in: ['response', 'refusal', 'escalation-refusal'],
    says: 'the reasons, point by point in a response',
  },
  'relied-on': { fills: 'block', in: RESPONSE, says: 'the policies, law and good practice relied on' },
  remedies: { fills: 'block', in: RESPONSE, says: 'what is offered to put things right' },
  actions: { fills: 'block', in: ['response', 'update'], says: 'what is still to be done, by whom and by when' },
  changes: { fills: 'block', in: RESPONSE, says: 'what has changed so that it does not happen again' },
  'escalation-closes': { fills: 'inline', in: RESPONSE, says: 'the last day on which stage 2 can be asked for' },
  'escalation-how': { fills: 'block', in: RESPONSE, says: 'the ways to ask for stage 2' },
  'twelve-months-on': { fills: 'inline', in: RESPONSE, says: 'the day twelve months after the final response' },
  ground: { fills: 'inline', in: BOTH_REFUSALS, says: 'the ground relied on' },
  'who-can-help': {
    fills: 'block',
    in: ['refusal', 'escalation-refusal', 'acknowledgement', 'response'],
    says: 'who can help instead',
  },
  'withdrawn-on': { fills: 'inline', in: ['withdrawal-confirmed'], says: 'the day the person asked us to stop' },
} as const satisfies Record<string, Placeholder>;

export type PlaceholderName = keyof typeof PLACEHOLDERS;

const MARK = /\{([^{}]*)\}/g;

/** The names between braces in a text, in order, known or not. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(MARK)].map(found => found[1] ?? '');
}

/** Whether the name is on the closed list. */
export function isPlaceholder(name: string): name is PlaceholderName {
  return Object.hasOwn(PLACEHOLDERS, name);
}

/** Whether a letter of this kind can fill the placeholder. */
export function canFill(name: PlaceholderName, kind: LetterKind): boolean {
  const where: readonly LetterKind[] = PLACEHOLDERS[name].in;
  return where.includes(kind);
}
