import { Test, type TestingModule } from '@nestjs/testing';
import {
  BookingChanged,
  Bookings,
  BookingSweeper,
  EventsModule,
  Interests,
  Programme,
  type Seat,
  ShownBookings,
} from '@induct/events';
import { Announcements, PlatformModule } from '@induct/platform';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';
import { aPerson } from './given-person';

const NOW = '2026-11-22T14:32:00Z';
const PEOPLE = ['Ann', 'Bob', 'Cat', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal'];

/** Eight members, `A` to `H`, who book at two processes in turn: nothing but the database keeps the two apart. */
export class BookingTrial {
  /** What was announced since `anew`: `A booked`, in its order. */
  heard: string[] = [];
  readonly clock = new FixedClock();
  /** Letters of people, by their ids. */
  readonly names = new Map<string, string>();
  readonly people: string[] = [];
  officer = '';
  private turn = 0;

  private constructor(
    private readonly database: TestDatabase,
    private readonly processes: TestingModule[] = [],
  ) {}

  static async begin(): Promise<BookingTrial> {
    const trial = new BookingTrial(await cloneDatabase());
    await trial.start();
    return trial;
  }

  async end(): Promise<void> {
    for (const one of this.processes.toReversed()) await one.close();
    await this.database.drop();
  }

  /** The day on which it begins, and nothing heard. */
  anew(): void {
    this.clock.set(NOW);
    this.heard = [];
  }

  get source(): TestDatabase['source'] {
    return this.database.source;
  }

  get programme(): Programme {
    return this.processes[0]!.get(Programme);
  }

  get bookings(): Bookings {
    return this.processes[0]!.get(Bookings);
  }

  get shown(): ShownBookings {
    return this.processes[0]!.get(ShownBookings);
  }

  get interests(): Interests {
    return this.processes[0]!.get(Interests);
  }

  /** As the worker does each minute. @returns how many it did something for */
  sweeps(): Promise<number> {
    return this.processes[0]!.get(BookingSweeper).work();
  }

  /** The one process and the other, in turn. */
  either(): Bookings {
    return this.processes[this.turn++ % 2]!.get(Bookings);
  }

  book(sessionId: string, at: number, more: { seat?: Seat } = {}) {
    return this.either().book({ sessionId, personId: this.people[at]!, by: this.people[at]!, ...more });
  }

  cancel(bookingId: string, at: number) {
    return this.either().cancel({ bookingId, by: this.people[at]!, as: 'self' });
  }

  /** Who has a place and who waits: `A booked, B waiting`. */
  async stands(sessionId: string): Promise<string> {
    return (await this.shown.ofSession(sessionId))
      .filter(({ state }) => state !== 'cancelled')
      .map(({ personId, state }) => `${this.names.get(personId!) ?? 'guest'} ${state}`)
      .join(', ');
  }

  private async start(): Promise<void> {
    const platform = PlatformModule.with(testConfig(this.database.url), this.source, { clock: this.clock });
    for (const providers of [[BookingSweeper], []]) {
      const one = await Test.createTestingModule({ imports: [platform, EventsModule], providers }).compile();
      this.processes.push(await one.init());
      one.get(Announcements).on(BookingChanged, async (tx, { bookingId, what }) => {
        const [row] = await tx.query<{ personId: string }[]>(
          'select person_id as "personId" from booking where id = $1',
          [bookingId],
        );
        this.heard.push(`${this.names.get(row!.personId) ?? 'guest'} ${what}`);
      });
    }
    this.officer = await aPerson(this.source, { name: 'Olive', roles: ['officer'] });
    for (const name of PEOPLE) {
      const id = await aPerson(this.source, { name });
      this.people.push(id);
      this.names.set(id, name[0]!);
    }
    this.names.set(this.officer, 'Olive');
  }
}
