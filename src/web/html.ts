/**
 * HTML as a value of its own. `html` escapes everything put into it, so a view cannot forget to; `rawHtml` is the one way
 * round that, and is named so that a search finds every use.
 */

const brand = Symbol('Html');

class HtmlValue {
  declare readonly [brand]: true;
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** Markup that is safe to send: only `html`, `attrs`, `joinHtml` and `rawHtml` can make one. */
export type Html = HtmlValue;

/** Words for a reader: a string is escaped, an `Html` is kept as it is. */
export type Words = string | Html;

/** What may stand in a `${…}`. `true` is left out on purpose: `${ok && x}` is fine, a stray `${ok}` is a compile error. */
export type HtmlContent = string | number | Html | null | undefined | false | readonly HtmlContent[];

const needsEscape = /[&<>"'\0]/;
const everyEscape = /[&<>"'\0]/g;

function entity(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    case "'":
      return '&#39;';
    default:
      return '\uFFFD';
  }
}

/** Escapes text for both element content and quoted attribute values. NUL, which HTML forbids, becomes U+FFFD. */
export function escapeHtml(text: string): string {
  return needsEscape.test(text) ? text.replace(everyEscape, entity) : text;
}

function render(value: HtmlContent): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof HtmlValue) return value.markup;
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined || value === false) return '';
  let out = '';
  for (const item of value) out += render(item);
  return out;
}

/** The template for every view: `` html`<p>${words}</p>` ``. Values are escaped, arrays joined, nothing-values left out. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlContent[]): Html {
  let out = strings[0] ?? '';
  for (let i = 0; i < values.length; i++) {
    out += render(values[i]) + (strings[i + 1] ?? '');
  }
  return new HtmlValue(out);
}

/** Takes a string as markup without escaping it. Only for markup that this program made or shipped; never for input. */
export function rawHtml(markup: string): Html {
  return new HtmlValue(markup);
}

/** Nothing at all, as `Html`. */
export const noHtml: Html = new HtmlValue('');

/** True for a value made by this module (so that an option can be `Html` or an object with more to say). */
export function isHtml(value: unknown): value is Html {
  return value instanceof HtmlValue;
}

/** Joins parts with a separator, which is escaped like any value. */
export function joinHtml(parts: readonly HtmlContent[], separator: HtmlContent): Html {
  let out = '';
  const between = render(separator);
  for (let i = 0; i < parts.length; i++) out += (i === 0 ? '' : between) + render(parts[i]);
  return new HtmlValue(out);
}

export type AttributeValue = string | number | boolean | null | undefined;
export type Attributes = Readonly<Record<string, AttributeValue>>;

const attributeName = /^[^\s"'<>/=\0]+$/;
/** Names that were found right: every page has the same few, so each is asked about once. */
const goodNames = new Set<string>();

function checkName(name: string): void {
  if (goodNames.has(name)) return;
  if (!attributeName.test(name)) throw new Error(`"${name}" cannot be the name of an HTML attribute.`);
  if (goodNames.size < 500) goodNames.add(name);
}

/**
 * Attributes with a space before each: `html`<input${attrs({ id, disabled })}>`. `true` gives the bare name;
 * `false`, `null` and `undefined` leave the attribute out. A name that HTML does not allow is a fault and throws.
 */
export function attrs(attributes: Attributes | undefined): Html {
  if (attributes === undefined) return noHtml;
  let out = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined || value === null || value === false) continue;
    checkName(name);
    out += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
  }
  return out === '' ? noHtml : new HtmlValue(out);
}

/** The names that are set, with spaces between, for a `class` attribute. */
export function classes(...names: readonly (string | undefined | false | null)[]): string {
  let out = '';
  for (const name of names) if (name) out += out === '' ? name : ` ${name}`;
  return out;
}
