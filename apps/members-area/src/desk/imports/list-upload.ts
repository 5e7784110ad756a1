import type {} from '@fastify/multipart';
import { holdsNoText, readSpreadsheet, SHEET_LIMITS, type Sheet, SpreadsheetRefused, tooLarge } from '@induct/platform';
import type { FastifyRequest } from 'fastify';

export interface ListUpload {
  fileName: string;
  sheets: Sheet[];
}

/** The list in a form. Of the file itself nothing is kept. @throws SpreadsheetRefused in words for the form */
export async function readListUpload(request: FastifyRequest): Promise<ListUpload> {
  if (!request.isMultipart()) throw new SpreadsheetRefused(CHOOSE);
  const limits = { files: 1, fields: 5, fieldSize: 1000, parts: 6, fileSize: SHEET_LIMITS.bytes };
  const part = await request.file({ limits, throwFileSizeLimit: false });
  if (!part) throw new SpreadsheetRefused(CHOOSE);
  const pieces: Buffer[] = [];
  for await (const piece of part.file as AsyncIterable<Buffer>) pieces.push(piece);
  if (part.file.truncated) throw new SpreadsheetRefused(tooLarge(SHEET_LIMITS));
  // Without folders, which some browsers send, and short enough to show.
  const fileName = (part.filename ?? '').split(/[\\/]/).at(-1)!.trim().slice(-200);
  if (fileName === '') throw new SpreadsheetRefused(CHOOSE);
  if (holdsNoText([fileName])) {
    throw new SpreadsheetRefused('Give the file another name: its name has a character that cannot be stored');
  }
  return { fileName, sheets: await readSpreadsheet(Buffer.concat(pieces)) };
}

const CHOOSE = 'Choose a CSV file or an Excel workbook';
