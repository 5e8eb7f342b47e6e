import { type Attributes, type Html, isHtml, type Words } from '../../html.ts';

/** Words with a class or attributes of their own. */
export interface WordsProps {
  readonly text: Words;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** An option is either the words alone, or an object that says more about them. */
export function wordsOf<T extends { readonly text: Words }>(option: Words | T): T | { readonly text: Words } {
  return typeof option === 'string' || isHtml(option) ? { text: option } : option;
}

/** Space-separated ids for `aria-describedby`; undefined when there are none, so that the attribute is left out. */
export function idList(...ids: readonly (string | undefined | false)[]): string | undefined {
  const present = ids.filter(id => id !== undefined && id !== false && id !== '');
  return present.length === 0 ? undefined : present.join(' ');
}

export type MaybeHtml = Html | null | undefined | false;
