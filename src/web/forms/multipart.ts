/** Forms with files: fields first, as the page has them, so that nothing of a file is kept before the form has shown its seal. */
import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Application } from '../../application/application.ts';
import { type FileLimits, type IncomingFile, letGo, takeIn } from '../../application/files/take-in.ts';

/** `beyond`: it was one more than may be sent at once, and was not received. */
export type SentFile = { field: string } & ({ beyond: true; name: string } | ({ beyond: false } & IncomingFile));

export type SentForm = { body: unknown; files: readonly SentFile[] };

/** Room for the fields of a form beside its files, in bytes. */
const forFields = 4_000_000;
const mostFields = 1000;
/** Beyond these a form is none of ours; more than may be sent at once is told as that. */
const mostFiles = 100;

/** An error that answers with its status. */
class NotTaken extends Error {
  readonly statusCode = 413;
}

/**
 * The form that was sent, with its files received; null where `admits` would not have it. Throws with status 413 where it is far larger
 * than all of its files may be. Whoever asks lets the files go.
 */
export async function sentForm(
  app: Application,
  request: FastifyRequest,
  limits: FileLimits,
  admits: (body: unknown) => boolean,
): Promise<SentForm | null> {
  if (!request.isMultipart()) {
    const body = request.body ?? {};
    return admits(body) ? { body, files: [] } : null;
  }
  const most = limits.files * limits.megabytes * 1_000_000 + forFields;
  if (Number(request.headers['content-length'] ?? 0) > most) throw new NotTaken('It was larger than all files may be.');
  const fields = new Map<string, string[]>();
  const files: SentFile[] = [];
  try {
    const admitted = await readParts({ app, request, limits, most, fields, files, admits });
    if (admitted && admits(bodyOf(fields))) return { body: bodyOf(fields), files };
  } catch (error) {
    await letSentGo(app, files);
    throw error;
  }
  await letSentGo(app, files);
  return null;
}

type Parts = {
  app: Application;
  request: FastifyRequest;
  limits: FileLimits;
  /** All that may come, in bytes. */
  most: number;
  fields: Map<string, string[]>;
  files: SentFile[];
  admits: (body: unknown) => boolean;
};

async function readParts({ app, request, limits, most, fields, files, admits }: Parts): Promise<boolean> {
  const busboyLimits = {
    ...{ fileSize: most, files: mostFiles },
    ...{ fieldSize: forFields, fields: mostFields, parts: mostFields + mostFiles },
  };
  let total = 0;
  const counted = async function* (stream: Readable): AsyncGenerator<Buffer> {
    for await (const piece of stream) {
      const bytes = Buffer.from(piece);
      total += bytes.length;
      if (total > most) throw new NotTaken('It was larger than all files may be.');
      yield bytes;
    }
  };
  for await (const part of request.parts({ limits: busboyLimits })) {
    const { fieldname: field } = part;
    if (part.type === 'field') {
      if (part.valueTruncated) throw new NotTaken('A field was longer than a form may be.');
      fields.set(field, [...(fields.get(field) ?? []), String(part.value)]);
      continue;
    }
    if (!admits(bodyOf(fields))) return false;
    // A file chooser that was left alone sends a part without a name.
    if (part.filename === '' || files.filter(one => one.field === field).length >= limits.files) {
      for await (const _piece of counted(part.file));
      if (part.filename !== '') files.push({ field, beyond: true, name: part.filename });
      continue;
    }
    files.push({ field, beyond: false, ...(await takeIn(app, counted(part.file), part.filename, limits)) });
  }
  return true;
}

/** As a form without files is read: one text a name, or a list of them. */
function bodyOf(fields: ReadonlyMap<string, readonly string[]>): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

/** Takes away what was received. */
export async function letSentGo(app: Application, files: readonly SentFile[]): Promise<void> {
  await letGo(
    app,
    files.filter(file => !file.beyond),
  );
}
