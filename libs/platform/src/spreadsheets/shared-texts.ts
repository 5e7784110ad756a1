import { cellText, type SheetLimits } from './spreadsheet';
import type { WorkbookParts } from './workbook-parts';
import { readXml } from './workbook-xml';

const SHARED = 'xl/sharedStrings.xml';

/** The texts of a workbook's cells: each is kept once, and cells name them by number. */
export async function sharedTexts(parts: WorkbookParts, limits: SheetLimits): Promise<string[]> {
  if (!parts.has(SHARED)) return [];
  const texts: string[] = [];
  let text = '';
  let [isText, isHowToRead] = [false, false];
  await readXml(parts.read(SHARED), {
    open(element) {
      if (element === 'si') text = '';
      if (element === 't') isText = true;
      // How a text in Japanese is pronounced is not part of it.
      if (element === 'rPh') isHowToRead = true;
    },
    text(piece) {
      if (isText && !isHowToRead && text.length <= limits.cell * 2) text += piece;
    },
    close(element) {
      if (element === 't') isText = false;
      if (element === 'rPh') isHowToRead = false;
      if (element === 'si') texts.push(cellText(unescaped(text), limits));
    },
  });
  return texts;
}

/** `_x000D_`: how a workbook writes what XML has no letter for (ECMA-376 22.9.2.19). Of controls only white space stays. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
    const letter = String.fromCharCode(parseInt(code, 16));
    return /\p{Cc}/u.test(letter) && !/\s/.test(letter) ? '' : letter;
  });
