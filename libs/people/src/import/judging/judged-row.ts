import type { CouldBe } from '../reading/choice';
import type { ImportOutcome } from './outcome';

/** What a row of a file was taken for. */
export interface JudgedRow {
  /** As the spreadsheet counts; null for somebody who is not in the file. */
  number: number | null;
  outcome: ImportOutcome;
  /** Whom it is about, as far as that is known. */
  personId: string | null;
  name: string;
  /** What happens, or what is wrong and what to do. */
  says: string[];
  /** Where its name does not say whom it is about: an officer chooses, or has chosen. */
  couldBe?: CouldBe;
}
