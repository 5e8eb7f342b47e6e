/** Which files are taken, how large and how many at once: data of the packs; what each kind is, is the same for everybody. */
import type { Policy } from './policy.ts';
import type { ClauseId } from './spans.ts';

/** What tells a kind of file: the end of its name, and what its first bytes say; `text`: it holds words and nothing else. */
type FileSort = {
  label: string;
  extensions: readonly string[];
  looksLike: readonly string[];
  text?: true;
  /** What it is served as. */
  mediaType: string;
  /** Shown by the browser in a page that may do nothing; all others are only saved. */
  shown: boolean;
};

export const FILE_SORTS = {
  pdf: sort('PDF', ['pdf'], ['application/pdf'], true),
  jpeg: sort('JPEG picture', ['jpg', 'jpeg'], ['image/jpeg'], true),
  png: sort('PNG picture', ['png'], ['image/png', 'image/apng'], true),
  webp: sort('WebP picture', ['webp'], ['image/webp'], true),
  gif: sort('GIF picture', ['gif'], ['image/gif'], true),
  heic: sort('HEIC picture', ['heic', 'heif'], ['image/heic', 'image/heif', 'image/heic-sequence'], false),
  tiff: sort('TIFF picture', ['tif', 'tiff'], ['image/tiff'], false),
  word: sort('Word document', ['docx'], [office('wordprocessingml.document')], false),
  excel: sort('Excel workbook', ['xlsx'], [office('spreadsheetml.sheet')], false),
  odt: sort('OpenDocument text', ['odt'], ['application/vnd.oasis.opendocument.text'], false),
  ods: sort('OpenDocument spreadsheet', ['ods'], ['application/vnd.oasis.opendocument.spreadsheet'], false),
  mp3: sort('MP3 recording', ['mp3'], ['audio/mpeg'], false),
  m4a: sort('M4A recording', ['m4a'], ['audio/x-m4a', 'audio/mp4'], false),
  wav: sort('WAV recording', ['wav'], ['audio/wav'], false),
  mp4: sort('MP4 video', ['mp4', 'm4v'], ['video/mp4', 'video/x-m4v'], false),
  mov: sort('QuickTime video', ['mov'], ['video/quicktime'], false),
  text: words('Plain text', ['txt'], 'text/plain'),
  csv: words('CSV table', ['csv'], 'text/csv'),
  email: words('Saved email', ['eml'], 'message/rfc822'),
} as const satisfies Record<string, FileSort>;

export type FileKind = keyof typeof FILE_SORTS;
export const FILE_KINDS = Object.keys(FILE_SORTS) as FileKind[];

/** What a landlord takes. Where a pack says nothing, what stands beside the Code holds. */
export type FileRules = {
  kinds: FileKind[];
  /** In megabytes of a million bytes, each. */
  largestMegabytes: number;
  mostAtOnce: number;
  clause: ClauseId;
  note: string;
};

/** The landlord's own rules for files, or those beside the Code. Throws where a pack of the Code lacks them. */
export function fileRules({ policy, code }: { policy: Policy; code: Policy }): FileRules {
  const rules = policy.files ?? code.files;
  if (rules === undefined) throw new Error(`Neither ${policy.id} nor ${code.id} says which files are taken.`);
  return rules;
}

/**
 * What kind a file is by its name and its first bytes together; null where it is none of these, or the two do not agree. It is a
 * sniff and proves nothing: so files are also checked for viruses where a scanner is set up, and never opened here.
 */
export function fileKind(name: string, looksLike: string | null, isText: boolean): FileKind | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = FILE_KINDS.find(kind => sortOf(kind).extensions.includes(ending));
  if (found === undefined) return null;
  const { text, looksLike: wanted } = sortOf(found);
  const agrees = text === true ? looksLike === null && isText : looksLike !== null && wanted.includes(looksLike);
  return agrees ? found : null;
}

/** A kind of file, and what is known of it. */
export function sortOf(kind: FileKind): FileSort {
  return FILE_SORTS[kind];
}

/** The ends of names that are taken, as people are told and as a file chooser filters: `.pdf`, `.jpg` … */
export function acceptedEndings({ kinds }: FileRules): string[] {
  return kinds.flatMap(kind => sortOf(kind).extensions.map(one => `.${one}`));
}

/**
 * A file's name as it is kept: the last part of a path, without signs that steer a terminal, a page or a file system, its ending
 * kept, at most 150 characters. A name of nothing else is called `file`.
 */
export function cleanFileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"|?*]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const [, stem = plain, ending = ''] = /^(.+)(\.[A-Za-z0-9]{1,10})$/.exec(plain) ?? [];
  const short = [...stem].slice(0, 150 - ending.length).join('');
  return `${short === '' ? 'file' : short}${ending}`;
}

function sort(label: string, extensions: string[], looksLike: [string, ...string[]], shown: boolean): FileSort {
  return { label, extensions, looksLike, shown, mediaType: looksLike[0] };
}

function words(label: string, extensions: string[], mediaType: string): FileSort {
  return { label, extensions, looksLike: [], text: true, mediaType, shown: false };
}

function office(what: string): string {
  return `application/vnd.openxmlformats-officedocument.${what}`;
}
