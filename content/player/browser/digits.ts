/** A number as people write it ("1,500", "£ 2.50", "28 days"), in the digits SCORM takes; "" when it is none. */
export function digitsOf(written: string): string {
  const digits = written
    .trim()
    .replace(/^£|[a-z%]+$/gi, '')
    .replace(/[\s,]/g, '')
    .replace(/^\./, '0.');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(digits) ? String(Number(digits)) : '';
}
