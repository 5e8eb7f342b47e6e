/** What words and circumstances hint at, with why. A hint decides nothing: somebody looks at it and judges (R61, MAG-12). */
import type { Suggests, TriageHint } from '../policy/intake-rules.ts';
import type { SuggestionKept, TriageOutcome } from './events.ts';

/** What is known of a contact before anybody has judged it. */
export type HintFacts = {
  words: string;
  channel: string;
  /** How often the same person has told us something lately, this time included. */
  contacts: number;
};

/** A hint that fits. `because`: the words that were found, as they were written; or what else it is. */
export type Suggestion = { hint: string; label: string; suggests: Suggests; because: readonly string[] };

/** The hints that fit, in the order of the list. */
export function suggestionsFor(facts: HintFacts, hints: readonly TriageHint[]): Suggestion[] {
  return hints.flatMap(hint => {
    const because = reasons(facts, hint);
    return because.length === 0
      ? []
      : [{ hint: hint.id, label: hint.label, suggests: hint.suggests, because: [...new Set(because)] }];
  });
}

function reasons({ words, channel, contacts }: HintFacts, hint: TriageHint): string[] {
  const found = (hint.words ?? []).flatMap(word => wordFound(words, word) ?? []);
  const way = hint.channels?.includes(channel) === true ? ['how it came to us'] : [];
  const often =
    hint.contactsAtLeast !== undefined && contacts >= hint.contactsAtLeast ? [`told ${contacts} times`] : [];
  return [...found, ...way, ...often];
}

const escaped = /[.+?^${}()|[\]\\]/g;
const patterns = new Map<string, RegExp>();

/** The word or phrase as it stands in the text, whatever its letters and spaces; null where it does not. */
function wordFound(text: string, word: string): string | null {
  let pattern = patterns.get(word);
  if (pattern === undefined) {
    const plain = straight(word).replace(escaped, '\\$&').replace(/ +/g, '\\s+').replace(/\*$/, '[\\p{L}\\p{N}]*');
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'iu');
    patterns.set(word, pattern);
  }
  return pattern.exec(straight(text))?.[0]?.replace(/\s+/g, ' ') ?? null;
}

function straight(text: string): string {
  return text.replace(/[‘’]/g, "'");
}

/**
 * What is kept of them when somebody has judged: whether they came to the same. A sign that somebody is in danger is not kept, because
 * no record beside the restricted one may tell of it (R61).
 */
export function suggestionsKept(
  suggestions: readonly Suggestion[],
  outcome: TriageOutcome,
  hazardNoted: boolean,
): SuggestionKept[] {
  return suggestions
    .filter(one => one.suggests !== 'person-in-danger')
    .map(({ hint, suggests }) => ({
      hint,
      suggests,
      followed: suggests === 'hazard' ? hazardNoted : suggests === outcome,
    }));
}
