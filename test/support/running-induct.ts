import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

export interface RunningInduct {
  site: string;
  content: string;
  process: ChildProcess;
  /** Everything it has printed so far. */
  log(): string;
  /** Ctrl-C, and waits until it has ended. */
  stop(): Promise<void>;
}

/** So much of what it printed is told when it ends by itself. */
const TOLD = 5_000;

/**
 * `npm start` as a person runs it, until both origins answer.
 * @throws with what it printed when it ends before
 */
export async function startInduct(options: {
  port: number;
  dataDir: string;
  env?: Record<string, string>;
  /** What stands behind `npm start`. */
  words?: readonly string[];
}): Promise<RunningInduct> {
  const { port, dataDir } = options;
  const env = { ...process.env, DATABASE_URL: '', PORT: String(port), DATA_DIR: dataDir, ...options.env };
  const npm = spawn('npm', ['start', ...(options.words ?? [])], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (data: Buffer) => (log += data.toString()));
  const ended = once(npm, 'exit');
  let [isUp, isStopped] = [false, false];
  npm.once('exit', (code, signal) => {
    if (isUp && !isStopped) console.error(`npm start ended by itself (${signal ?? code}):\n${log.slice(-TOLD)}`);
  });
  const running: RunningInduct = {
    site: `http://localhost:${port}`,
    content: `http://127.0.0.1:${port + 1}`,
    process: npm,
    log: () => log,
    async stop() {
      isStopped = true;
      npm.kill('SIGINT');
      await ended;
    },
  };
  while (!(await answers(`${running.site}/ready`)) || !(await answers(`${running.content}/ready`))) {
    if (npm.exitCode !== null) throw new Error(`npm start ended:\n${log}`);
    await wait(20);
  }
  isUp = true;
  return running;
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (reply) => reply.ok,
    () => false,
  );
