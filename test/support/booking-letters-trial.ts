import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { BookingChanged, type BookingDoing, events, Programme, type SessionPlan } from '@induct/events';
import { type LetterStanding, letters } from '@induct/letters';
import { Announcements, HearingModule, PlatformModule, Transactions } from '@induct/platform';
import ICAL from 'ical.js';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';
import { aPerson } from './given-person';
import { anEvent, aPlan } from './given-programme';

const MONDAY_MORNING = '2026-11-30T10:00:00Z';

export const morning = (on: string) => ({ on, from: '09:30', to: '13:00', topics: [] });

/** In the Guildhall and online, on 8 December 2026. */
export const guildhall = aPlan(null, {
  place: 'The Guildhall',
  onlineUrl: 'https://meet.example/room',
  parts: [morning('2026-12-08')],
});

/** Of somebody who has cancelled on Monday night. */
export const cancelled = (by: string) => `state = 'cancelled', cancelled_at = '2026-11-30T22:00Z', cancel_by = '${by}'`;

/** Each entry of a calendar's file: UID, sequence, begin, place and state. */
export const inCalendar = (file: string) =>
  ICAL.Component.fromString(file)
    .getAllSubcomponents('vevent')
    .map((one) => {
      const says = (name: string) => String(one.getFirstPropertyValue(name) ?? '');
      return [says('uid'), Number(says('sequence')), says('dtstart'), says('location'), says('status')];
    });

/** What a letter brings into calendars: the method, and its entry. */
export const sent = (letter: Pick<LetterStanding, 'calendar' | 'calendarMethod'>) => [
  letter.calendarMethod,
  ...(letter.calendar === null ? [] : inCalendar(letter.calendar)[0]!),
];

/** A council whose bookings are announced as their acts would leave them, and the letters that are written of them. */
export class BookingLettersTrial {
  private readonly numbers = new Map<string, number>();

  private constructor(
    private readonly database: TestDatabase,
    private readonly parts: TestingModule,
    readonly clock: FixedClock,
    readonly officer: string,
  ) {}

  /** @param also what the worker has beside it */
  static async begin(also: readonly Type[] = []): Promise<BookingLettersTrial> {
    const clock = new FixedClock();
    const database = await cloneDatabase();
    const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
    const parts = await Test.createTestingModule({
      imports: [platform, HearingModule.of([letters, events]), ...also],
    }).compile();
    return new BookingLettersTrial(database, parts, clock, await aPerson(database.source, { roles: ['officer'] }));
  }

  async end(): Promise<void> {
    await this.parts.close();
    await this.database.drop();
  }

  /** It is Monday morning. */
  anew(): void {
    this.clock.set(MONDAY_MORNING);
  }

  get source(): TestDatabase['source'] {
    return this.database.source;
  }

  of<T>(service: new (...given: never[]) => T): T {
    return this.parts.get(service, { strict: false });
  }

  announce(event: object): Promise<void> {
    return this.of(Transactions).run((tx) => this.of(Announcements).announce(tx, event));
  }

  async aSession(more: Partial<SessionPlan> = {}, title = 'A morning on conduct'): Promise<string> {
    const eventId = await this.of(Programme).addEvent(anEvent(title, { format: 'Talk and cases' }), this.officer);
    return this.of(Programme).addSession({ ...guildhall, eventId, ...more }, 'confirmed', this.officer);
  }

  async change(sessionId: string, more: Partial<SessionPlan>): Promise<void> {
    const { eventId, revision } = await this.of(Programme).session(sessionId);
    await this.of(Programme).changeSession(sessionId, { ...guildhall, eventId, ...more }, revision, this.officer);
  }

  /** As the act leaves it, and announces it. */
  async book(
    sessionId: string,
    { who, what = 'booked', by = who, seat = 'room' }: { who: string; what?: BookingDoing; by?: string; seat?: string },
  ): Promise<string> {
    const id = randomUUID();
    const number = (this.numbers.get(sessionId) ?? 0) + 1;
    this.numbers.set(sessionId, number);
    await this.source.query(
      `insert into booking (id, session_id, person_id, audience, seat, state, number, booked_at, booked_by)
       values ($1, $2, $3, 'member', $4, $5, $6, $7, $8)`,
      [id, sessionId, who, seat, what, number, this.clock.now(), by],
    );
    await this.announce(new BookingChanged(id, sessionId, what, this.clock.now()));
    return id;
  }

  /** @param set columns and their values, as SQL */
  async becomes(id: string, what: BookingDoing, set?: string): Promise<void> {
    if (set) await this.source.query(`update booking set ${set} where id = $1`, [id]);
    await this.announce(new BookingChanged(id, '', what, this.clock.now()));
  }

  lettersTo(who: string): Promise<LetterStanding[]> {
    return this.source.query<LetterStanding[]>(
      `select subject, body_text as "bodyText", calendar, calendar_method as "calendarMethod", calendar_url as "calendarUrl"
         from letter_standing where recipient = $1 order by created_at, dedupe_key`,
      [`${who}@northmoor.example`],
    );
  }

  async subjectsTo(who: string): Promise<string[]> {
    return (await this.lettersTo(who)).map(({ subject }) => subject);
  }
}
