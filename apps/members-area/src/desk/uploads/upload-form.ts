import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { DomainError, holdsNoText } from '@induct/platform';
import type { FastifyRequest } from 'fastify';

/** The form lacks something; the page is shown again with it. */
export class UploadFormWrong extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'There is a problem with the upload';
  override readonly remedy = 'Go back, choose the zip file again and upload it.';

  constructor(
    readonly field: 'module' | 'package',
    message: string,
    /** What was chosen as the module, as far as the form was read. */
    readonly chosen = '',
  ) {
    super(message);
  }
}

export interface UploadForm {
  /** Slug of the module it is a new version of; empty for a new module. */
  module: string;
  fileName: string;
  /** Ends early, and says so in `truncated`, when the file is longer than allowed; fails when the sender goes away. */
  file: Readable;
}

/**
 * Reads a form up to the beginning of its file: the fields come before it.
 * @param maxBytes of the file
 * @throws UploadFormWrong
 */
export async function readUploadForm(request: FastifyRequest, maxBytes: number): Promise<UploadForm> {
  if (!request.isMultipart()) throw new UploadFormWrong('package', 'Choose a zip file');
  const limits = { fileSize: maxBytes, files: 1, fields: 5, fieldSize: 1000, parts: 6 };
  const part = await request.file({ limits, throwFileSizeLimit: false });
  if (!part) throw new UploadFormWrong('package', 'Choose a zip file');
  const fileName = nameOf(part);
  if (fileName === '') {
    part.file.resume();
    throw new UploadFormWrong('package', 'Choose a zip file', fieldOf(part, 'module'));
  }
  const module = fieldOf(part, 'module');
  if (holdsNoText([module, fileName])) {
    part.file.resume();
    throw new UploadFormWrong(
      'package',
      'Give the zip file another name: its name has a character that cannot be stored',
    );
  }
  return { module, fileName, file: part.file };
}

/** Without folders, which some browsers send, and short enough to show. */
const nameOf = (part: MultipartFile): string => (part.filename ?? '').split(/[\\/]/).at(-1)!.trim().slice(-200);

function fieldOf(part: MultipartFile, name: string): string {
  const field = part.fields[name];
  return field && !Array.isArray(field) && field.type === 'field' ? String(field.value) : '';
}
