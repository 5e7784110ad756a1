import { courseTables } from '@induct/course';
import { lettersTables } from '@induct/letters';
import { peopleTables } from '@induct/people';
import { signInTables } from '@induct/sign-in';
import {
  openDatabase,
  openDataDir,
  platformTables,
  prepareTables,
  readConfig,
  runUntilStopped,
} from '@induct/platform';
import { progressTables } from '@induct/progress';
import { steeringTables } from '@induct/steering';
import { createCourseService } from './app';

void runUntilStopped(async (onStop) => {
  const config = readConfig();
  openDataDir(config.DATA_DIR);
  const tables = [
    platformTables,
    lettersTables,
    peopleTables,
    signInTables,
    courseTables,
    progressTables,
    steeringTables,
  ];
  await prepareTables(config, tables);
  const database = await openDatabase(config.DATABASE_URL, tables);
  onStop(() => database.destroy());
  const app = await createCourseService(config, database);
  onStop(() => app.close());
  await app.listen(config.CONTENT_PORT, config.HOST);
  console.log(`The course service is at ${config.CONTENT_ORIGIN}`);
});
