import { type Day, weekday } from '@induct/platform';
import { MONTHS, WEEKDAYS } from './read-date';

const capital = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase());

/** `Tuesday` @param number 0 is Sunday */
export const weekdayNamed = (number: number): string => capital(WEEKDAYS[number]!);

/** `6 March 2018` */
export const dayAndMonth = (day: Day): string =>
  `${Number(day.slice(8))} ${capital(MONTHS[Number(day.slice(5, 7)) - 1]!)} ${day.slice(0, 4)}`;

/** `Tuesday 6 March 2018` */
export const fullDay = (day: Day): string => `${weekdayNamed(weekday(day))} ${dayAndMonth(day)}`;
