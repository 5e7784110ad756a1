import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The class of an event, as who announces it and who hears it name it. */
export type EventClass<E extends object = object> = abstract new (...args: never[]) => E;
type Handler<E> = (tx: EntityManager, event: E) => Promise<void>;

interface Subscription {
  classes: readonly EventClass[];
  hear: Handler<readonly object[]>;
}

/**
 * Against the arrows of the house goes an event: declared by the lower lib, handled in the same transaction by whoever
 * subscribed. A handler that throws rolls the announcer back.
 */
@Injectable()
export class Announcements {
  private readonly subscriptions: Subscription[] = [];

  on<E extends object>(event: EventClass<E>, handler: Handler<E>): void {
    this.onAll([event], async (tx, events) => {
      for (const one of events) await handler(tx, one);
    });
  }

  /** Hears everything of these classes that is announced together at once, in the order in which it was announced. */
  onAll<E extends object>(classes: readonly EventClass<E>[], handler: Handler<readonly E[]>): void {
    this.subscriptions.push({ classes, hear: handler as Handler<readonly object[]> });
  }

  /** How many have subscribed to it. */
  subscribers(event: EventClass): number {
    return this.subscriptions.filter(({ classes }) => classes.includes(event)).length;
  }

  announce(tx: EntityManager, event: object): Promise<void> {
    return this.announceAll(tx, [event]);
  }

  /** What has happened together: who hears several of them may answer with one statement instead of one for each. */
  async announceAll(tx: EntityManager, events: readonly object[]): Promise<void> {
    for (const { classes, hear } of this.subscriptions) {
      const heard = events.filter((event) => classes.includes(event.constructor as EventClass));
      if (heard.length > 0) await hear(tx, heard);
    }
  }
}
