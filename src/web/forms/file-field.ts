/** The field of a form in which files are chosen: what may be, what is wrong with what was, and the files that may be taken. */
import type { FileLimits, FileTrouble, IncomingFile } from '../../application/files/take-in.ts';
import { sortOf } from '../../domain/policy/file-rules.ts';
import { fileUpload } from '../components/govuk/file-upload.ts';
import { type Html, html } from '../html.ts';
import type { FormError, FormView } from './form-view.ts';
import type { SentFile } from './multipart.ts';

/** What every form calls it. */
export const filesName = 'files';

/** The files of a form that may be taken. */
export function takenFiles(files: readonly SentFile[]): IncomingFile[] {
  return files.flatMap(file => (file.field === filesName && !file.beyond && file.trouble === null ? [file] : []));
}

/** What is wrong with the files of a form. `required`: the sentence where there is none. */
export function fileErrors(files: readonly SentFile[], limits: FileLimits, required?: string): FormError[] {
  const own = files.filter(file => file.field === filesName);
  const error = (text: string): FormError => ({ field: filesName, text });
  if (own.length === 0) return required === undefined ? [] : [error(required)];
  const wrong = own.flatMap(file =>
    file.beyond || file.trouble === null ? [] : [error(`“${file.name}” ${troubles[file.trouble](limits)}`)],
  );
  return own.some(file => file.beyond) ? [error(`Choose ${limits.files} files at most`), ...wrong] : wrong;
}

/** Said where a form with files is shown again for another reason: a browser does not let a page keep them. */
export function chooseAgain(files: readonly SentFile[]): FormError[] {
  return files.some(file => file.field === filesName)
    ? [{ field: filesName, text: 'Choose the files again: a page cannot keep them' }]
    : [];
}

const troubles: Record<FileTrouble, (limits: FileLimits) => string> = {
  'too-large': ({ megabytes }) => `must be ${megabytes} MB or smaller`,
  empty: () => 'has nothing in it',
  'not-accepted': limits =>
    `is not a kind of file that is taken, or not what its name says. Taken are: ${sayKinds(limits)}`,
  infected: () => 'was not taken: the virus scanner found something harmful in it',
};

function sayKinds({ kinds }: FileLimits): string {
  return kinds.map(kind => sortOf(kind).label).join(', ');
}

type Asked = { form: FormView; limits: FileLimits; label: string; hint?: string };

/** The chooser, with what may be chosen under it. */
export function fileField({ form, limits, label, hint }: Asked): Html {
  const endings = limits.kinds.flatMap(kind => sortOf(kind).extensions.map(ending => `.${ending}`));
  const most = limits.files === 1 ? 'One file' : `Up to ${limits.files} files`;
  return fileUpload({
    ...form.text(filesName),
    label,
    hint: html`${hint !== undefined && html`${hint} `}${most}, ${limits.megabytes} MB each: PDF, pictures, Word, Excel, recordings, short videos, text or saved emails.`,
    multiple: limits.files > 1,
    attributes: { accept: endings.join(',') },
  });
}
