/** What the pages of a case share: the navigation between its parts, and small pieces of words. */
import type { CaseFile } from '../../../application/case-file.ts';
import type { TextRef } from '../../../domain/complaint/events.ts';
import { type SubNavigationProps, subNavigation } from '../../components/moj/sub-navigation.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { needShown } from './needs-shown.ts';

type Part = 'overview' | 'timeline' | 'people' | 'letters' | 'files';

/** The parts of one case, with counts. */
export function caseParts(file: CaseFile, active: Part): Html {
  const { reference, state } = file;
  const item = (part: Part, text: string, href: string): SubNavigationProps['items'][number] => ({
    text,
    href,
    active: part === active,
  });
  return subNavigation({
    label: 'Parts of this complaint',
    items: [
      item('overview', 'Overview', paths.case({ reference })),
      item('letters', `Letters (${state.letters.length})`, paths.caseLetters({ reference })),
      item('files', `Files (${state.files.length})`, paths.caseFiles({ reference })),
      item('people', 'People', paths.casePeople({ reference })),
      item('timeline', `Timeline (${file.events.length})`, paths.caseTimeline({ reference })),
    ],
  });
}

/** The words behind a reference, line breaks kept. */
export function wordsOf(file: CaseFile, text: TextRef | null): Html {
  if (text === null) return html`<span class="rd-quiet-text">Not recorded</span>`;
  return html`<span class="rd-words">${file.texts[text.textId] ?? ''}</span>`;
}

/** A category or service area as the pack calls it. */
export function labelOf(list: readonly { id: string; label: string }[], id: string): string {
  return list.find(one => one.id === id)?.label ?? id;
}

/** A need with what to do, where that was said. */
export function needWords(file: CaseFile, need: CaseFile['state']['needs'][number]): Html {
  const { name, todo } = needShown(file, need);
  return html`<strong>${name}</strong>${todo !== '' && html`: <span class="rd-words">${todo}</span>`}`;
}
