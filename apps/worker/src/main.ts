import { accreditationTables } from '@induct/accreditation';
import { courseTables } from '@induct/course';
import { lettersTables } from '@induct/letters';
import { peopleTables } from '@induct/people';
import { signInTables } from '@induct/sign-in';
import {
  createApplication,
  openDatabase,
  openDataDir,
  platformTables,
  prepareTables,
  readConfig,
  runUntilStopped,
} from '@induct/platform';
import { progressTables } from '@induct/progress';
import { steeringTables } from '@induct/steering';
import { WorkerModule } from './worker.module';

/** The worker alone, with its health page on WORKER_PORT. */
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
  const app = await createApplication(WorkerModule.with(config, database), config, {
    origin: `http://${config.HOST}`,
  });
  onStop(() => app.close());
  await app.listen(config.WORKER_PORT, config.HOST);
  console.log(`The worker is ready: http://${config.HOST}:${config.WORKER_PORT}/health`);
});
