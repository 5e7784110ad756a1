import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { holdsNoText, NoText } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import { FieldIsWrong } from '../../forms/take-form';

/** A form up to its file, which is read by whoever keeps it. */
export interface ResourceUpload {
  fields: Record<string, string>;
  fileName: string;
  /** Ends early, and says so in `truncated`, when it is longer than allowed; fails when the sender goes away. */
  file: Readable & { truncated?: boolean };
}

const NO_FILE = new FieldIsWrong('file', 'Choose a file');

/**
 * Reads a form up to the beginning of its file: the fields come before it.
 * @param largest of the file, in bytes @throws FieldIsWrong when there is no file
 */
export async function readResourceUpload(request: FastifyRequest, largest: number): Promise<ResourceUpload> {
  if (!request.isMultipart()) throw NO_FILE;
  const limits = { fileSize: largest, files: 1, fields: 5, fieldSize: 10_000, parts: 6 };
  const part = await request.file({ limits, throwFileSizeLimit: false });
  if (!part) throw NO_FILE;
  // Without folders, which some browsers send, and short enough to show.
  const fileName = (part.filename ?? '').split(/[\\/]/).at(-1)!.trim().slice(-200);
  const fields = fieldsOf(part);
  if (fileName === '' || holdsNoText([fileName, fields])) {
    part.file.resume();
    throw fileName === '' ? NO_FILE : new NoText();
  }
  return { fields, fileName, file: part.file };
}

const fieldsOf = ({ fields }: MultipartFile): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field && !Array.isArray(field) && field.type === 'field' ? [[name, String(field.value)]] : [],
    ),
  );
