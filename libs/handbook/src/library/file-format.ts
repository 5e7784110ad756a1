import { FILM_FORMATS, type Format } from './resource.words';

/** In bytes. A film is taken up to what the site takes as an upload. */
export const LARGEST_DOCUMENT = 25 * 1000 * 1000;

const startsWith = (data: Buffer, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, nth) => data[at + nth] === byte);

/** What a zip holds when it is one of these; names stand in it as they are. */
const IN_ZIP: readonly [Format, string][] = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
  ['odt', 'mimetypeapplication/vnd.oasis.opendocument.text'],
];

/** A document that runs something when it is opened. */
const MACROS = ['vbaProject.bin', 'Basic/script-lc.xml'];

/**
 * What a file is, by what is in it and not by what it is called; only a text without marks of its own is believed when it is
 * called `.txt`.
 * @param data all of a document; of a film its beginning is enough
 * @returns undefined when it is none of those that the library takes; `macros` when it would run something
 */
export function fileFormat(data: Buffer, fileName: string): Format | 'macros' | undefined {
  if (startsWith(data, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(data, [0x66, 0x74, 0x79, 0x70], 4)) return 'mp4';
  if (startsWith(data, [0x1a, 0x45, 0xdf, 0xa3])) return 'webm';
  if (startsWith(data, [0x50, 0x4b, 0x03, 0x04])) {
    const found = IN_ZIP.find(([, name]) => data.includes(name, 0, 'latin1'))?.[0];
    return found && MACROS.some((name) => data.includes(name, 0, 'latin1')) ? 'macros' : found;
  }
  return textFormat(data, fileName);
}

function textFormat(data: Buffer, fileName: string): Format | undefined {
  const text = textIn(data)?.trimStart();
  if (!text) return undefined;
  if (/^WEBVTT(?:[ \t\n\r]|$)/.test(text)) return 'vtt';
  if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text)) return 'html';
  return /\.txt$/i.test(fileName) ? 'txt' : undefined;
}

/** Undefined when it is no text in UTF-8. */
function textIn(data: Buffer): string | undefined {
  if (data.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

/** Whether the beginning of a file is that of a film, which may be large. */
export function beginsAsFilm(beginning: Buffer): boolean {
  const format = fileFormat(beginning, '');
  return format !== undefined && format !== 'macros' && FILM_FORMATS.includes(format);
}
