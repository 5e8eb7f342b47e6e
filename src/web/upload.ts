/** A file that somebody sends with a form: read as it comes in, never kept whole in memory, and cut off where it is too large. */
import type { FastifyRequest } from 'fastify';
import { sayNumber } from '../domain/say-number.ts';

const megabyte = 1024 * 1024;

/** A file of a quarter of a million people has about thirty megabytes. */
export const largestUpload = 100 * megabyte;
export const uploadLimits = { files: 1, fileSize: largestUpload, fields: 20, fieldSize: 10_000, parts: 21 };

export type UploadedFile = {
  /** As the person's computer calls it. */
  name: string;
  /** Throws `UploadTooLarge` behind the last byte that is read. */
  bytes: AsyncIterable<Buffer>;
  /** Lets go of what was not read. */
  done(): void;
};

/** The message is a sentence. */
export class UploadTooLarge extends Error {
  constructor() {
    super(
      `The file has more than ${sayNumber(largestUpload / megabyte)} MB, the most that a page takes. At the terminal, “redress import” takes any size.`,
    );
  }
}

/** The fields that stand before the file, and the file. A form that was sent without one has its fields alone. */
export async function readUpload(
  request: FastifyRequest,
): Promise<{ fields: Readonly<Record<string, string>>; file: UploadedFile | null }> {
  if (!request.isMultipart()) return { fields: textsOf(request.body), file: null };
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    const { file, filename } = part;
    if (filename === '') {
      file.resume();
      continue;
    }
    return { fields, file: { name: filename, bytes: whole(file), done: () => void file.resume() } };
  }
  return { fields, file: null };
}

async function* whole(file: AsyncIterable<Buffer> & { truncated: boolean }): AsyncGenerator<Buffer> {
  for await (const chunk of file) yield chunk;
  if (file.truncated) throw new UploadTooLarge();
}

function textsOf(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      return typeof last === 'string' ? [[name, last]] : [];
    }),
  );
}
