import { said, w } from '@induct/platform';
import type { AskedHow, ShownChoice, Weekday } from '@induct/letters';

export const DAYS: Record<Weekday, string> = { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday' };

export const HOW: Record<AskedHow, { text: string; hint: string }> = {
  each: { text: 'As it comes', hint: 'On the day something is to be said, at most one letter a day.' },
  weekly: {
    text: 'Once a week',
    hint: 'One letter with everything for the week ahead. Nothing comes on other days, also when something is due.',
  },
  mandatory: { text: 'Only what I have to do', hint: 'As it comes, without questions about sessions.' },
};

/** `Once a week, on Tuesdays` */
export const choiceInWords = ({ how, weekday }: Pick<ShownChoice, 'how' | 'weekday'>): string =>
  weekday === null ? said(HOW[how].text) : w`${said(HOW[how].text)}, on ${said(DAYS[weekday])}s`;
