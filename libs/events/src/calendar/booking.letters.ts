import { Letter, type LetterPart, nameInText } from '@induct/letters';
import { type Day, readerOrdinal, said, w } from '@induct/platform';
import type { BookingDoing, BookingState } from '../bookings/booking.words';
import type { Seat } from '../programme/programme.words';
import { readerClock, readerSessionTimes } from '../times/reader-times';
import type { Stretch } from '../times/session-times';

/** What a letter about a booking says, and nothing that others may not know of it. */
export interface BookingInWords {
  /** Of the person or guest. */
  name: string;
  title: string;
  /** In their order; none: the date is to be confirmed. */
  parts: readonly Stretch[];
  place: string | null;
  /** Said to who joins online and has a place. */
  onlineUrl: string | null;
  seat: Seat;
  state: BookingState;
  format: string | null;
  facilitator: string | null;
  bring: string | null;
  /** How many wait before them; null: they do not wait. */
  ahead: number | null;
  /** Somebody else did it for them. */
  byOther: boolean;
  /** The session is put off, and its new date is not settled. */
  isPutOff: boolean;
  cancelReason: string | null;
  /** What it meets of their own, where they did not see that before they pressed. */
  clashes: readonly string[];
  /** Pages of the site that they may open; null: a guest, who does not sign in. */
  links: BookingLinks | null;
  /** Whom a guest tells that they cannot come. */
  contact: string;
}

export interface BookingLinks {
  /** Of the booking: it is cancelled, moved, or a free place taken there. */
  booking: string;
  /** Of the event, with its other dates; null: it has none any more. */
  event: string | null;
  /** What is still asked of them, with every way to meet it. */
  standing: string;
}

/** What a letter tells: that a booking was moved is told once, of the date that it is on now. */
export type BookingNews = Exclude<BookingDoing, 'moved-away'>;

const SUBJECTS: Record<BookingNews, (about: BookingInWords, title: string) => string> = {
  booked: (_, title) => w`You have a place: ${title}`,
  waiting: ({ ahead }, title) => w`You are ${readerOrdinal((ahead ?? 0) + 1)} on the waiting list: ${title}`,
  promoted: (_, title) => w`A place is yours: ${title}`,
  'a-place-is-free': (_, title) => w`A place is free: ${title}`,
  taken: (_, title) => w`You have a place: ${title}`,
  moved: (_, title) => w`Moved: ${title}`,
  'session-changed': (_, title) => w`Changed: ${title}`,
  'cancelled-by-self': (_, title) => w`Cancelled: ${title}`,
  'cancelled-by-officer': (_, title) => w`Cancelled: ${title}`,
  'cancelled-by-council': ({ isPutOff }, title) => (isPutOff ? w`Put off: ${title}` : w`Cancelled: ${title}`),
};

const NEWS: Record<BookingNews, (about: BookingInWords) => string> = {
  booked: ({ byOther }) =>
    byOther
      ? said('Democratic Services has booked a place for you.')
      : said('You have a place. Nothing more is to be done.'),
  waiting: ({ ahead, byOther }) => {
    const place = readerOrdinal((ahead ?? 0) + 1);
    return byOther
      ? w`All places are taken. You are ${place} on the waiting list: Democratic Services has put you on it. When a place becomes free, it is given in the order of the list, and a letter tells you.`
      : w`All places are taken. You are ${place} on the waiting list. When a place becomes free, it is given in the order of the list, and a letter tells you.`;
  },
  promoted: () =>
    said('You were on the waiting list. A place has become free, and it is yours: nothing more is to be done.'),
  'a-place-is-free': () =>
    said(
      'You are on the waiting list. A place has become free, and there is too little time left to offer it to one after the other: everybody who waits is told, and whoever takes it first has it.',
    ),
  taken: () => said('You have taken the place that was free. Nothing more is to be done.'),
  moved: ({ state }) =>
    state === 'waiting'
      ? said('Your booking has been moved to another date. All its places are taken: you are on its waiting list.')
      : said('Your booking has been moved to another date. You have a place.'),
  'session-changed': ({ state }) =>
    state === 'waiting'
      ? said('Something was changed. This is how it is planned now. You are still on the waiting list.')
      : said('Something was changed. This is how it is planned now. You still have your place.'),
  'cancelled-by-self': () => said('You have cancelled your booking. Nobody expects you.'),
  'cancelled-by-officer': () =>
    said('Democratic Services has cancelled your booking. If you did not ask for that, please tell us.'),
  'cancelled-by-council': ({ isPutOff, cancelReason }) => {
    if (isPutOff)
      return said(
        'The council has put this off: the new date is not settled yet, and your booking is cancelled. You are told as soon as there is a date, before others are.',
      );
    return cancelReason
      ? w`The council has cancelled this. The reason: ${cancelReason.replace(/[.\s]+$/, '')}.`
      : said('The council has cancelled this.');
  },
};

/** The words of a letter about a booking, also for whoever wants to read them before they go out. */
export function bookingLetter(what: BookingNews, about: BookingInWords): Letter {
  const isOver = what.startsWith('cancelled');
  const parts = [
    NEWS[what](about),
    factsOf(about, isOver),
    ...(about.clashes.length > 0 ? [[`${said('It meets something else')}:`, ...about.clashes].join('\n')] : []),
    ...(isOver ? insteadOf(about) : nextOf(what, about)),
  ];
  return Letter.of({ subject: SUBJECTS[what](about, nameInText(about.title)), name: about.name, parts });
}

/** The day before at eight. @param on the day that is tomorrow */
export function tomorrowLetter(about: BookingInWords, on: Day): Letter {
  const from = about.parts.find((part) => part.on === on)?.from;
  const title = nameInText(about.title);
  const subject = from ? w`Tomorrow at ${readerClock(from)}: ${title}` : w`Tomorrow: ${title}`;
  const parts = [said('This is tomorrow, and you have a place.'), factsOf(about, false), ...nextOf('booked', about)];
  return Letter.of({ subject, name: about.name, parts });
}

/** Another day of a booking, whose entry needs a letter of its own: calendars take one from each. */
export function furtherDayLetter(name: string, entryTitle: string, method: 'REQUEST' | 'CANCEL'): Letter {
  const title = nameInText(entryTitle);
  const words =
    method === 'CANCEL'
      ? w`This letter belongs to the one about your booking: calendars take one day from each letter. It takes “${title}” out of your calendar.`
      : w`This letter belongs to the one about your booking: calendars take one day from each letter. It brings “${title}” into your calendar, or changes it there.`;
  return Letter.of({ subject: w`For your calendar: ${title}`, name, parts: [words] });
}

/** To whoever wanted to know when an event has a date. */
export function dateLetter(
  about: Pick<BookingInWords, 'name' | 'title' | 'parts' | 'place' | 'format' | 'facilitator' | 'bring'> & {
    isOnline: boolean;
  },
  url: string,
): Letter {
  const facts = factsOf(
    { ...about, onlineUrl: null, seat: about.place === null && about.isOnline ? 'online' : 'room' },
    true,
  );
  const parts: LetterPart[] = [
    said('You wanted to be told when there is a date. Here it is; you have no place yet.'),
    facts,
    { url, text: said('Book a place'), named: true },
  ];
  return Letter.of({ subject: w`There is a date: ${nameInText(about.title)}`, name: about.name, parts });
}

/** @param isBare without the link: for whoever has no place */
function factsOf(
  about: Pick<BookingInWords, 'title' | 'parts' | 'place' | 'onlineUrl' | 'seat' | 'format' | 'facilitator' | 'bring'> &
    Partial<Pick<BookingInWords, 'state'>>,
  isBare: boolean,
): string {
  const { title, parts, place, onlineUrl, seat, format, facilitator, bring, state } = about;
  const times = parts.length > 0 ? readerSessionTimes(parts) : [said('The date is to be confirmed')];
  const link = !isBare && state === 'booked' && onlineUrl ? `: ${onlineUrl}` : '';
  const isOnline = seat === 'online' || (place === null && onlineUrl !== null);
  const where = place === null ? said('The place is to be confirmed') : w`Where: ${nameInText(place)}`;
  return [
    nameInText(title),
    ...times,
    isOnline ? `${said('Online')}${link}` : where,
    ...(format ? [w`What it is: ${nameInText(format)}`] : []),
    ...(facilitator ? [w`With ${nameInText(facilitator)}`] : []),
    ...(bring ? [w`Please bring: ${nameInText(bring)}`] : []),
  ].join('\n');
}

/** What to do, while there is a place or a list. */
function nextOf(what: BookingNews, { links, contact, state }: BookingInWords): LetterPart[] {
  if (!links) {
    if (what === 'a-place-is-free') return [w`If you want the place, please tell us at once: ${contact}.`];
    return [
      state === 'booked'
        ? w`If you cannot come, please tell us: ${contact}. Somebody else may be waiting.`
        : w`If you cannot come, please tell us: ${contact}.`,
    ];
  }
  const booking: LetterPart = { url: links.booking, text: said('Your booking'), named: true };
  if (what === 'a-place-is-free') return [{ ...booking, text: said('Take the place') }];
  if (state === 'waiting' && links.event)
    return [{ url: links.event, text: said('Other dates'), named: true }, booking];
  return [said('If you cannot come, please cancel: somebody else may be waiting.'), booking];
}

/** What to do, when it takes place without them. */
function insteadOf({ links, contact }: BookingInWords): LetterPart[] {
  if (!links) return [w`If you would like to come on another date, please tell us: ${contact}.`];
  return [
    ...(links.event ? [{ url: links.event, text: said('Other dates'), named: true }] : []),
    {
      url: links.standing,
      text: said('What is still asked of you, and every other way to complete it: a module, or a date'),
      named: true,
    },
  ];
}
