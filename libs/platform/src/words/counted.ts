import { said, saidOfMany } from './said';

const thousands = new Intl.NumberFormat('en-GB');

/** `1,204`. */
export const figure = (count: number): string => thousands.format(count);

/** `1 member`, `81 members`, `no members`. Its key for translators is `⟨0⟩ members`, with a form for each number. */
export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return said(`no ${many}`);
  const number = figure(count);
  return saidOfMany(`⟨0⟩ ${many}`, number) ?? `${number} ${count === 1 ? one : many}`;
}
