import { accreditationTables } from '@induct/accreditation';
import { courseTables } from '@induct/course';
import { peopleTables } from '@induct/people';
import { platformTables } from '@induct/platform';
import { progressTables } from '@induct/progress';
import { steeringTables } from '@induct/steering';

/** Of every lib, in the order of their arrows. */
export const ALL_TABLES = [
  platformTables,
  peopleTables,
  courseTables,
  progressTables,
  accreditationTables,
  steeringTables,
];
