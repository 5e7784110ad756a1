const DAY = 86_400_000;
/** Serial 1 is 1 January 1900; Excel counts a 29 February 1900 that never was, and everything after it is one more. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
/** 1 March 1900, before which the two ways of counting differ, and 31 December 9999. */
const [FIRST, LAST] = [61, 2_958_465];

const BARE = /^\d{5}(?:\.\d+)?$/;

/**
 * A cell that may hold a day as a bare number, in a workbook that counts from 1904: as a day. `writtenDay` would take it for one
 * counted from 1900, four years and a day too early.
 */
export const dayCell = (text: string, { from1904 = false }: { from1904?: boolean }): string =>
  (from1904 && BARE.test(text) ? serialDay(Number(text), true) : undefined) ?? text;

/** `42863` → `2017-05-08`: a day as Excel counts them; what stands behind the point is the time, and falls away. */
export function serialDay(serial: number, from1904 = false): string | undefined {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < (from1904 ? 0 : FIRST) || whole > LAST) return undefined;
  return new Date((from1904 ? FROM_1904 : FROM_1900) + whole * DAY).toISOString().slice(0, 10);
}
