import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A killed server's sessions end a moment before it does. */
const GOES_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 20;

const lineOf = (pidFile: string, line: number): number | undefined =>
  existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[line]) || undefined : undefined;

/** Where a server listens, or did when it was killed; undefined when there is none, or it has not come that far. */
export const portOf = (pidFile: string): number | undefined => lineOf(pidFile, 3);

/** Ends the server at once; its processes end with it. */
export function killPostmaster(pidFile: string): void {
  const pid = lineOf(pidFile, 0);
  if (pid && pid > 1) process.kill(pid, 'SIGQUIT');
}

/**
 * Takes away the file of a server that was killed, once it is really gone.
 * Where the first process never reaps (a container's often does not) it stays a zombie, which PostgreSQL and `pg_ctl` take for
 * alive: a start is refused, and a stop waits for a minute. To be called when nobody answers at its port; one that is still
 * there after five seconds keeps its file.
 */
export async function forgetKilled(pidFile: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const until = performance.now() + GOES_WITHIN_MS; performance.now() < until; await wait(LOOK_EVERY_MS)) {
    const pid = lineOf(pidFile, 0);
    const state = pid && stateOf(pid);
    // Reaped: PostgreSQL sees for itself that its file is an old one.
    if (!state) return;
    if (state === 'Z') return rmSync(pidFile, { force: true });
  }
}

function stateOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.charAt(0);
  } catch {
    return undefined;
  }
}
