/** The forms of a page as a browser would send them, with every field they have, for tests that fill in any form at all. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export type Field = {
  name: string;
  kind: 'hidden' | 'text' | 'one-of' | 'some-of' | 'button';
  type: string;
  /** What is filled in or chosen already. */
  values: string[];
  /** What may be chosen. */
  options: string[];
};

export type FormOnPage = {
  action: string;
  fields: readonly Field[];
  /** The first button, where it has a name. */
  button: { name: string; value: string } | undefined;
};

/** The forms in the main part of a page that change something. */
export function formsOnPage(markup: string, url: string): FormOnPage[] {
  const main = elementsOf(parse(markup)).find(one => one.tagName === 'main');
  if (main === undefined) return [];
  return elementsOf(main)
    .filter(one => one.tagName === 'form' && attribute(one, 'method') === 'post')
    .map(form => ({ action: attribute(form, 'action') ?? url, fields: fieldsOf(form), button: buttonOf(form) }));
}

/** What the form sends when it is sent as it stands, by its first button, as Enter does. */
export function asItStands(form: FormOnPage): Record<string, string[]> {
  const sent = form.fields.filter(one => one.kind !== 'button' && one.values.length > 0);
  return Object.fromEntries([...sent.map(({ name, values }) => [name, values]), ...firstButton(form)]);
}

/** What the first button adds. */
export function firstButton({ button }: FormOnPage): [string, string[]][] {
  return button === undefined ? [] : [[button.name, [button.value]]];
}

function buttonOf(form: Element): FormOnPage['button'] {
  const first = elementsOf(form).find(one => one.tagName === 'button' && attribute(one, 'type') !== 'button');
  const name = first === undefined ? undefined : attribute(first, 'name');
  return first === undefined || name === undefined ? undefined : { name, value: attribute(first, 'value') ?? '' };
}

function fieldsOf(form: Element): Field[] {
  const found = new Map<string, Field>();
  for (const element of elementsOf(form)) {
    const name = attribute(element, 'name');
    const kind = kindOf(element);
    if (name === undefined || kind === undefined) continue;
    const known = found.get(name) ?? { name, kind, type: attribute(element, 'type') ?? '', values: [], options: [] };
    found.set(name, known);
    known.options.push(...optionsOf(element, kind));
    known.values.push(...valuesOf(element, kind));
  }
  return [...found.values()];
}

function kindOf(element: Element): Field['kind'] | undefined {
  const type = attribute(element, 'type');
  if (element.tagName === 'textarea') return 'text';
  if (element.tagName === 'select') return 'one-of';
  if (element.tagName === 'button') return 'button';
  if (element.tagName !== 'input') return undefined;
  // What is chosen there is no text, and no page can fill it in.
  if (type === 'file') return undefined;
  if (type === 'hidden') return 'hidden';
  // A file is no words; sending one is tested beside its page.
  if (type === 'file') return undefined;
  if (type === 'radio') return 'one-of';
  return type === 'checkbox' ? 'some-of' : 'text';
}

function optionsOf(element: Element, kind: Field['kind']): string[] {
  if (element.tagName === 'select') return entries(element).map(one => attribute(one, 'value') ?? textOf(one));
  return kind === 'one-of' || kind === 'some-of' ? [attribute(element, 'value') ?? 'on'] : [];
}

function valuesOf(element: Element, kind: Field['kind']): string[] {
  if (element.tagName === 'textarea') return [textOf(element).replace(/^\n/, '')];
  if (element.tagName === 'select') {
    const all = entries(element);
    const chosen = all.find(one => attribute(one, 'selected') !== undefined) ?? all[0];
    return chosen === undefined ? [] : [attribute(chosen, 'value') ?? textOf(chosen)];
  }
  if (kind === 'button') return [];
  if (kind === 'one-of' || kind === 'some-of') {
    return attribute(element, 'checked') === undefined ? [] : [attribute(element, 'value') ?? 'on'];
  }
  return [attribute(element, 'value') ?? ''];
}

function entries(select: Element): Element[] {
  return elementsOf(select).filter(one => one.tagName === 'option');
}

function elementsOf(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(one => one.name === name)?.value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
