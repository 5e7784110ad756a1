import { accreditationTables } from '@induct/accreditation';
import { courseTables } from '@induct/course';
import { lettersTables } from '@induct/letters';
import { peopleTables } from '@induct/people';
import { signInTables } from '@induct/sign-in';
import { platformTables } from '@induct/platform';
import { progressTables } from '@induct/progress';
import { steeringTables } from '@induct/steering';

/** Of every lib, in the order of their arrows. */
export const allTables = [
  platformTables,
  lettersTables,
  peopleTables,
  signInTables,
  courseTables,
  progressTables,
  accreditationTables,
  steeringTables,
];
