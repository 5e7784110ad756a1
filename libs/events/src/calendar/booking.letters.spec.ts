import type { BookingInWords, BookingNews } from './booking.letters';
import { readerOrdinal } from '@induct/platform';
import { bookingLetter, dateLetter, tomorrowLetter } from './booking.letters';
import { toTell, waitsForHours } from './letter-waits';
import { sessionDays } from './session-days';

const said: BookingInWords = {
  name: 'Amara',
  title: 'A morning on conduct',
  parts: [
    { on: '2026-12-08', from: '09:30', to: '12:30' },
    { on: '2026-12-08', from: '13:30', to: '16:30' },
  ],
  place: 'The Guildhall',
  onlineUrl: 'https://meet.example/room',
  seat: 'room',
  state: 'booked',
  format: 'Talk and cases',
  facilitator: 'Ruth Ademi',
  bring: null,
  ahead: null,
  byOther: false,
  isPutOff: false,
  cancelReason: null,
  clashes: [],
  links: {
    booking: 'https://members.example/bookings/7',
    event: 'https://members.example/programme/conduct',
    standing: 'https://members.example/standing',
  },
  contact: 'services@northmoor.example',
};
const waiting = { ...said, state: 'waiting', ahead: 3 } as const;
const gone = { ...said, state: 'cancelled' } as const;

describe('a letter about a booking', () => {
  it('says when by the clock in London with every part, where, and what to do', () => {
    const { subject, text } = bookingLetter('booked', said);
    expect(subject).toBe('You have a place: A morning on conduct');
    expect(text).toBe(
      [
        'Dear Amara,',
        'You have a place. Nothing more is to be done.',
        'A morning on conduct\nTuesday 8 December 2026, 9.30am to 12.30pm and 1.30pm to 4.30pm\nWhere: The Guildhall\nWhat it is: Talk and cases\nWith Ruth Ademi',
        'If you cannot come, please cancel: somebody else may be waiting.',
        'Your booking:\nhttps://members.example/bookings/7\n',
      ].join('\n\n'),
    );
  });

  it('says what to bring, as its calendar does, and takes no link from it', () => {
    const bring = 'your laptop (see www.example.org)';
    expect(bookingLetter('booked', { ...said, bring }).text).toContain('With Ruth Ademi\nPlease bring: your laptop');
    expect(bookingLetter('booked', said).text).not.toContain('bring');
    const parts = [
      { on: '2026-12-08', from: '09:30', to: '12:30' },
      { on: '2026-12-08', from: '13:30', to: '16:30' },
    ];
    const about = (of: typeof parts, what: string | null) =>
      sessionDays({ title: 'A', place: 'B', onlineUrl: null, parts: of, bring: what }, 'room').map((day) => day.about);
    expect(about(parts, bring)).toEqual([`9.30am to 12.30pm and 1.30pm to 4.30pm\nPlease bring: ${bring}`]);
    expect([about(parts.slice(1), bring), about(parts.slice(1), null)]).toEqual([[`Please bring: ${bring}`], [null]]);
  });

  it.each<[BookingNews, BookingInWords, string]>([
    ['waiting', waiting, 'You are 4th on the waiting list'],
    ['promoted', said, 'A place is yours'],
    ['a-place-is-free', waiting, 'A place is free'],
    ['taken', said, 'You have a place'],
    ['moved', said, 'Moved'],
    ['session-changed', said, 'Changed'],
    ['cancelled-by-self', gone, 'Cancelled'],
    ['cancelled-by-officer', gone, 'Cancelled'],
    ['cancelled-by-council', gone, 'Cancelled'],
    ['cancelled-by-council', { ...gone, isPutOff: true }, 'Put off'],
  ])('%s begins with its news', (what, facts, news) => {
    expect(bookingLetter(what, facts).subject).toBe(`${news}: A morning on conduct`);
  });

  it('names by whom it was cancelled, and the other ways', () => {
    const text = bookingLetter('cancelled-by-council', { ...gone, cancelReason: 'The speaker is ill.' }).text;
    expect(text).toContain('The council has cancelled this. The reason: The speaker is ill.\n');
    expect(text).toContain('Other dates:\nhttps://members.example/programme/conduct');
    expect(text).toContain('https://members.example/standing');
    expect(bookingLetter('cancelled-by-officer', gone).text).toContain(
      'Democratic Services has cancelled your booking',
    );
    expect(bookingLetter('cancelled-by-self', gone).text).toContain('You have cancelled your booking');
  });

  it('has the link for who joins online and has a place, and for nobody else', () => {
    const online = { seat: 'online' } as const;
    expect(bookingLetter('booked', { ...said, ...online }).text).toContain('Online: https://meet.example/room');
    const others = [
      bookingLetter('booked', said),
      bookingLetter('waiting', { ...waiting, ...online }),
      bookingLetter('a-place-is-free', { ...waiting, ...online }),
      bookingLetter('cancelled-by-self', { ...gone, ...online }),
      dateLetter({ ...said, isOnline: true }, 'https://members.example/programme/conduct'),
    ];
    for (const { text, html } of others) expect(text + html).not.toContain('meet.example');
  });

  it('has nothing to press for a guest, who cannot sign in', () => {
    for (const what of ['booked', 'waiting', 'a-place-is-free', 'cancelled-by-council'] as const) {
      const { text } = bookingLetter(what, { ...said, state: what === 'booked' ? 'booked' : 'waiting', links: null });
      expect(text).not.toContain('http');
      expect(text).toContain('services@northmoor.example');
    }
  });

  it('says so when neither day nor place is settled', () => {
    const { text } = bookingLetter('booked', { ...said, parts: [], place: null, onlineUrl: null });
    expect(text).toContain('The date is to be confirmed\nThe place is to be confirmed');
  });

  it('reminds with the time of that day', () => {
    expect(tomorrowLetter(said, '2026-12-08').subject).toBe('Tomorrow at 9.30am: A morning on conduct');
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [21, '21st'],
    [112, '112th'],
  ])('counts %i as %s', (number, words) => {
    expect(readerOrdinal(number)).toBe(words);
  });
});

describe('when it goes', () => {
  it.each([
    ['what somebody did themselves, at night', true, '2026-11-27T22:00:00Z', '2026-12-08T09:30:00Z', false],
    ['what others did, at night', false, '2026-11-27T22:00:00Z', '2026-12-08T09:30:00Z', true],
    ['what others did, by day', false, '2026-11-27T10:00:00Z', '2026-12-08T09:30:00Z', false],
    ['what others did on a Friday night, for Monday', false, '2026-11-27T22:00:00Z', '2026-11-30T09:30:00Z', false],
    ['what others did on a Friday night, for Tuesday', false, '2026-11-27T22:00:00Z', '2026-12-01T09:30:00Z', true],
    ['what others did, of something without a day', false, '2026-11-27T22:00:00Z', null, true],
  ])('%s waits or not', (_, isOwn, now, startsAt, waits) => {
    expect(waitsForHours(isOwn, new Date(now), startsAt === null ? null : new Date(startsAt))).toBe(waits);
  });

  it('tells what matters most of what happened over night', () => {
    expect(toTell('promoted', 'session-changed')).toBe('promoted');
    expect(toTell('promoted', 'cancelled-by-council')).toBe('cancelled-by-council');
    expect(toTell(undefined, 'session-changed')).toBe('session-changed');
  });
});
