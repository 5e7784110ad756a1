import { inflateSync } from 'node:zlib';
import type { CertificateFacts } from '@induct/accreditation';

/** What came out of the browser is no certificate; nothing of it is kept. */
export class PdfIsWrong extends Error {
  constructor(readonly problems: string[]) {
    super(`The printed certificate is not as it should be: ${problems.join('; ')}`);
    this.name = 'PdfIsWrong';
  }
}

const TITLE = 'Certificate of Accreditation';
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Looks at a PDF before it is stored: one page, tagged, titled, in the right language, with both fonts in it, and with
 * every letter of the holder's name and of the number. (A browser without fonts prints an empty page and says nothing.)
 * @throws PdfIsWrong
 */
export function checkPdf(pdf: Uint8Array, facts: CertificateFacts): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const letters = printedLetters(bytes, text);
  const missing = Array.from(`${facts.holder}${facts.number}`.normalize('NFC')).filter(
    (letter) => /[\p{L}\p{N}]/u.test(letter) && !letters.has(letter),
  );
  const expectations: [boolean, string][] = [
    [text.startsWith('%PDF-') && text.trimEnd().endsWith('%%EOF'), 'it is not a whole PDF'],
    [bytes.length <= MOST_BYTES, 'it is too large'],
    [text.match(/\/Type \/Page\b(?!s)/g)?.length === 1, 'it has not one page'],
    [text.includes('/MarkInfo') && text.includes('/StructTreeRoot'), 'it is not tagged'],
    [text.includes(`/Lang (${facts.language})`), 'its language is not set'],
    // As plain letters or, when a name has others, in UTF-16.
    [text.includes(`/Title (${TITLE}`) || text.includes(`/Title <FEFF${utf16Hex(TITLE)}`), 'it has no title'],
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
