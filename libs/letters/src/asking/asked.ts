import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { LetterPart } from '../writing/letter';
import type { Weekday } from './when-asked';

/** Whom a letter goes to. */
export interface AskedReader {
  personId: string;
  name: string;
  /** Address. */
  email: string;
}

/** Something that is asked of somebody: a part of the one letter of the day. */
export interface Asked {
  /** Of the letter, when it is the first or the only one: `Overdue: Planning training`. */
  subject: string;
  /** Stands above it where there are others: `To complete`. */
  heading: string;
  /** How many things it asks for. */
  things: number;
  parts: readonly LetterPart[];
}

/** Of whom something is looked for. */
export interface Look {
  today: Day;
  /** What will be to say until then, those are told today who are asked once a week, by the weekday of their letter. */
  untilByWeekday: Readonly<Record<Weekday, Day>>;
  /** Only people whose id comes after it; empty: all. */
  after: string;
  limit: number;
}

/** Who has something to ask of people by letter. Each registers with `AskingLetters`, in the process that writes them. */
export interface AskingSource {
  /** Smaller ones stand first in a letter. */
  order: number;
  /** Whether it has to be done: what has not is never asked of those who want only what has. */
  isMandatory: boolean;
  /** What has to be there before anybody is asked. */
  prepare?(): Promise<void>;
  /** Who has something to be told, by id: those who may be asked today (`reminder_choice_standing`). */
  waiting(look: Look): Promise<AskedReader[]>;
  /**
   * What there is to say to one person, marked as said in the same transaction. It is worked out anew: what was done meanwhile
   * is not among it.
   * @param until what will be to say until that day is said now
   */
  ask(tx: EntityManager, reader: AskedReader, when: { today: Day; until: Day }): Promise<Asked[]>;
}
