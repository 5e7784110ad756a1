import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedPostgresHome, startEmbeddedPostgres } from '@induct/platform';
import { processTree } from '../support/processes';
import type { Trial } from '../support/trial';

/** The postmaster and every process of it at once, as when the machine fails; then as after its start. */
export async function killPostgres(trial: Trial): Promise<void> {
  const pidFile = join(embeddedPostgresHome(trial.dataDir), 'cluster/postmaster.pid');
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  for (const pid of processTree([postmaster])) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended between looking and killing.
    }
  }
  await startEmbeddedPostgres(trial.dataDir, Number(new URL(trial.postgres.url).port));
}
