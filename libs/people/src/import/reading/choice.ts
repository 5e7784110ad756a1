import { hash } from 'node:crypto';
import type { FileRow } from './file-rows';

/** Whom an officer says a row is about: somebody of its name, or somebody who has this address. One of the two is null. */
export interface Choice {
  personId: string | null;
  /** Of somebody new, or of whom another row brings. */
  email: string | null;
  byName: string;
  at: Date;
}

/** Choices by `contentOf` their rows. */
export type Choices = ReadonlyMap<string, Choice>;

/** Whom a row could be about, where it does not say it itself. */
export interface CouldBe {
  /** Ids of people of that name. */
  people: string[];
  /** Addresses of people of that name whom other rows bring. */
  brought: string[];
  /** The address in the row, which nobody has yet; null: it has none. */
  email: string | null;
}

/** What a row says, wherever it stands: a choice holds for every row that says the same. SHA-256, hexadecimal. */
export const contentOf = ({ values }: FileRow): string =>
  hash('sha256', JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))), 'hex');
