/** A file as pages name it: its name as a link, what it is, and why it cannot be opened where it cannot. */
import type { CaseFile } from '../../../application/case-file.ts';
import { isHeld } from '../../../application/queries/case-files.ts';
import type { EvidenceFile, ScanState } from '../../../domain/complaint/file-events.ts';
import { sortOf } from '../../../domain/policy/file-rules.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';

/** `840 kB`, `2.4 MB`. */
export function saySize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `PDF, 840 kB`. */
export function sayKind({ kind, size }: Pick<EvidenceFile, 'kind' | 'size'>): string {
  return `${sortOf(kind).label}, ${saySize(size)}`;
}

/** Why nobody is given it; null where it is. */
export function whyHeld(state: ScanState | undefined): string | null {
  if (state?.is === 'waiting') return 'Waits for the virus scanner';
  return state?.is === 'infected' ? `Held: the virus scanner found “${state.found}” in it` : null;
}

/** Its name, as a link unless it is held, with what it is. */
export function fileLink(file: CaseFile, one: EvidenceFile, state: ScanState | undefined): Html {
  const name = file.texts[one.name.textId] ?? '';
  const href = paths.caseFile({ reference: file.reference, file: one.fileId });
  const main = isHeld(state)
    ? html`<span class="rd-words">${name}</span>`
    : html`<a class="govuk-link rd-words" href="${href}">${name}</a>`;
  const held = whyHeld(state);
  return html`${main} <span class="rd-quiet-text">(${sayKind(one)})</span>${held !== null && html`<span class="rd-block rd-quiet-text">${held}</span>`}`;
}

/** Whether the entry that added it was said to belong elsewhere (R24). */
export function isMisfiled({ state }: CaseFile, { entry }: EvidenceFile): boolean {
  return state.misfiled.includes(entry);
}
