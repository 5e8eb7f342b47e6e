/** A letter as plain text, for an email body, the record and people who read it aloud to themselves. */
import { sayDate } from '../calendar/dates.ts';
import type { Block, Fact, LetterDocument } from './document.ts';

/** The whole letter, paragraphs apart by an empty line, headings underlined, `\n` line ends. */
export function letterAsText(document: LetterDocument): string {
  const { letterhead, recipient, signature } = document;
  const parts = [
    [letterhead.name, ...letterhead.address].join('\n'),
    [recipient.name, ...recipient.addressLines].filter(line => line !== '').join('\n'),
    `${sayDate(document.date)}\nReference: ${document.reference}`,
    document.salutation,
    underlined(document.subject, '='),
    facts(document.keyFacts),
    ...document.blocks.map(blockAsText),
    signature.closing,
    [signature.name, signature.role ?? '', facts(signature.contact)].filter(line => line !== '').join('\n'),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? underlined(block.text, '-') : block.text;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${item}`).join('\n');
    case 'facts':
      return facts(block.facts);
    case 'table':
      return block.rows.map(row => row.map((cell, at) => `${block.head[at] ?? ''}: ${cell}`).join('\n')).join('\n\n');
    case 'pause':
      return '';
  }
}

function facts(all: readonly Fact[]): string {
  return all.map(({ term, value }) => `${term}: ${value}`).join('\n');
}

function underlined(text: string, line: string): string {
  return `${text}\n${line.repeat([...text].length)}`;
}
