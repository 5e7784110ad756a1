import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '@induct/platform';
import { SessionNotFound } from '../programme/programme.errors';
import type { PlannedSession } from '../programme/programme.repository';
import { Programme } from '../programme/programme.service';
import type { AttendanceValue } from './attendance-said';
import { AttendanceRepository, type Talker } from './attendance.repository';
import { Registers } from './registers.service';

/** A talk with one person, who has it, and what is written down of them. */
export interface Talk {
  session: PlannedSession;
  people: Talker[];
}

export interface TalkDay {
  title: string;
  /** By their beginning. */
  talks: Talk[];
}

/** What is ticked of somebody at a talk. */
export interface TalkTick {
  sessionId: string;
  personId: string;
  value: AttendanceValue;
  /** What stood there when the page was opened, null: nothing. */
  seen: AttendanceValue | null;
}

/** What became of the ticks of a day. */
export interface TalkDaySaved {
  /** Ticks that were written down. */
  changed: number;
  /** Ticks that were left out: somebody else has ticked meanwhile, the register is closed, or it cannot be said of them yet. */
  left: number;
  /** Talks of which it is said that they took place. */
  delivered: number;
}

/** A day of talks is sixteen registers of one person each: they are kept on one page, and said to have taken place at once. */
@Injectable()
export class TalkDays {
  constructor(
    private readonly rows: AttendanceRepository,
    private readonly programme: Programme,
    private readonly registers: Registers,
    private readonly clock: Clock,
  ) {}

  /** The talks of an event on a day, as far as they take place. @throws EventNotFound, SessionNotFound: it has none that day */
  async of(slug: string, day: Day): Promise<TalkDay> {
    const { event, sessions } = await this.programme.event(slug);
    const talks = sessions.filter(({ parts, state }) => parts[0]?.on === day && TAKES_PLACE.includes(state));
    if (event.kind !== 'one-to-one' || talks.length === 0) throw new SessionNotFound();
    const people = await this.rows.talkers(talks.map(({ id }) => id));
    return {
      title: event.title,
      talks: talks
        .toSorted((a, b) => Number(a.startsAt) - Number(b.startsAt))
        .map((session) => ({ session, people: people.filter(({ sessionId }) => sessionId === session.id) })),
    };
  }

  /**
   * Each talk by itself, as its own register: what cannot be written down of one keeps no other from it.
   * @param tookPlace whether it is said of all that are over that they took place
   * @throws EventNotFound, SessionNotFound, SessionWasChanged
   */
  async save(
    slug: string,
    day: Day,
    ticks: readonly TalkTick[],
    { by, tookPlace }: { by: string; tookPlace: boolean },
  ): Promise<TalkDaySaved> {
    const { talks } = await this.of(slug, day);
    const saved: TalkDaySaved = { changed: 0, left: 0, delivered: 0 };
    for (const { session } of talks) {
      const marks = ticks.flatMap(({ sessionId, personId, value, seen }) =>
        sessionId === session.id && value !== seen ? [{ personId, part: 1, value, seen }] : [],
      );
      if (marks.length === 0) continue;
      if (session.registerClosedAt) {
        saved.left += marks.length;
        continue;
      }
      const { changed, overtaken, refused } = await this.registers.save(session.id, marks, { by, how: 'register' });
      saved.changed += changed.length;
      saved.left += overtaken.length + refused.length;
    }
    const now = this.clock.now();
    const over = talks.filter(({ session: { state, endsAt } }) => state === 'confirmed' && endsAt && endsAt <= now);
    if (!tookPlace) return saved;
    for (const { session } of over)
      await this.programme.setState(session.id, 'delivered', { by, revision: session.revision });
    return { ...saved, delivered: over.length };
  }
}

const TAKES_PLACE: readonly PlannedSession['state'][] = ['confirmed', 'delivered'];
