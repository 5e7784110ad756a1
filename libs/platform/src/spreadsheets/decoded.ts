import { SpreadsheetRefused } from './spreadsheet';

const BOMS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The text of a file: by its byte order mark, else UTF-8 if it is that to the last byte, else windows-1252, in which British
 * spreadsheets write "CSV" without saying so.
 * @throws SpreadsheetRefused when it is no text
 */
export function decoded(bytes: Uint8Array): string {
  const bom = BOMS.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  if (bom) return textOf(new TextDecoder(bom.encoding).decode(bytes));
  try {
    return textOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SpreadsheetRefused) throw error;
    return textOf(new TextDecoder('windows-1252').decode(bytes));
  }
}

function textOf(text: string): string {
  if (!text.includes('\0')) return text;
  throw new SpreadsheetRefused(
    'The file is neither a workbook nor a text. Save the list as an Excel workbook (.xlsx) or as “CSV UTF-8”',
  );
}
