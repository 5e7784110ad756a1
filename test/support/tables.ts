import { accreditationTables } from '@induct/accreditation';
import { courseTables } from '@induct/course';
import { peopleTables } from '@induct/people';
import { platformTables } from '@induct/platform';
import { progressTables } from '@induct/progress';

/** Of every lib, in the order of their arrows. */
export const allTables = [platformTables, peopleTables, courseTables, progressTables, accreditationTables];
