import { britishDate, britishTime, type Moment, momentOf } from '../time/british-dates';
import { readersLanguage } from './language';
import { w } from './said';

const welsh = new Intl.DateTimeFormat('cy-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

/** `22 November 2026`, `22 Tachwedd 2026`: for whoever reads it. Letters and records are written with `britishDate`. */
export const readerDate = (moment: Moment): string =>
  readersLanguage() === 'cy' ? welsh.format(momentOf(moment)) : britishDate(moment);

/** `14:32 on 22 November 2026` */
export const readerTimeAndDate = (moment: Moment): string => w`${britishTime(moment)} on ${readerDate(moment)}`;
