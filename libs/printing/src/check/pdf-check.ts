import { comparable, printedLetters } from './printed-letters';

/** What came out of the browser is not what was to be printed; nothing of it is kept. */
export class PdfIsWrong extends Error {
  constructor(readonly problems: string[]) {
    super(`The printed document is not as it should be: ${problems.join('; ')}`);
    this.name = 'PdfIsWrong';
  }
}

/** A text of which every letter, mark and digit must be printed. */
export interface ExpectedText {
  /** Whose letters they are, as officers read it when some are missing: `the holder’s name`. */
  about: string;
  text: string;
}

/** What a document must be like. */
export interface ExpectedPdf {
  language: string;
  /** What its title begins with, in plain letters. */
  title: string;
  texts: readonly ExpectedText[];
  /** undefined: one or more */
  pages?: number;
}

const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Looks at a PDF before it is stored: whole, tagged, titled, in the right language, with both fonts in it, and with every
 * letter that must be there. (A browser without fonts prints an empty page and says nothing.)
 * @throws PdfIsWrong
 */
export function checkPrinted(pdf: Uint8Array, { language, title, texts, pages }: ExpectedPdf): void {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const printed = text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  const expectations: [boolean, string][] = [
    [text.startsWith('%PDF-') && text.trimEnd().endsWith('%%EOF'), 'it is not a whole PDF'],
    [pdf.byteLength <= MOST_BYTES, 'it is too large'],
    [pages === undefined ? printed > 0 : printed === pages, 'it has not the right number of pages'],
    [text.includes('/MarkInfo') && text.includes('/StructTreeRoot'), 'it is not tagged'],
    [text.includes(`/Lang (${language})`), 'its language is not set'],
    // As plain letters or, when the rest of it has others, in UTF-16.
    [text.includes(`/Title (${title}`) || text.includes(`/Title <FEFF${utf16Hex(title)}`), 'it has no title'],
    [/\/BaseFont \/\w+\+SourceSerif4/.test(text) && /\/BaseFont \/\w+\+Atkinson/.test(text), 'a font is missing'],
  ];
  const problems = expectations.filter(([fine]) => !fine).map(([, problem]) => problem);
  const letters = printedLetters(pdf);
  for (const expected of texts) {
    const missing = missingFrom(letters, expected.text);
    if (missing.length > 0) problems.push(`letters are missing in ${expected.about}: ${missing.join(' ')}`);
  }
  if (problems.length > 0) throw new PdfIsWrong(problems);
}

function missingFrom(letters: ReadonlySet<string>, text: string): string[] {
  const wanted = Array.from(text.normalize('NFC')).filter((letter) => /[\p{L}\p{N}\p{M}]/u.test(letter));
  return [...new Set(wanted.filter((letter) => !comparable(letter).every((part) => letters.has(part))))];
}

function utf16Hex(text: string): string {
  return [...Buffer.from(text, 'utf16le').swap16()]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
