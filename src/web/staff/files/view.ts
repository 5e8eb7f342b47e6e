import type { CaseFile } from '../../../application/case-file.ts';
import { isHeld } from '../../../application/queries/case-files.ts';
import { sayDate } from '../../../domain/calendar/dates.ts';
import type { EvidenceFile, ScanState } from '../../../domain/complaint/file-events.ts';
import { button } from '../../components/govuk/button.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { caseParts, wordsOf } from '../case/parts.ts';
import { nameOf } from '../case/say-event.ts';
import { actHref } from '../case/step-link.ts';
import { fileLink, isMisfiled } from './file-words.ts';

export type FilesProps = { file: CaseFile; scans: ReadonlyMap<string, ScanState>; mayAdd: boolean };

/** Every file, the newest first, with what it shows, what it is evidence for and its hash. */
export function filesView({ file, scans, mayAdd }: FilesProps): Html {
  const href = actHref(file.reference, 'AddFile', null);
  const add = mayAdd && button({ text: 'Add files', href, classes: 'govuk-button--secondary' });
  const all = file.state.files.toReversed();
  return html`${caseParts(file, 'files')}
<h2 class="govuk-heading-m">Files</h2>
${add}
${all.length === 0 ? nothing() : table(all, file, scans)}`;
}

function nothing(): Html {
  return emptyState({
    title: 'No files yet',
    text: 'Photographs, reports and records that are added, and those that come with answers, appear here. Letters have a part of their own.',
  });
}

function table(all: readonly EvidenceFile[], file: CaseFile, scans: FilesProps['scans']): Html {
  return dataTable({
    caption: 'The newest first',
    captionHidden: true,
    rows: all,
    columns: [
      { heading: 'File', isRowHeader: true, cell: one => named(one, file, scans.get(one.fileId)) },
      { heading: 'What it shows', cell: one => shows(one, file) },
      { heading: 'Evidence for', cell: one => evidenceFor(one, file) },
      {
        heading: 'Added',
        cell: one =>
          html`${sayDate(one.on)}<span class="rd-table__second">${nameOf(one.by, file)} · entry ${one.entry}</span>`,
      },
    ],
  });
}

function named(one: EvidenceFile, file: CaseFile, state: ScanState | undefined): Html {
  const href = withQuery(paths.caseFile({ reference: file.reference, file: one.fileId }), { save: '1' });
  const name = file.texts[one.name.textId] ?? '';
  return html`${fileLink(file, one, state)}<span class="rd-table__second rd-proof">${one.sha256.slice(0, 12)}${!isHeld(state) && html` · <a class="govuk-link" href="${href}">Save<span class="govuk-visually-hidden"> ${name}</span></a>`}</span>`;
}

function shows(one: EvidenceFile, file: CaseFile): Html {
  const misfiled = isMisfiled(file, one) && html`<strong>Belongs elsewhere.</strong> `;
  if (one.description !== null) return html`${misfiled}${wordsOf(file, one.description)}`;
  return html`${misfiled}<span class="rd-quiet-text">${one.requestId === null ? 'Not said' : 'Came with an answer'}</span>`;
}

function evidenceFor({ points }: EvidenceFile, file: CaseFile): Html {
  if (points.length === 0) return html`<span class="rd-quiet-text">The complaint as a whole</span>`;
  const numbered = file.state.points.filter(point => points.includes(point.pointId));
  return html`${numbered.map(
    ({ pointId, number }, at) =>
      html`${at > 0 && ', '}<a class="govuk-link" href="${paths.casePoint({ reference: file.reference, point: pointId })}">Point ${number}</a>`,
  )}`;
}
