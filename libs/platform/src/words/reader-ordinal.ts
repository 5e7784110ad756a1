import { figure } from './counted';
import { readersLanguage } from './language';

/** Welsh ordinals to twenty; further ones end in `ain`. */
const WELSH_ENDINGS = ' af il ydd ydd ed ed fed fed fed fed eg fed eg eg fed eg eg fed eg fed'.split(' ');

/** `1st`, `2nd`, `13th`; `1af`, `2il`, `13eg`: for whoever reads it. */
export function readerOrdinal(number: number): string {
  if (readersLanguage() === 'cy') return `${figure(number)}${WELSH_ENDINGS[number] ?? 'ain'}`;
  const last = number % 100;
  const ending = last > 10 && last < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${figure(number)}${ending}`;
}
