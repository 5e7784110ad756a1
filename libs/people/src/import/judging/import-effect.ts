import type { Day } from '@induct/platform';
import type { Capacity } from '../../council/council.words';
import type { Period } from '../../council/period';
import type { Details } from './council-now';

/** Everything that an import writes. People whom the file brings are called `new:` and the number of their row. */
export interface ImportEffect {
  newPeople: (Details & { id: string; name: string; email: string })[];
  /** All details as they are afterwards. */
  changedDetails: (Details & { id: string })[];
  supersededSeats: string[];
  newSeats: (Period & { personId: string; bodyId: string; capacity: Capacity; replaces: string | null })[];
  supersededTerms: string[];
  newTerms: (Period & { personId: string; electionId: string; division: string; from: Day; replaces: string | null })[];
}

/** The id that somebody has until they are written. */
export const newId = (row: number): string => `new:${row}`;
export const isNew = (id: string): boolean => id.startsWith('new:');
