import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Question, several } from '../database/together';

/** The class of an event, as who announces it and who hears it name it. */
export type EventClass<E extends object = object> = abstract new (...args: never[]) => E;
type Handler<E> = (tx: EntityManager, event: E) => Promise<void>;

/** Hears events, with what it asked about them when it could ask ahead. */
type AheadHandler<E, A> = (tx: EntityManager, events: readonly E[], answer?: A) => Promise<void>;
/** What a hearer asks about events first of all; undefined where it cannot ask ahead. */
type Ahead<E, A> = (events: readonly E[]) => Question<A> | undefined;

interface Subscription {
  classes: readonly EventClass[];
  hear: AheadHandler<object, unknown>;
  ahead?: Ahead<object, unknown>;
}

/** What the hearers of some events have asked ahead. */
export type Heard = ReadonlyMap<object, unknown>;

/**
 * Against the arrows of the house goes an event: declared by the lower lib, handled in the same transaction by whoever
 * subscribed. A handler that throws rolls the announcer back.
 */
@Injectable()
export class Announcements {
  private readonly subscriptions: Subscription[] = [];

  on<E extends object>(event: EventClass<E>, handler: Handler<E>): void {
    this.onAll<E, undefined>([event], async (tx, events) => {
      for (const one of events) await handler(tx, one);
    });
  }

  /**
   * Hears everything of these classes that is announced together at once, in the order in which it was announced.
   * @param ahead what the handler would ask first of all: it may ride with what the announcer asks
   */
  onAll<E extends object, A>(
    classes: readonly EventClass<E>[],
    handler: AheadHandler<E, A>,
    ahead?: Ahead<E, A>,
  ): void {
    this.subscriptions.push({ classes, hear: handler as Subscription['hear'], ahead: ahead as Subscription['ahead'] });
  }

  /**
   * What those who will hear of these events ask first of all, for an announcer that writes them down and asks this in one message,
   * its own statements first (`together`). The events may turn out not to have happened: then nobody is to hear of the answer.
   * @returns to be handed to `announceAll` with the same events
   */
  ahead(events: readonly object[]): Question<Heard> {
    const asking = this.subscriptions.flatMap((one) => {
      const question = one.ahead?.(heardBy(one, events));
      return question ? { one, question } : [];
    });
    const { statements, answer } = several(asking.map(({ question }) => question));
    return {
      statements,
      answer: (rows) => {
        const answers = answer(rows);
        return new Map(asking.map(({ one }, nth) => [one, answers[nth]]));
      },
    };
  }

  /** How many have subscribed to it. */
  subscribers(event: EventClass): number {
    return this.subscriptions.filter(({ classes }) => classes.includes(event)).length;
  }

  announce(tx: EntityManager, event: object): Promise<void> {
    return this.announceAll(tx, [event]);
  }

  /** What has happened together: who hears several of them may answer with one statement instead of one for each. */
  async announceAll(tx: EntityManager, events: readonly object[], answers?: Heard): Promise<void> {
    for (const one of this.subscriptions) {
      const heard = heardBy(one, events);
      if (heard.length > 0) await one.hear(tx, heard, answers?.get(one));
    }
  }
}

const heardBy = ({ classes }: Subscription, events: readonly object[]): object[] =>
  events.filter((event) => classes.includes(event.constructor as EventClass));
