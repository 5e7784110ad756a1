import { inflateSync } from 'node:zlib';

const MOST_BYTES = 20 * 1024 * 1024;
/** What of a page's content says which letters are printed: fonts, glyphs, and texts that stand for several glyphs. */
const TOKENS = /\/ActualText <([0-9A-F]+)>|\b(BDC|BMC|EMC)\b|\/F(\d+) [-\d.]+ Tf|<([0-9A-Fa-f]+)>/g;

/**
 * Every character that is to be seen on the pages of a PDF, decomposed and in capitals (`comparable`). A cluster whose
 * letters change their shape (Arabic, Devanagari, ligatures) is marked with the text that it stands for; a single letter is
 * looked up in its font's ToUnicode table. Glyph 0 is the empty box of a font that lacks the letter: it prints nothing.
 */
export function printedLetters(pdf: Uint8Array): Set<string> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const objects = new PdfObjects(bytes);
  const letters = new Set<string>();
  const add = (text: string) => {
    for (const letter of comparable(text)) letters.add(letter);
  };
  for (const content of objects.contents()) readContent(content, objects, add);
  return letters;
}

/** Letters in the form in which they are compared: a base letter and its marks apart, capitals and shapes do not matter. */
export const comparable = (text: string): string[] => Array.from(text.normalize('NFKD').toUpperCase());

function readContent(content: string, objects: PdfObjects, add: (text: string) => void): void {
  /** Of the marked contents that are open, the texts they stand for. */
  const open: { text: string | undefined; whole: boolean }[] = [];
  let text: string | undefined;
  let font: PdfFont | undefined;
  for (const [, actualText, mark, fontNumber, glyphs] of content.matchAll(TOKENS)) {
    if (actualText) text = fromUtf16Hex(actualText).replace('\ufeff', '');
    else if (mark === 'BDC' || mark === 'BMC') {
      open.push({ text, whole: true });
      text = undefined;
    } else if (mark === 'EMC') {
      const closed = open.pop();
      if (closed?.text && closed.whole) add(closed.text);
    } else if (fontNumber) font = objects.font(fontNumber);
    else if (glyphs && font) {
      const spans = open.filter((span) => span.text !== undefined);
      for (const glyph of glyphsOf(glyphs, font.digits)) {
        if (/^0+$/.test(glyph)) for (const span of spans) span.whole = false;
        else if (spans.length === 0) add(font.toUnicode.get(Number.parseInt(glyph, 16)) ?? '');
      }
    }
  }
}

const glyphsOf = (hex: string, digits: number) => hex.match(new RegExp(`.{${digits}}`, 'g')) ?? [];

interface PdfFont {
  /** Hexadecimal digits of a glyph's number. */
  digits: number;
  toUnicode: ReadonlyMap<number, string>;
}

/** The objects of a PDF as Chromium writes it: plain dictionaries, streams deflated, fonts called by their object's number. */
class PdfObjects {
  private readonly text: string;
  private readonly starts = new Map<string, number>();
  private readonly fonts = new Map<string, PdfFont | undefined>();

  constructor(private readonly bytes: Buffer) {
    this.text = bytes.toString('latin1');
    for (const { 1: number, index } of this.text.matchAll(/^(\d+) 0 obj\b/gm)) this.starts.set(number!, index);
  }

  /** What is drawn: the pages, and the groups that pages are made of. */
  contents(): string[] {
    const pages = Array.from(this.text.matchAll(/\/Contents (\d+) 0 R/g), ([, number]) => number!);
    const groups = Array.from(
      this.text.matchAll(/^(\d+) 0 obj\s*<<\/Type \/XObject\s+\/Subtype \/Form\b/gm),
      (found) => found[1]!,
    );
    return [...new Set([...pages, ...groups])].map((number) => this.stream(number));
  }

  font(number: string): PdfFont | undefined {
    if (!this.fonts.has(number)) {
      const dictionary = this.dictionary(number);
      const table = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1];
      const digits = dictionary.includes('/Identity-H') ? 4 : 2;
      this.fonts.set(number, table ? { digits, toUnicode: readToUnicode(this.stream(table)) } : undefined);
    }
    return this.fonts.get(number);
  }

  private dictionary(number: string): string {
    const start = this.starts.get(number);
    if (start === undefined) return '';
    const ends = ['endobj', 'stream'].map((word) => this.text.indexOf(word, start)).filter((at) => at >= 0);
    return this.text.slice(start, Math.min(...ends, this.text.length));
  }

  private stream(number: string): string {
    const start = this.starts.get(number);
    if (start === undefined) return '';
    const dictionary = this.dictionary(number);
    const opening = /^stream\r?\n/.exec(this.text.slice(start + dictionary.length, start + dictionary.length + 8));
    if (!opening) return '';
    const data = start + dictionary.length + opening[0].length;
    const raw = this.bytes.subarray(data);
    try {
      return dictionary.includes('/FlateDecode')
        ? inflateSync(raw, { maxOutputLength: MOST_BYTES }).toString('latin1')
        : this.text.slice(data, this.text.indexOf('endstream', data));
    } catch {
      return '';
    }
  }
}

function readToUnicode(table: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, list] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from, to] of list!.matchAll(/<(\w+)>\s*<(\w+)>/g))
      found.set(Number.parseInt(from!, 16), fromUtf16Hex(to!));
  }
  for (const [, list] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, last, to] of list!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [first, count] = [
        Number.parseInt(from!, 16),
        Math.min(Number.parseInt(last!, 16) - Number.parseInt(from!, 16), 0xff),
      ];
      for (let step = 0; step <= count; step++)
        found.set(first + step, String.fromCharCode(Number.parseInt(to!, 16) + step));
    }
  }
  return found;
}

const fromUtf16Hex = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
