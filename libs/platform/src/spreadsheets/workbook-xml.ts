import { SaxesParser } from 'saxes';
import { SpreadsheetRefused } from './spreadsheet';
import { damaged } from './workbook-parts';

/** What is done with a part while it comes in. Names are without their prefix: Excel and others choose different ones. */
export interface XmlReader {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  /** @returns true: enough was read */
  close?(name: string): boolean | void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part of a workbook in pieces; between two of them others are served. A DOCTYPE is refused whatever it says, and with
 * it every entity of its own: no workbook needs one.
 * @throws SpreadsheetRefused
 */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser();
  let enough = false;
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (!enough) reader.open?.(local(name), (wanted) => attributes[wanted]);
  });
  const text = (part: string) => {
    if (!enough) reader.text?.(part);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    if (!enough && reader.close?.(local(name)) === true) enough = true;
  });
  try {
    for await (const piece of pieces) {
      parser.write(piece);
      if (enough) return;
    }
    parser.close();
  } catch (error) {
    throw error instanceof SpreadsheetRefused ? error : damaged();
  }
}
