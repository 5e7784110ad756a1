const thousands = new Intl.NumberFormat('en-GB');

/** `1 part`, `1,204 files`, `no files` */
export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${thousands.format(count)} ${count === 1 ? one : many}`;
}

/** In quotation marks, on one line, and not longer than a line. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}

/** `“A”, “B” and 3 more` */
export function few(names: readonly string[], most = 4): string {
  if (names.length <= most) return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
  return `${names.slice(0, most).join(', ')} and ${thousands.format(names.length - most)} more`;
}

const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** `5.2 MB`, in thousands as the file managers of most computers count. */
export function size(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 999.5 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  if (unit === 0) return counted(bytes, 'byte');
  return `${amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10} ${UNITS[unit]}`;
}

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
