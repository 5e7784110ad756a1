import { Inject, Injectable } from '@nestjs/common';
import { type LetterCalendar, LetterLanguages, nextLetterHours, Outbox, type Posted } from '@induct/letters';
import {
  Announcements,
  Clock,
  CONFIG,
  type Config,
  Council,
  type Day,
  dayInLondon,
  inLanguage,
  type Language,
  together,
  Transactions,
} from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { BookingChanged } from '../bookings/booking.events';
import type { BookingDoing } from '../bookings/booking.words';
import { OwnDiary } from '../bookings/own-diary.service';
import type { OwnClash } from '../bookings/own-clashes';
import { ownClashWords } from '../bookings/own-clashes.words';
import { SessionChanged } from '../programme/programme.events';
import { ProgrammeRepository } from '../programme/programme.repository';
import { bookingLetter, dateLetter, furtherDayLetter, tomorrowLetter } from './booking.letters';
import { isOwnAct, lettersKey, mayMeet, said } from './booking-facts';
import { type BookingFacts, CalendarRepository } from './calendar.repository';
import { entryUid, invitation, mailPerson } from './invitation';
import { type KeptEntry, keptEntries, type Sending, toSend } from './kept-entries';
import { toTell, waitsForHours } from './letter-waits';
import { sessionDays } from './session-days';

/** What is known of a booking, and which language its calendar is in. */
type Known = BookingFacts & { language: Language };
/** A booking whose people are written to. */
type Reader = Known & { name: string; email: string };
const isReader = (facts: Known): facts is Reader => facts.name !== null && facts.email !== null;

/** Writes to whoever has a booking, in the act's transaction, and keeps their calendars up to date. Nobody else does. */
@Injectable()
export class BookingLetters {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
    private readonly rows: CalendarRepository,
    private readonly programme: ProgrammeRepository,
    private readonly diary: OwnDiary,
    private readonly outbox: Outbox,
    private readonly languages: LetterLanguages,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    announcements: Announcements,
  ) {
    announcements.on(BookingChanged, (tx, { bookingId, what }) => this.hear(tx, bookingId, what));
    announcements.on(SessionChanged, (tx, { sessionId, what }) => this.tellOfDate(tx, sessionId, what));
  }

  /** What waited for the hours of letters, as it is now. */
  async writeWaiting(bookingId: string): Promise<void> {
    await this.alone(bookingId, async (tx, facts) => {
      if (facts.waits) await this.tell(tx, facts, facts.entries, facts.waits);
    });
  }

  /** In a transaction that is under way: what waits of these sessions, as `writeWaiting` would write it by and by. */
  async writeWaitingOf(tx: EntityManager, sessionIds: readonly string[]): Promise<void> {
    await this.programme.alone(tx, sessionIds);
    for (const bookingId of await this.rows.waitingOf(tx, sessionIds)) {
      const facts = await this.facts(tx, bookingId);
      if (facts?.waits) await this.tell(tx, facts, facts.entries, facts.waits);
    }
  }

  /** The day before. Its key says that it was written. */
  async remind(bookingId: string, on: Day): Promise<void> {
    await this.alone(bookingId, async (tx, facts) => {
      if (!isReader(facts) || facts.state !== 'booked') return;
      await this.outbox.post(tx, {
        once: ['booking', facts.id, 'tomorrow', on],
        recipient: facts.email,
        letter: () => tomorrowLetter(said(facts, this.config), on),
      });
    });
  }

  private async hear(tx: EntityManager, bookingId: string, what: BookingDoing): Promise<void> {
    const facts = await this.facts(tx, bookingId);
    if (!facts) return;
    const hasPlace = facts.state === 'booked' && facts.session.state !== 'cancelled';
    const days = hasPlace
      ? inLanguage(facts.language, () => sessionDays({ ...facts.session, ...facts.event }, facts.seat))
      : [];
    const entries = keptEntries(facts.entries, days);
    const now = this.clock.now();
    const last = facts.session.parts.at(-1)?.on;
    const isPast = last !== undefined && last < dayInLondon(now);
    // Of what their calendars do not show nothing has changed for those who have a place.
    const isNothing = what === 'session-changed' && hasPlace && entries.every((one) => facts.entries.includes(one));
    if (isPast || isNothing || !isReader(facts)) return this.keep(tx, facts, entries);
    const telling = toTell(facts.waits ?? undefined, what);
    if (!waitsForHours(isOwnAct(facts, what), now, facts.session.startsAt)) {
      return this.tell(tx, facts, entries, telling);
    }
    await this.keep(tx, facts, entries);
    await this.rows.wait(tx, { bookingId, what: telling, since: now });
  }

  /** @param entries of the booking as they are now, kept or not */
  private async tell(
    tx: EntityManager,
    facts: Known,
    entries: readonly KeptEntry[],
    what: BookingDoing,
  ): Promise<void> {
    const now = this.clock.now();
    if (facts.waits) await this.rows.waitsNoMore(tx, facts.id);
    if (!isReader(facts)) return this.keep(tx, facts, entries);
    const sendings = toSend(entries, facts.way === 'letters');
    const sent = entries.map((entry) =>
      sendings.some((one) => one.entry === entry) ? { ...entry, sentSequence: entry.sequence } : entry,
    );
    const key = lettersKey(facts, entries, what, dayInLondon(now));
    const letters: Posted[] = [];
    if (what !== 'moved-away') {
      const first = sendings.shift();
      const clashes = mayMeet(facts, what) ? await this.clashes(tx, facts) : [];
      letters.push({
        once: ['booking', facts.id, what, key],
        recipient: facts.email,
        letter: () => bookingLetter(what, said(facts, this.config, ownClashWords(clashes))),
        ...(first && this.calendar(facts, first)),
      });
    }
    for (const one of sendings) {
      letters.push({
        once: ['booking', facts.id, what, key, `day-${one.entry.number}`],
        recipient: facts.email,
        letter: () => furtherDayLetter(facts.name, one.entry.title, one.method),
        ...this.calendar(facts, one),
      });
    }
    await this.keep(tx, facts, sent, letters);
  }

  /** What the booking of a member meets of their own by now. */
  private async clashes(tx: EntityManager, { personId, session: { id } }: Known): Promise<OwnClash[]> {
    const session = await this.programme.find(id, tx);
    return session ? this.diary.clashes(personId!, session, tx) : [];
  }

  /** Writes what has changed of the entries, and posts letters, in one message. */
  private async keep(
    tx: EntityManager,
    facts: Known,
    entries: readonly KeptEntry[],
    letters: readonly Posted[] = [],
  ): Promise<void> {
    const kept = this.rows.askKeep(facts, entries, this.clock.now());
    // All of them go to whoever has the booking.
    const language = letters[0] && (await this.languages.of(tx, letters[0]));
    const all = [...kept, ...letters.map((letter) => this.outbox.askPost(tx, letter, language!))];
    if (all.length > 0) await together(tx, all);
  }

  private calendar({ id, personId, name, email }: Reader, sending: Sending): { calendar?: LetterCalendar } {
    const { SITE_ORIGIN, MAIL_FROM } = this.config;
    const text = invitation(sending, {
      uid: entryUid(id, sending.entry, new URL(SITE_ORIGIN).host),
      organizer: mailPerson(MAIL_FROM, this.council.current.name),
      attendee: { name, email },
      madeAt: this.clock.now(),
      ...(personId && { url: `${SITE_ORIGIN}/bookings/${id}` }),
    });
    if (text === undefined) return {};
    const url = personId && { url: `${SITE_ORIGIN}/calendar/bookings/${id}.ics` };
    return { calendar: { method: sending.method, text, ...url } };
  }

  /** A date of an event is settled: whoever wanted to know is told, in the hours of letters. */
  private async tellOfDate(tx: EntityManager, sessionId: string, what: SessionChanged['what']): Promise<void> {
    if (what !== 'confirmed') return;
    const date = await this.rows.date(tx, sessionId);
    const now = this.clock.now();
    if (!date || date.parts.at(-1)!.on < dayInLondon(now)) return;
    const url = `${this.config.SITE_ORIGIN}/programme/${date.slug}`;
    for (const { id, name, email } of await this.rows.interested(tx, sessionId)) {
      await this.outbox.post(tx, {
        // What was put off meanwhile is told anew.
        once: ['interest', sessionId, id, String(date.revision)],
        recipient: email,
        letter: () => dateLetter({ ...date, name, isOnline: date.onlineUrl !== null }, url),
        notBefore: nextLetterHours(now),
      });
    }
  }

  /**
   * A calendar stays in the language in which its reader first had it: whoever reads in another one from now on would be told
   * of a change that is none.
   */
  private async facts(tx: EntityManager, bookingId: string): Promise<Known | undefined> {
    const facts = await this.rows.facts(tx, bookingId);
    if (!facts) return undefined;
    const { email } = facts;
    const now = () => (email === null ? ('en' as const) : this.languages.of(tx, { recipient: email }));
    return { ...facts, language: facts.language ?? (await now()) };
  }

  /** Nobody else acts on the session meanwhile. */
  private async alone(bookingId: string, act: (tx: EntityManager, facts: Known) => Promise<void>): Promise<void> {
    const sessionId = await this.rows.sessionOf(bookingId);
    if (sessionId === undefined) return;
    await this.transactions.run(async (tx) => {
      await this.programme.alone(tx, [sessionId]);
      const facts = await this.facts(tx, bookingId);
      if (facts) await act(tx, facts);
    });
  }
}
