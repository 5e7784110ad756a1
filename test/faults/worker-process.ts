import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Config } from '@induct/platform';
import type { Trial } from '../support/trial';

/** The worker as a process of its own, so that it can be killed. */
export class WorkerProcess {
  private process: ChildProcess | undefined;

  constructor(
    private readonly trial: Trial,
    private readonly config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
    /** More of its environment. */
    private readonly settings: Record<string, string> = {},
  ) {}

  /** Another program may take the port before the worker does: then with another one. */
  async start(triesLeft = 3): Promise<void> {
    const port = await this.trial.freePort();
    const { DATABASE_URL, DATA_DIR } = this.config;
    const child = spawn(process.execPath, [join(__dirname, '../../apps/worker/src/main.js')], {
      env: {
        ...process.env,
        DATABASE_URL,
        DATA_DIR,
        WORKER_PORT: String(port),
        DEMO: 'true',
        LOG_LEVEL: 'fatal',
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    this.process = child;
    const ready = once(child.stdout, 'data').then(() => true);
    const ended = once(child, 'exit').then(() => false);
    if (await Promise.race([ready, ended])) return;
    if (triesLeft === 0 || !complaint.includes('EADDRINUSE')) throw new Error(`The worker did not start: ${complaint}`);
    await this.start(triesLeft - 1);
  }

  kill = () => this.end('SIGKILL');
  stop = () => this.end('SIGTERM');

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
