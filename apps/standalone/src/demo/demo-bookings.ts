import { Injectable } from '@nestjs/common';
import { Bookings, GuestPlaces, Invitations, NeedsService, Partners, Programme, ShownBookings } from '@induct/events';
import type { PersonCurrent } from '@induct/people';
import { type Day, dayInLondon, Transactions } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import {
  BOOKING_STORIES,
  CANCELLED,
  GIVES_UP,
  GUEST_NEEDS,
  MOVED,
  NEEDS_STORIES,
  PARTNER,
  TALKS,
  type BookingStory,
} from './stories/booking-stories';
import { MEMBERS } from './stories/council';
import type { DemoClock } from './demo-clock';
import { type ProgrammeDay, programmeDays } from './stories/programme-days';

/** When the first of them booked. */
const BOOKED_DAYS_AGO = 16;
const CHANGED_DAYS_AGO = 4;

interface Known {
  sessionOf: (day: ProgrammeDay) => string;
  personOf: (member: number) => string;
  /** Of the day of talks to come, in their order. */
  talks: readonly string[];
}

/** Who has a place at what is to come: one session is full, one booking was moved, one session was cancelled, guests come. */
@Injectable()
export class DemoBookings {
  constructor(
    private readonly bookings: Bookings,
    private readonly shown: ShownBookings,
    private readonly programme: Programme,
    private readonly partners: Partners,
    private readonly invitations: Invitations,
    private readonly guests: GuestPlaces,
    private readonly needs: NeedsService,
    private readonly transactions: Transactions,
    private readonly source: DataSource,
  ) {}

  /** Once. */
  async tell(clock: DemoClock): Promise<void> {
    if ((await this.partners.all()).length > 0) return;
    const known = await this.known(dayInLondon(clock.today));
    await Promise.all(
      BOOKING_STORIES.map((story, nth) =>
        this.transactions.run((tx) => this.book(clock, story, { ...known, days: BOOKED_DAYS_AGO - nth }, tx)),
      ),
    );
    await clock.at(clock.daysAgo(BOOKED_DAYS_AGO - 8, 12), () =>
      this.transactions.run(async (tx) => {
        for (const { talk, member } of TALKS) {
          const personId = known.personOf(member);
          await this.bookings.book({ sessionId: known.talks[talk]!, personId, seat: 'room', by: personId }, tx);
        }
      }),
    );
    for (const { member, needs, kept } of NEEDS_STORIES)
      await clock.at(clock.daysAgo(BOOKED_DAYS_AGO - 6, 11), () =>
        this.needs.say({ personId: known.personOf(member) }, needs, kept),
      );
    await clock.at(clock.daysAgo(CHANGED_DAYS_AGO, 10), () => this.change(known));
    await clock.at(clock.daysAgo(CHANGED_DAYS_AGO, 14), () => this.invite(known));
  }

  /** One after the other, on one day. */
  private async book(
    clock: DemoClock,
    { on, members, online = [] }: BookingStory,
    { sessionOf, personOf, days }: Known & { days: number },
    tx: EntityManager,
  ): Promise<void> {
    const sessionId = sessionOf(on);
    for (const [nth, member] of [...members, ...online].entries()) {
      const personId = personOf(member);
      const seat = online.includes(member) ? 'online' : 'room';
      await clock.at(clock.daysAgo(days, 9, nth * 3), () =>
        this.bookings.book({ sessionId, personId, seat, by: personId }, tx),
      );
    }
  }

  private async change({ sessionOf, personOf }: Known): Promise<void> {
    const bookingOf = async (member: number, day: ProgrammeDay) =>
      (await this.shown.ofSession(sessionOf(day))).find(({ personId }) => personId === personOf(member))!.id;
    const [moved, givenUp] = [await bookingOf(MOVED.member, MOVED.from), await bookingOf(GIVES_UP.member, GIVES_UP.on)];
    await this.bookings.move({ bookingId: moved, toSessionId: sessionOf(MOVED.to), by: personOf(MOVED.member) });
    await this.bookings.cancel({ bookingId: givenUp, by: personOf(GIVES_UP.member), as: 'self' });
    const { id, revision } = await this.programme.session(sessionOf(CANCELLED.on));
    await this.programme.setState(id, 'cancelled', { by: null, revision, reason: CANCELLED.why });
  }

  private async invite({ sessionOf }: Known): Promise<void> {
    await this.transactions.run(async (tx) => {
      const sessionId = sessionOf(PARTNER.on);
      const partnerId = await this.partners.add(PARTNER, null, tx);
      await this.invitations.invite({ sessionId, partnerId, by: null }, tx);
    });
    const [partner] = await this.partners.all();
    const ids: string[] = [];
    for (const name of PARTNER.guests) {
      const email = `${name.toLowerCase().replace(' ', '.')}@westmoor.example`;
      ids.push(
        await this.guests.add({ partnerId: partner!.id, sessionId: sessionOf(PARTNER.on), name, email, by: null }),
      );
    }
    await this.needs.say({ guestId: ids[0]! }, GUEST_NEEDS, false);
  }

  private async known(today: Day): Promise<Known> {
    const days = programmeDays(today);
    const [people, sessions] = await Promise.all([
      this.source.query<Pick<PersonCurrent, 'id' | 'email'>[]>(
        'select id, email from person_current where email = any($1)',
        [MEMBERS.map(({ email }) => email)],
      ),
      this.programme.between(days.parent, days.conductOnceMore),
    ]);
    const ids = new Map(people.map(({ id, email }) => [email, id]));
    const byDay = new Map(sessions.map(({ id, parts }) => [parts[0]!.on, id]));
    return {
      talks: sessions.filter(({ event }) => event?.kind === 'one-to-one').map(({ id }) => id),
      sessionOf: (day) => byDay.get(days[day])!,
      personOf: (member) => ids.get(MEMBERS[member]!.email)!,
    };
  }
}
