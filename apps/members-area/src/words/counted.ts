import { said, saidOfMany } from '@induct/platform';

const thousands = new Intl.NumberFormat('en-GB');

/** `1,204`. */
export const figure = (count: number): string => thousands.format(count);

/** `1 member`, `81 members`, `no members`. Its key for translators is `⟨0⟩ members`, with a form for each number. */
export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return said(`no ${many}`);
  const number = figure(count);
  return saidOfMany(`⟨0⟩ ${many}`, number) ?? `${number} ${count === 1 ? one : many}`;
}

const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** `5.2 MB`, in thousands as the file managers of most computers count. */
export function fileSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  if (unit === 0) return counted(bytes, 'byte');
  return `${size >= 100 ? Math.round(size) : Math.round(size * 10) / 10} ${UNITS[unit]}`;
}
