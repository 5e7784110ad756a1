import type { Type } from '@nestjs/common';
import type { EventClass } from './announcements';
import type { Lib } from './lib';

/** What a process is made of, as far as events go. */
export interface Listening {
  /** Whether it has this service. */
  has(service: Type): boolean;
  /** How many have subscribed to the event. */
  subscribers(event: EventClass): number;
}

/**
 * What would be announced in this process without being heard, in words; empty when all is well. Whoever listens to an event
 * has to be wherever it can be announced: a person who is shut out must be signed out, whichever process shut them out.
 */
export function unheard(libs: readonly Lib[], process: Listening): string[] {
  return libs.flatMap(({ name, announces }) =>
    announces
      .filter(({ by }) => by.some((service) => process.has(service)))
      .flatMap(({ event }) =>
        problemsOf(libs, event, process).map((problem) => `${name} announces ${event.name}: ${problem}`),
      ),
  );
}

function problemsOf(libs: readonly Lib[], event: EventClass, process: Listening): string[] {
  const hearers = libs.flatMap((lib) =>
    lib.listens.filter((one) => one.event === event).map(({ by }) => ({ lib, by })),
  );
  if (hearers.length === 0) return ['no lib listens to it. Let one hear it, or announce it no more.'];
  const absent = hearers.filter(({ by }) => !process.has(by));
  if (absent.length > 0) {
    return absent.map(
      ({ lib, by }) => `${by.name} of ${lib.name} has to hear it and is not in this process. ${toBring(by, lib)}`,
    );
  }
  const subscribed = process.subscribers(event);
  return subscribed < hearers.length
    ? [`${hearers.length} say that they listen (${hearers.map(({ by }) => by.name).join(', ')}), ${subscribed} do.`]
    : [];
}

const toBring = (hearer: Type, { name, module }: Lib): string =>
  module
    ? `Put it among the providers of ${module.name}.`
    : `Make a module that provides ${hearer.name}, and name it in the descriptor of ${name}.`;
