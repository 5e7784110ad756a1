import type { WorkbookParts } from './workbook-parts';
import { readXml } from './workbook-xml';

const STYLES = 'xl/styles.xml';
/** Formats without a code of their own that show a day: ECMA-376 18.8.30. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, ...between(27, 31), 36, ...between(50, 54), 57, 58]);

/**
 * Which styles of a workbook show a number as a day: what is a day to people is a number in the file.
 * @returns by a cell's style
 */
export async function dayFormats(parts: WorkbookParts): Promise<boolean[]> {
  if (!parts.has(STYLES)) return [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await readXml(parts.read(STYLES), {
    open(element, attribute) {
      if (element === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (element === 'cellXfs') inCells = true;
      if (element === 'xf' && inCells) formats.push(Number(attribute('numFmtId') ?? 0));
    },
    close(element) {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return formats.map((format) => {
    const code = codes.get(format);
    return code === undefined ? BUILT_IN.has(format) : showsDay(code);
  });
}

/** `dd/mm/yyyy`, `[$-809]d mmmm yyyy;@`: whatever is not quoted, escaped or in brackets and speaks of days or years. */
const showsDay = (code: string): boolean =>
  /[dy]/i.test(
    code
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/general/gi, ''),
  );

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
