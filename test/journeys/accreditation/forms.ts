import type { Visitor } from '../scene';

/** A day in its three boxes. @param day as `2026-12-01` */
export async function typeDay(visitor: Visitor, name: string, day: string): Promise<void> {
  const [year, month, date] = day.split('-');
  await visitor.type(`${name}-day`, String(Number(date)));
  await visitor.type(`${name}-month`, String(Number(month)));
  await visitor.type(`${name}-year`, year!);
}

/** Chooses what has these words. */
export async function select(visitor: Visitor, id: string, words: string): Promise<void> {
  const value = await visitor.page.$eval(
    `#${id}`,
    (field, wanted) => {
      const { options } = field as unknown as { options: Iterable<{ text: string; value: string }> };
      return [...options].find(({ text }) => text.trim().startsWith(wanted))?.value;
    },
    words,
  );
  if (value === undefined) throw new Error(`No answer “${words}” to ${id}, at ${visitor.address}`);
  await visitor.page.select(`#${id}`, value);
}

/** Hands in a file. */
export async function hand(visitor: Visitor, id: string, path: string): Promise<void> {
  const field = await visitor.page.waitForSelector(`#${id}`);
  await (field as unknown as { uploadFile(file: string): Promise<void> }).uploadFile(path);
}

/** The day so many days from today, in London. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
