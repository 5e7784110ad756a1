import type { Type } from '@nestjs/common';
import type { ZodType } from 'zod';
import type { EventClass } from './announcements';
import type { Tables } from '../database/database.module';
import type { QUEUES } from '../queue/queues';
import type { PersonData } from './person-data';

/** A job of the queue: declared once, by the lib whose work it is. */
export interface DeclaredJob {
  queue: keyof typeof QUEUES;
  /** As the queue knows it; with the queue it says which work is meant. */
  name: string;
  /** What it carries. Whoever works on it reads it by this. */
  payload: ZodType;
}

/** An event that the lib announces, for libs above it. */
export interface Announced {
  event: EventClass;
  /** Whoever announces it: a process that has one of these can, and has to have all who listen. */
  by: readonly Type[];
}

/** An event that the lib does something about, in the announcer's transaction. */
export interface Listened {
  event: EventClass;
  /** Who subscribes to it. */
  by: Type;
}

/**
 * What a lib is to those who put libs together: the apps, the migrations, the tests, the checks. A description and nothing
 * more; `apps/libs.ts` is the list of all of them.
 */
export interface Lib extends Required<Tables> {
  /** Of its folder, and after `@induct/`. */
  name: string;
  /**
   * The libs it may import, by name, beside `scorm` and `platform`: all before it in `apps/libs.ts`. dependency-cruiser reads
   * them here, as text: a list of names in quotes.
   */
  standsOn: readonly string[];
  /**
   * The module with everything that the lib does; none when it is only functions, or when an app makes it from its settings.
   * That of a lib that listens is in every process, so it starts no work by itself.
   */
  module: Type | undefined;
  /** Modules that work by themselves: they send, print, look for what is due. Only the worker has all of them. */
  worker: readonly Type[];
  /** Its tables, one class each. A table without one here belongs to nobody. */
  entities: Function[];
  /** Its views: what others may read of its tables. */
  windows: Function[];
  /** In any order: TypeORM goes by the number in the name. */
  migrations: Function[];
  jobs: readonly DeclaredJob[];
  announces: readonly Announced[];
  listens: readonly Listened[];
  /** What it holds of people, for each of its tables that names one. */
  personData: readonly PersonData[];
}

/**
 * A lib's descriptor. What is not said is empty.
 *
 *     export const letters = lib({ name: 'letters', module: LettersModule, entities: [MailEntity], … });
 */
export const lib = (described: Pick<Lib, 'name'> & Partial<Lib>): Lib => ({
  standsOn: [],
  module: undefined,
  worker: [],
  entities: [],
  windows: [],
  migrations: [],
  jobs: [],
  announces: [],
  listens: [],
  personData: [],
  ...described,
});

/** The modules of libs, for an app that uses all of them. */
export const modulesOf = (libs: readonly Lib[]): Type[] => libs.flatMap(({ module }) => module ?? []);
