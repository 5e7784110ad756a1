// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does, before anything else is loaded
import './source-maps';
import { NestFactory } from '@nestjs/core';
import {
  AuditCheckpoints,
  AuditKey,
  type Config,
  type EmbeddedPostgres,
  keepEmbeddedPostgres,
  migrate,
  openDatabase,
  openDataDir,
  prepareTables,
  quietLogger,
  readConfig,
  runUntilStopped,
  SystemClock,
} from '@induct/platform';
import { FirstAdministrator } from '@induct/sign-in';
import { LIBS } from '../../libs';
import { createMembersArea } from '../../members-area/src';
import { WorkerModule } from '../../worker/src';
import { wantsDemo } from './arguments';
import { createContentOrigin } from './content-origin';
import { listen } from './listen';
import { prepareCouncil } from './prepare-council';
import { Steps } from './steps';
import { whereToLook } from './where-to-look';

/** Three applications share it, and commits wait for a connection while certificates are printed. */
const POOL_SIZE = 24;
/** Stands for an address that is known once the database runs. */
const EMBEDDED = 'postgres://embedded';

void runUntilStopped(async ({ onStop, fail, whole }) => {
  console.log('\nInduct is starting.');
  const steps = new Steps();
  const ownDatabase = Boolean(process.env['DATABASE_URL']);
  const demo = wantsDemo(process.argv.slice(2), ownDatabase);
  // Wrong settings are said before anything is started.
  const settings = { ...process.env, DEMO: String(demo) };
  const before = readConfig({ ...settings, DATABASE_URL: process.env['DATABASE_URL'] || EMBEDDED });
  openDataDir(before.DATA_DIR);
  let url = process.env['DATABASE_URL'];
  let postgres: EmbeddedPostgres | undefined;
  if (!url) {
    const started = await steps.take('Starting the embedded PostgreSQL', () =>
      keepEmbeddedPostgres(before.DATA_DIR, {
        says: (words) => console.error(words),
        gaveUp: fail,
        starting: (kill) => onStop(() => Promise.resolve(), kill),
      }),
    );
    onStop(
      () => started.stop(),
      () => started.kill(),
    );
    postgres = started;
    url = started.url;
  }
  const config: Config = { ...before, DATABASE_URL: url };
  await steps.take('Bringing the tables up to date', () =>
    postgres ? migrate(postgres.ownerUrl, LIBS) : prepareTables(config, LIBS),
  );
  const database = await openDatabase(url, LIBS, { poolSize: POOL_SIZE });
  onStop(() => database.destroy());
  // The worker's own last one comes before the site has closed.
  onStop(() => new AuditCheckpoints(config, database, new AuditKey(config), new SystemClock()).write());
  await prepareCouncil(config, database, steps, { onStop, whole });

  const site = await steps.take('Starting the members area', () =>
    whole(async () => {
      const app = await createMembersArea(config, database);
      onStop(() => app.close());
      await listen(app, config.PORT, config.HOST, 'PORT');
      return app;
    }),
  );
  await steps.take('Starting the content origin', () =>
    whole(async () => {
      const app = await createContentOrigin(config, database);
      onStop(() => app.close());
      await listen(app, config.CONTENT_PORT, config.HOST, 'CONTENT_PORT');
    }),
  );
  await steps.take('Starting the worker', () =>
    whole(async () => {
      const worker = await NestFactory.createApplicationContext(WorkerModule.with(config, database), {
        logger: quietLogger(config),
        abortOnError: false,
      });
      onStop(() => worker.close());
    }),
  );
  const firstAdministrator = await site.get(FirstAdministrator, { strict: false }).createLink();
  console.log(whereToLook(config, { ownDatabase, ready: steps.total, firstAdministrator }));
});
