import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The class of an event, as who announces it and who hears it name it. */
export type EventClass<E extends object = object> = abstract new (...args: never[]) => E;
type Handler<E> = (tx: EntityManager, event: E) => Promise<void>;

/**
 * Against the arrows of the house goes an event: declared by the lower lib, handled in the same transaction by whoever
 * subscribed. A handler that throws rolls the announcer back.
 */
@Injectable()
export class Announcements {
  private readonly handlers = new Map<unknown, Handler<never>[]>();

  on<E extends object>(event: EventClass<E>, handler: Handler<E>): void {
    this.handlers.set(event, [...(this.handlers.get(event) ?? []), handler]);
  }

  /** How many have subscribed to it. */
  subscribers(event: EventClass): number {
    return this.handlers.get(event)?.length ?? 0;
  }

  async announce(tx: EntityManager, event: object): Promise<void> {
    for (const handler of this.handlers.get(event.constructor) ?? []) await handler(tx, event as never);
  }
}
