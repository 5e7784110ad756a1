import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { type SheetLimits, SpreadsheetRefused, tooMuch } from './spreadsheet';

/** A workbook of an honest list has some twenty parts. */
const MOST_PARTS = 2000;

/**
 * The zip that a workbook is. Only the parts that are asked for are unpacked, in pieces, and never more than the limit in all:
 * yauzl ends a part that is longer than it says, and what it says is counted here.
 */
export class WorkbookParts {
  private left: number;

  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
    limits: SheetLimits,
  ) {
    this.left = limits.unpacked;
  }

  /** @throws SpreadsheetRefused */
  static async open(bytes: Buffer, limits: SheetLimits): Promise<WorkbookParts> {
    try {
      const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
      if (zip.entryCount > MOST_PARTS) throw damaged();
      const entries = new Map<string, yauzl.Entry>();
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        if (!entries.has(name)) entries.set(name, entry);
      }
      return new WorkbookParts(zip, entries, limits);
    } catch (error) {
      throw error instanceof SpreadsheetRefused ? error : damaged();
    }
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /** The text of a part, piece by piece. @throws SpreadsheetRefused when it is missing, damaged, or too much */
  async *read(path: string): AsyncGenerator<string> {
    const entry = this.entries.get(path.toLowerCase());
    if (!entry || entry.isEncrypted()) throw damaged();
    this.left -= entry.uncompressedSize;
    if (this.left < 0) throw tooMuch();
    const decoder = new TextDecoder('utf-8');
    const stream: Readable = await this.zip.openReadStreamPromise(entry).catch(() => {
      throw damaged();
    });
    try {
      for await (const piece of stream) yield decoder.decode(piece as Buffer, { stream: true });
    } catch {
      throw damaged();
    } finally {
      stream.destroy();
    }
    yield decoder.decode();
  }
}

export const damaged = (): SpreadsheetRefused =>
  new SpreadsheetRefused(
    'The file is damaged, or is no Excel workbook. Open it in your spreadsheet and save it as an Excel workbook (.xlsx)',
  );
