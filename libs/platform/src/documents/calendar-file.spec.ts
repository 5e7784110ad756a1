import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { daysLater, momentInLondon } from '../time/london-day';
import { type CalendarEntry, calendarFile } from './calendar-file';

const madeAt = new Date('2026-11-29T10:30:05Z');
const facts = { product: 'Programme', method: 'PUBLISH', madeAt } as const;
const morning: CalendarEntry = {
  uid: '0195c0de-1@members.example',
  sequence: 2,
  on: '2026-12-08',
  from: '09:30',
  to: '13:00',
  title: 'A morning on conduct',
};

/** What a program that is not ours reads in it. */
function readBack(file: string) {
  const calendar = ICAL.Component.fromString(file);
  const moment = (event: ICAL.Component, name: string) => {
    const time = event.getFirstPropertyValue(name);
    if (!(time instanceof ICAL.Time)) return null;
    return time.isDate ? time.toString() : time.toUnixTime() * 1000;
  };
  const text = (event: ICAL.Component, name: string) => event.getFirstPropertyValue(name);
  return {
    method: text(calendar, 'method'),
    events: calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: text(event, 'uid'),
      sequence: text(event, 'sequence'),
      stamp: moment(event, 'dtstamp'),
      begins: moment(event, 'dtstart'),
      ends: moment(event, 'dtend'),
      title: text(event, 'summary'),
      place: text(event, 'location'),
      about: text(event, 'description'),
      status: text(event, 'status'),
      attendee: event.getFirstPropertyValue('attendee') ?? undefined,
    })),
  };
}

const inFile = (words: string | null | undefined): string | null =>
  // oxlint-disable-next-line no-control-regex -- those that no text may hold
  words ? words.replaceAll(/\r\n|\r/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '') : null;

const time = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map((one) => `${String(Math.floor(one / 60)).padStart(2, '0')}:${String(one % 60).padStart(2, '0')}`);
const twoOf = (year: number, month: number, days: readonly number[]) =>
  days.map((day) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10));
/** Any day, and as often one of those about which the clocks are changed. */
const aDay = fc.oneof(
  fc
    .date({ min: new Date('2017-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10)),
  fc
    .tuple(fc.integer({ min: 2017, max: 2045 }), fc.constantFrom(2, 9))
    .chain(([year, month]) => fc.constantFrom(...twoOf(year, month, [25, 26, 27, 28, 29, 30, 31, 32]))),
);
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('\\', ';', ',', '\n', '\r\n', ':', '"', 'n', 'ŵ', '👩‍⚖️', 'END:VEVENT', ' '))
    .map((all) => all.join('')),
);
const entry = fc.record({
  uid: fc.uuid(),
  sequence: fc.nat(),
  on: aDay,
  // From 01:00 to 02:00 nothing is planned on the two Sundays, and so on no day here.
  times: fc.oneof(
    fc.constant({ from: null, to: null }),
    fc.record({ from: time(121, 720), to: fc.option(time(721, 1439)) }),
    fc.record({ from: time(0, 20), to: fc.option(time(21, 59)) }),
  ),
  title: words,
  place: fc.option(words),
  about: fc.option(words),
  status: fc.constantFrom('TENTATIVE', 'CONFIRMED', 'CANCELLED'),
  attendee: fc.option(fc.record({ name: words, email: fc.constant('a.member@northmoor.example') }), { nil: undefined }),
});

describe('a file for calendars', () => {
  it('says where and when as the clock in London does, summer and winter', () => {
    const summer = { ...morning, uid: 'b@members.example', on: '2027-07-06', place: 'Committee Room 2, The Guildhall' };
    const file = calendarFile([morning, summer], facts);
    expect(file).toContain(
      'DTSTART;TZID=Europe/London:20261208T093000\r\nDTEND;TZID=Europe/London:20261208T130000\r\n',
    );
    const [inWinter, inSummer] = readBack(file).events;
    expect(new Date(Number(inWinter!.begins)).toISOString()).toBe('2026-12-08T09:30:00.000Z');
    expect(new Date(Number(inSummer!.begins)).toISOString()).toBe('2027-07-06T08:30:00.000Z');
    expect(inSummer!.place).toBe('Committee Room 2, The Guildhall');
  });

  it('is read by another program as it was written, across both changes of the clocks', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (all) => {
        const file = calendarFile(
          all.map(({ times, ...one }) => ({ ...one, ...times })),
          facts,
        );
        const moment = (on: string, at: string | null) => (at === null ? null : momentInLondon(on, at).getTime());
        expect(readBack(file)).toEqual({
          method: 'PUBLISH',
          events: all.map(({ times: { from, to }, ...one }) => ({
            uid: one.uid,
            sequence: one.sequence,
            stamp: madeAt.getTime(),
            begins: from === null ? one.on : moment(one.on, from),
            ends: from === null ? daysLater(one.on, 1) : moment(one.on, to),
            title: inFile(one.title) ?? '',
            place: inFile(one.place),
            about: inFile(one.about),
            status: one.status,
            attendee: one.attendee && `mailto:${one.attendee.email}`,
          })),
        });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 200, ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });

  it('is the same in whatever zone the process is', () => {
    const entries = [morning, { ...morning, on: '2027-03-28' }, { ...morning, on: '2027-10-31', from: null, to: null }];
    const script = `const { calendarFile } = require(${JSON.stringify(join(__dirname, 'calendar-file.ts'))});
      process.stdout.write(calendarFile(${JSON.stringify(entries)}, { product: 'Programme', method: 'PUBLISH', madeAt: new Date(${madeAt.getTime()}) }))`;
    const here = calendarFile(entries, facts);
    for (const TZ of ['Pacific/Auckland', 'America/St_Johns']) {
      const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
      expect(stdout || stderr).toBe(here);
    }
  });

  it('invites with who has a place, who need not answer, and ends that by the same name', () => {
    const invited = {
      ...morning,
      organizer: { name: 'Democratic Services', email: 'members@northmoor.example' },
      attendee: { name: 'Amara "Mara" Whitfield', email: 'amara@northmoor.example' },
    };
    const file = calendarFile([{ ...invited, status: 'CONFIRMED' }], { ...facts, method: 'REQUEST' });
    const whole = file.replaceAll('\r\n ', '');
    expect(whole).toContain('METHOD:REQUEST\r\n');
    expect(whole).toContain('ORGANIZER;CN="Democratic Services":mailto:members@northmoor.example\r\n');
    expect(whole).toContain(
      `ATTENDEE;CN="Amara 'Mara' Whitfield";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:amara@northmoor.example\r\n`,
    );
    const ended = calendarFile([{ ...invited, sequence: 3, status: 'CANCELLED' }], { ...facts, method: 'CANCEL' });
    const { method, events } = readBack(ended);
    expect(method).toBe('CANCEL');
    expect(events).toMatchObject([{ uid: morning.uid, sequence: 3, status: 'CANCELLED' }]);
  });
});
