import { inflateSync } from 'node:zlib';

/** What came out of the browser is not what was to be printed; nothing of it is kept. */
export class PdfIsWrong extends Error {
  constructor(readonly problems: string[]) {
    super(`The printed document is not as it should be: ${problems.join('; ')}`);
    this.name = 'PdfIsWrong';
  }
}

/** What a document must be like. */
export interface ExpectedPdf {
  language: string;
  /** What its title begins with, in plain letters. */
  title: string;
  /** Texts of which every letter and digit must be printed. */
  letters: string;
  /** undefined: one or more */
  pages?: number;
}

const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Looks at a PDF before it is stored: whole, tagged, titled, in the right language, with both fonts in it, and with every
 * letter that must be there. (A browser without fonts prints an empty page and says nothing.)
 * @throws PdfIsWrong
 */
export function checkPrinted(pdf: Uint8Array, { language, title, letters: wanted, pages }: ExpectedPdf): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const letters = printedLetters(bytes, text);
  const missing = Array.from(wanted.normalize('NFC')).filter(
    (letter) => /[\p{L}\p{N}]/u.test(letter) && !letters.has(letter),
  );
  const printed = text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  const expectations: [boolean, string][] = [
    [text.startsWith('%PDF-') && text.trimEnd().endsWith('%%EOF'), 'it is not a whole PDF'],
    [bytes.length <= MOST_BYTES, 'it is too large'],
    [pages === undefined ? printed > 0 : printed === pages, 'it has not the right number of pages'],
    [text.includes('/MarkInfo') && text.includes('/StructTreeRoot'), 'it is not tagged'],
    [text.includes(`/Lang (${language})`), 'its language is not set'],
    // As plain letters or, when the rest of it has others, in UTF-16.
    [text.includes(`/Title (${title}`) || text.includes(`/Title <FEFF${utf16Hex(title)}`), 'it has no title'],
    [/\/BaseFont \/\w+\+SourceSerif4/.test(text) && /\/BaseFont \/\w+\+Atkinson/.test(text), 'a font is missing'],
    [missing.length === 0, 'letters are missing'],
  ];
  const problems = expectations.filter(([fine]) => !fine).map(([, problem]) => problem);
  if (problems.length > 0) throw new PdfIsWrong(problems);
}

/** Every character that the fonts' ToUnicode tables name: subset fonts hold what is printed and nothing else. */
function printedLetters(bytes: Buffer, text: string): Set<string> {
  const letters = new Set<string>();
  for (const { index, 0: start } of text.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)) {
    const table = inflated(bytes.subarray(index + start.length));
    if (!table.includes('begincmap')) continue;
    for (const [, list] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
      for (const [, , to] of list!.matchAll(/<(\w+)>\s*<(\w+)>/g)) letters.add(fromUtf16Hex(to!));
    }
    for (const [, list] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
      for (const [, from, last, to] of list!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
        const count = Math.min(Number.parseInt(last!, 16) - Number.parseInt(from!, 16), 0xff);
        for (let step = 0; step <= count; step++) letters.add(String.fromCharCode(Number.parseInt(to!, 16) + step));
      }
    }
  }
  return letters;
}

function inflated(data: Buffer): string {
  try {
    return inflateSync(data, { maxOutputLength: MOST_BYTES }).toString('latin1');
  } catch {
    return '';
  }
}

function utf16Hex(text: string): string {
  return [...Buffer.from(text, 'utf16le').swap16()]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function fromUtf16Hex(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
