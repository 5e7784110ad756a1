import {
  CannotStart,
  ConfigInvalid,
  openDatabase,
  platformTables,
  readConfig,
  startEmbeddedPostgres,
  verifyAuditTrail,
} from '@induct/platform';

/** `npm run audit:verify`: exit 0 when the audit trail is whole, 1 when it names a bad row. */
async function main(): Promise<void> {
  const postgres = process.env.DATABASE_URL ? undefined : await startEmbeddedPostgres(process.env.DATA_DIR || '.data');
  try {
    const config = readConfig({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || postgres?.url });
    const database = await openDatabase(config.DATABASE_URL, [platformTables]);
    const { events, firstBad } = await verifyAuditTrail(database.manager);
    await database.destroy();
    console.log(
      firstBad
        ? `The audit trail was changed: event ${firstBad} does not follow from the one before. ${events} events before it are whole.`
        : `The audit trail is whole: ${events} events.`,
    );
    process.exitCode = firstBad ? 1 : 0;
  } finally {
    await postgres?.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof CannotStart || error instanceof ConfigInvalid ? error.message : error);
  process.exitCode = 1;
});
