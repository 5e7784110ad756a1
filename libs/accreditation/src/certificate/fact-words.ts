import { britishDate, learningTime, type Day } from '@induct/platform';
import type { MetRequirement } from './certificate-facts';

/** A language that a certificate is printed in. */
export type Language = 'en' | 'cy';

/** What stands beside a fact and no council words itself. */
export interface FactWords {
  date(day: Day): string;
  /** On paper, what is less than a minute counts as one. */
  time(seconds: number): string;
  result: Record<MetRequirement['how'], string>;
  noEnd: string;
  /** A last day that is not counted from the day of the award. */
  countedFrom(lastDay: string, from: string): string;
  notRecorded: string;
  byHand: string;
  /** Above what was asked for, and above what was shown where two officers decided. */
  met: string;
  shown: string;
  signatureOf(name: string): string;
  qr(number: string): string;
  seal: string;
}

const welshDay = new Intl.DateTimeFormat('cy-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
/** Knows that it is `2 funud`, and `3 munud`. */
const welsh = (unit: 'hour' | 'minute') =>
  new Intl.NumberFormat('cy-GB', { style: 'unit', unit, unitDisplay: 'long', useGrouping: false });
const [WELSH_HOURS, WELSH_MINUTES] = [welsh('hour'), welsh('minute')];

/** `1 awr 25 munud` */
function welshTime(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && WELSH_HOURS.format(hours), rest > 0 && WELSH_MINUTES.format(rest)].filter(Boolean).join(' ');
}

export const FACT_WORDS: Record<Language, FactWords> = {
  en: {
    date: britishDate,
    time: (seconds) => learningTime(Math.max(60, seconds)),
    result: {
      module: 'Completed',
      attendance: 'Attended',
      prior_learning: 'Prior learning',
      recording: 'Watched',
      outside_certificate: 'Certificate',
      award: 'Awarded',
      by_hand: 'By decision',
    },
    noEnd: 'No end date',
    countedFrom: (lastDay, from) => `${lastDay}, counted from ${from}`,
    notRecorded: 'Not recorded',
    byHand: 'issued by hand by decision of two officers',
    met: 'Requirements met',
    shown: 'What was shown',
    signatureOf: (name) => `Signature of ${name}`,
    qr: (number) => `QR code that opens the verification page of certificate ${number}`,
    seal: 'Seal of accreditation',
  },
  cy: {
    date: (day) => welshDay.format(new Date(`${day}T12:00:00Z`)),
    time: (seconds) => welshTime(Math.max(60, seconds)),
    result: {
      module: 'Wedi’i gwblhau',
      attendance: 'Yn bresennol',
      prior_learning: 'Dysgu blaenorol',
      recording: 'Wedi’i wylio',
      outside_certificate: 'Tystysgrif',
      award: 'Dyfarnwyd',
      by_hand: 'Drwy benderfyniad',
    },
    noEnd: 'Dim dyddiad terfyn',
    countedFrom: (lastDay, from) => `${lastDay}, gan gyfrif o ${from}`,
    notRecorded: 'Heb ei gofnodi',
    byHand: 'a ddyroddwyd â llaw drwy benderfyniad dau swyddog',
    met: 'Gofynion a fodlonwyd',
    shown: 'Yr hyn a ddangoswyd',
    signatureOf: (name) => `Llofnod: ${name}`,
    qr: (number) => `Cod QR sy’n agor tudalen wirio tystysgrif ${number}`,
    seal: 'Sêl achredu',
  },
};
