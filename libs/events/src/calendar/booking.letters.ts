import { Letter, type LetterPart, nameInText } from '@induct/letters';
import type { Day } from '@induct/platform';
import type { BookingDoing, BookingState } from '../bookings/booking.words';
import type { Seat } from '../programme/programme.words';
import { clockTime, sessionTimes, type Stretch } from '../times/session-times';

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

const SUBJECTS: Record<BookingNews, (said: BookingInWords) => string> = {
  booked: () => 'You have a place',
  waiting: ({ ahead }) => `You are ${nth((ahead ?? 0) + 1)} on the waiting list`,
  promoted: () => 'A place is yours',
  'a-place-is-free': () => 'A place is free',
  taken: () => 'You have a place',
  moved: () => 'Moved',
  'session-changed': () => 'Changed',
  'cancelled-by-self': () => 'Cancelled',
  'cancelled-by-officer': () => 'Cancelled',
  'cancelled-by-council': ({ isPutOff }) => (isPutOff ? 'Put off' : 'Cancelled'),
};

const NEWS: Record<BookingNews, (said: BookingInWords) => string> = {
  booked: ({ byOther }) =>
    byOther ? 'Democratic Services has booked a place for you.' : 'You have a place. Nothing more is to be done.',
  waiting: ({ ahead, byOther }) =>
    `All places are taken. You are ${nth((ahead ?? 0) + 1)} on the waiting list${byOther ? ': Democratic Services has put you on it' : ''}. When a place becomes free, it is given in the order of the list, and a letter tells you.`,
  promoted: () => 'You were on the waiting list. A place has become free, and it is yours: nothing more is to be done.',
  'a-place-is-free': () =>
    'You are on the waiting list. A place has become free, and there is too little time left to offer it to one after the other: everybody who waits is told, and whoever takes it first has it.',
  taken: () => 'You have taken the place that was free. Nothing more is to be done.',
  moved: ({ state }) =>
    state === 'waiting'
      ? 'Your booking has been moved to another date. All its places are taken: you are on its waiting list.'
      : 'Your booking has been moved to another date. You have a place.',
  'session-changed': ({ state }) =>
    `Something was changed. This is how it is planned now. ${state === 'waiting' ? 'You are still on the waiting list.' : 'You still have your place.'}`,
  'cancelled-by-self': () => 'You have cancelled your booking. Nobody expects you.',
  'cancelled-by-officer': () =>
    'Democratic Services has cancelled your booking. If you did not ask for that, please tell us.',
  'cancelled-by-council': ({ isPutOff, cancelReason }) =>
    isPutOff
      ? 'The council has put this off: the new date is not settled yet, and your booking is cancelled. You are told as soon as there is a date, before others are.'
      : `The council has cancelled this${cancelReason ? `. The reason: ${cancelReason.replace(/[.\s]+$/, '')}` : ''}.`,
};

/** The words of a letter about a booking, also for whoever wants to read them before they go out. */
export function bookingLetter(what: BookingNews, said: BookingInWords): Letter {
  const isOver = what.startsWith('cancelled');
  const parts = [NEWS[what](said), factsOf(said, isOver), ...(isOver ? insteadOf(said) : nextOf(what, said))];
  return Letter.of({ subject: `${SUBJECTS[what](said)}: ${nameInText(said.title)}`, name: said.name, parts });
}

/** The day before at eight. @param on the day that is tomorrow */
export function tomorrowLetter(said: BookingInWords, on: Day): Letter {
  const from = said.parts.find((part) => part.on === on)?.from;
  const subject = `Tomorrow${from ? ` at ${clockTime(from)}` : ''}: ${nameInText(said.title)}`;
  const parts = ['This is tomorrow, and you have a place.', factsOf(said, false), ...nextOf('booked', said)];
  return Letter.of({ subject, name: said.name, parts });
}

/** Another day of a booking, whose entry needs a letter of its own: calendars take one from each. */
export function furtherDayLetter(name: string, entryTitle: string, method: 'REQUEST' | 'CANCEL'): Letter {
  const title = nameInText(entryTitle);
  const brings =
    method === 'CANCEL'
      ? `It takes “${title}” out of your calendar.`
      : `It brings “${title}” into your calendar, or changes it there.`;
  const words = `This letter belongs to the one about your booking: calendars take one day from each letter. ${brings}`;
  return Letter.of({ subject: `For your calendar: ${title}`, name, parts: [words] });
}

/** To whoever wanted to know when an event has a date. */
export function dateLetter(
  said: Pick<BookingInWords, 'name' | 'title' | 'parts' | 'place' | 'format' | 'facilitator' | 'bring'> & {
    isOnline: boolean;
  },
  url: string,
): Letter {
  const facts = factsOf(
    { ...said, onlineUrl: null, seat: said.place === null && said.isOnline ? 'online' : 'room' },
    true,
  );
  const parts: LetterPart[] = [
    'You wanted to be told when there is a date. Here it is; you have no place yet.',
    facts,
    { url, text: 'Book a place', named: true },
  ];
  return Letter.of({ subject: `There is a date: ${nameInText(said.title)}`, name: said.name, parts });
}

/** @param isBare without the link: for whoever has no place */
function factsOf(
  said: Pick<BookingInWords, 'title' | 'parts' | 'place' | 'onlineUrl' | 'seat' | 'format' | 'facilitator' | 'bring'> &
    Partial<Pick<BookingInWords, 'state'>>,
  isBare: boolean,
): string {
  const times = said.parts.length > 0 ? sessionTimes(said.parts) : ['The date is to be confirmed'];
  const link = !isBare && said.state === 'booked' && said.onlineUrl ? `: ${said.onlineUrl}` : '';
  const isOnline = said.seat === 'online' || (said.place === null && said.onlineUrl !== null);
  const where = said.place === null ? 'The place is to be confirmed' : `Where: ${nameInText(said.place)}`;
  return [
    nameInText(said.title),
    ...times,
    isOnline ? `Online${link}` : where,
    ...(said.format ? [`What it is: ${nameInText(said.format)}`] : []),
    ...(said.facilitator ? [`With ${nameInText(said.facilitator)}`] : []),
    ...(said.bring ? [`Please bring: ${nameInText(said.bring)}`] : []),
  ].join('\n');
}

/** What to do, while there is a place or a list. */
function nextOf(what: BookingNews, { links, contact, state }: BookingInWords): LetterPart[] {
  if (!links) {
    return [
      what === 'a-place-is-free'
        ? `If you want the place, please tell us at once: ${contact}.`
        : `If you cannot come, please tell us: ${contact}.${state === 'booked' ? ' Somebody else may be waiting.' : ''}`,
    ];
  }
  const booking: LetterPart = { url: links.booking, text: 'Your booking', named: true };
  if (what === 'a-place-is-free') return [{ ...booking, text: 'Take the place' }];
  if (state === 'waiting' && links.event) return [{ url: links.event, text: 'Other dates', named: true }, booking];
  return ['If you cannot come, please cancel: somebody else may be waiting.', booking];
}

/** What to do, when it takes place without them. */
function insteadOf({ links, contact }: BookingInWords): LetterPart[] {
  if (!links) return [`If you would like to come on another date, please tell us: ${contact}.`];
  return [
    ...(links.event ? [{ url: links.event, text: 'Other dates', named: true }] : []),
    {
      url: links.standing,
      text: 'What is still asked of you, and every other way to complete it: a module, or a date',
      named: true,
    },
  ];
}

/** `1st`, `2nd`, `11th`. */
export function nth(number: number): string {
  const kind = new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(number);
  return `${number}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[kind]}`;
}
