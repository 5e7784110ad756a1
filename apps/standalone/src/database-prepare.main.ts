import { CannotStart, prepareDatabase, ROLES, errorTrace } from '@induct/platform';
import { LIBS } from '../../libs';

/** `npm run database:prepare`: once for a PostgreSQL of one's own, and again after each new version of Induct. */
async function main(): Promise<void> {
  const { ADMIN_DATABASE_URL: admin, DATABASE_URL: app } = process.env;
  if (!admin || !app) {
    throw new CannotStart(
      `Set two addresses of the same database:\n  ADMIN_DATABASE_URL  for somebody who may create roles\n  DATABASE_URL        for ${ROLES.app}, with the password that it shall have`,
    );
  }
  await prepareDatabase(admin, app, LIBS);
  console.log(`The database is ready. Start Induct with DATABASE_URL alone; it signs in as ${ROLES.app}.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : errorTrace(error));
  process.exitCode = 1;
});
