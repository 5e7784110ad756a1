import { accreditationTables } from '@induct/accreditation';
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
import { FirstAdministrator } from '@induct/sign-in';
import { steeringTables } from '@induct/steering';
import { createMembersArea } from './app';

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
    accreditationTables,
    steeringTables,
  ];
  await prepareTables(config, tables);
  const database = await openDatabase(config.DATABASE_URL, tables);
  onStop(() => database.destroy());
  const app = await createMembersArea(config, database);
  onStop(() => app.close());
  await app.listen(config.PORT, config.HOST);
  console.log(`The members area is at ${config.SITE_ORIGIN}`);
  const link = await app.get(FirstAdministrator, { strict: false }).createLink();
  if (link) console.log(`Nobody is here yet. Become the first administrator within 24 hours:\n${link}`);
});
