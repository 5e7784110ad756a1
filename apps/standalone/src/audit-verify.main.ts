import { parseArgs } from 'node:util';
import {
  AuditKey,
  CannotStart,
  type Config,
  ConfigInvalid,
  CheckpointFile,
  checkpointsAreGone,
  EmbeddedPostgresInUse,
  openDatabase,
  readConfig,
  readLine,
  signedLine,
  startEmbeddedPostgres,
  verifyAuditTrail,
  errorTrace,
} from '@induct/platform';
import { LIBS } from '../../libs';

/**
 * `npm run audit:verify [-- --print] [-- --against 'CHECKPOINT']`: exit 0 when the audit trail is whole, 1 when it names
 * the first event with which something is wrong. `--print` adds a line for the minutes, `--against` checks one from there.
 */
async function main(): Promise<void> {
  const { print, against } = options();
  await withDatabase(async (config) => {
    const key = new AuditKey(config);
    const file = new CheckpointFile(config.DATA_DIR);
    const database = await openDatabase(config.DATABASE_URL, LIBS, { poolSize: 1 });
    const lines = await file.lines();
    const checkpoints = [...lines, ...against];
    const verdict = await verifyAuditTrail(database.manager, key, checkpoints);
    const { events, last, harm } = verdict;
    await database.destroy();
    if (harm) {
      console.log(`The audit trail is not whole. ${harm.words}\n${events} events before that are whole.`);
      process.exitCode = 1;
      return;
    }
    const newest = readLine(lines.at(-1) ?? '')?.checkpoint.at;
    const held = `held against ${checkpoints.length} checkpoints${newest ? `, Induct’s newest of ${newest}` : ''}`;
    console.log(`The audit trail is whole: ${events} events, ${held}.`);
    const gone = checkpointsAreGone(lines, verdict, new Date());
    if (gone) {
      console.log(
        `${gone} Put ${file.path} back from a backup, or hold the trail against a line from the minutes (--against).`,
      );
      process.exitCode = against.length > 0 ? 0 : 1;
    }
    if (print && last) {
      const checkpoint = { events, last: last.id, hash: last.hash, at: new Date().toISOString(), keyId: key.id };
      console.log(`\nFor the minutes:\n${signedLine(checkpoint, key)}`);
    }
  });
}

function options(): { print: boolean; against: string[] } {
  try {
    const { values, positionals } = parseArgs({
      options: { print: { type: 'boolean', default: false }, against: { type: 'string' } },
      allowPositionals: true,
    });
    // Pasted without quotation marks, a checkpoint comes in many words.
    const pasted = values.against === undefined ? [] : [[values.against, ...positionals].join(' ')];
    if (positionals.length > 0 && pasted.length === 0) throw new Error(`Unknown: ${positionals.join(' ')}`);
    return { print: values.print, against: pasted };
  } catch (error) {
    throw new CannotStart(
      `${(error as Error).message}\nnpm run audit:verify takes --print (a line for the minutes) and --against 'LINE' (a line from the minutes).`,
    );
  }
}

/** Your DATABASE_URL, or the embedded database, running or not. */
async function withDatabase(work: (config: Config) => Promise<void>): Promise<void> {
  const own = process.env.DATABASE_URL;
  if (own) return work(readConfig());
  const postgres = await startEmbeddedPostgres(process.env.DATA_DIR || '.data').catch((error: unknown) => {
    if (error instanceof EmbeddedPostgresInUse) return { url: error.url, stop: () => Promise.resolve() };
    throw error;
  });
  try {
    await work(readConfig({ ...process.env, DATABASE_URL: postgres.url }));
  } finally {
    await postgres.stop();
  }
}

const UNDEFINED_TABLE = '42P01';
const UNDEFINED_COLUMN = '42703';

main().catch((error: unknown) => {
  const { code } = error as { code?: string };
  if (code === UNDEFINED_TABLE || code === UNDEFINED_COLUMN) {
    console.error('The audit trail is of an earlier version. Start Induct once, then try again.');
  } else {
    console.error(error instanceof CannotStart || error instanceof ConfigInvalid ? error.message : errorTrace(error));
  }
  process.exitCode = 1;
});
