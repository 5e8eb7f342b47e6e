import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

function attributeText(name: string, value: string): string {
  const tidy =
    name === 'class' || name === 'aria-describedby'
      ? [...new Set(value.split(/\s+/).filter(Boolean))].join(' ')
      : value;
  return ` ${name}="${tidy}"`;
}

function lines(node: Node, indent: string, exact: boolean): string[] {
  if ('value' in node) {
    const text = exact ? JSON.stringify(node.value) : node.value.replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [indent + text];
  }
  if (!('tagName' in node)) return [];
  const attributes = node.attrs
    .map(({ name, value }) => attributeText(name, value))
    .sort()
    .join('');
  const inner = node.childNodes.flatMap(child => lines(child, `${indent}  `, exact || node.tagName === 'textarea'));
  return [`${indent}<${node.tagName}${attributes}>`, ...inner];
}

/**
 * Markup as an indented outline in which two documents are equal when a browser would build the same tree, apart from
 * white space: attributes sorted, text collapsed (kept exactly in a textarea), comments left out, a class named twice taken once.
 */
export function domOutline(markup: string): string {
  return parseFragment(markup)
    .childNodes.flatMap(node => lines(node, '', false))
    .join('\n');
}
