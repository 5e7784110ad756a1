import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { lockPersons } from '@induct/people';
import {
  calendarFile,
  Clock,
  CONFIG,
  type Config,
  Council,
  dayInLondon,
  daysLater,
  Ids,
  Transactions,
} from '@induct/platform';
import type { CalendarWay } from './calendar-choice.entity';
import { type CalendarState, CalendarFeedRepository, type FeedEntry } from './calendar-feed.repository';
import { NoFeedYet } from './calendar.errors';
import { calendarEntry, entryUid } from './invitation';

/** What was cancelled stays in a feed so long: programs that look seldom strike it through, and do not forget it by chance. */
const CANCELLED_DAYS = 30;
/** What was longer ago is not in it. */
const PAST_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;
const TOKEN = /^[\w-]{43}$/;

/** A calendar file, and what says that it is the same as before. */
export interface Feed {
  id: string;
  text: string;
  etag: string;
}

/** How members have their bookings in their calendar: each by the letters, or by an address that is theirs alone. */
@Injectable()
export class CalendarFeeds {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
    private readonly rows: CalendarFeedRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  of(personId: string): Promise<CalendarState> {
    return this.rows.state(personId);
  }

  /** @throws NoFeedYet */
  async choose(personId: string, way: CalendarWay): Promise<void> {
    await this.transactions.run(async (tx) => {
      await lockPersons(tx, [personId]);
      if (way === 'feed' && !(await this.rows.isLive(tx, personId))) throw new NoFeedYet();
      await this.rows.choose(tx, { personId, way, chosenAt: this.clock.now() });
    });
  }

  /** An earlier address answers no more. @returns what stands in the address: it is kept nowhere, and shown once */
  async make(personId: string): Promise<string> {
    const token = this.ids.secret();
    const madeAt = this.clock.now();
    await this.transactions.run(async (tx) => {
      await lockPersons(tx, [personId]);
      await this.rows.revoke(tx, personId, madeAt);
      const feed = { id: this.ids.uuid(), personId, tokenHash: hashOf(token), madeAt, revokedAt: null };
      await this.rows.add(tx, feed);
    });
    return token;
  }

  /** From then on letters bring invitations again. */
  async revoke(personId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await lockPersons(tx, [personId]);
      await this.rows.revoke(tx, personId, this.clock.now());
      await this.rows.choose(tx, { personId, way: 'letters', chosenAt: this.clock.now() });
    });
  }

  /** @returns undefined of an address that is nobody's, or was revoked */
  async read(token: string): Promise<Feed | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const now = this.clock.now();
    const first = daysLater(dayInLondon(now), -PAST_DAYS);
    const feed = await this.rows.read(hashOf(token), first, new Date(+now - CANCELLED_DAYS * DAY_MS));
    if (!feed) return undefined;
    const text = this.file(feed.entries, `Your bookings, ${this.council.current.name}`);
    return { id: feed.id, text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
  }

  /** One booking, for who has it. Undefined: it is another's, or never had a place or a day. */
  async ofBooking(personId: string, bookingId: string): Promise<string | undefined> {
    const entries = await this.rows.ofBooking(personId, bookingId);
    return entries.length > 0 ? this.file(entries) : undefined;
  }

  /** The same for as long as nothing in it changes. */
  private file(entries: readonly FeedEntry[], name?: string): string {
    const { origin, host } = new URL(this.config.SITE_ORIGIN);
    const events = entries.map(({ bookingId, changedAt, ...entry }) => ({
      ...calendarEntry(entry, entryUid(bookingId, entry, host)),
      changedAt: new Date(changedAt),
      url: `${origin}/bookings/${bookingId}`,
    }));
    return calendarFile(events, {
      product: 'Bookings',
      method: 'PUBLISH',
      madeAt: this.clock.now(),
      ...(name && { name }),
    });
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
