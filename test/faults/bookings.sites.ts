import { join } from 'node:path';
import type { Config } from '@induct/platform';
import { type RunningProcess, startProcess } from '../support/process';
import { ask, type RawAnswer } from '../support/raw-request';
import type { Trial } from '../support/trial';

const SITES = 2;

/** The site as two processes before one database, as it runs when one is not enough. */
export class SitesForBookings {
  private next = 0;

  private constructor(
    private readonly origin: string,
    private readonly ports: readonly number[],
    private readonly processes: readonly RunningProcess[],
  ) {}

  static async start(trial: Trial, config: Config): Promise<SitesForBookings> {
    const { DATABASE_URL, DATA_DIR, SITE_ORIGIN } = config;
    const ports: number[] = [];
    for (let nth = 0; nth < SITES; nth++) ports.push(await trial.freePort());
    const settings = { DATABASE_URL, DATA_DIR, SITE_ORIGIN, DEMO: 'true', LOG_LEVEL: 'silent' };
    const main = join(__dirname, '../../apps/members-area/src/main.js');
    const processes = ports.map((port) => startProcess(main, { ...settings, PORT: String(port) }));
    await Promise.all(processes.map((one, at) => one.listening(ports[at]!)));
    return new SitesForBookings(SITE_ORIGIN, ports, processes);
  }

  /** To the one and the other in turn. */
  post(path: string, cookie: string, fields: Record<string, string>): Promise<RawAnswer> {
    const port = this.ports[this.next++ % this.ports.length]!;
    const headers = {
      accept: 'text/html',
      cookie,
      origin: this.origin,
      'content-type': 'application/x-www-form-urlencoded',
    };
    return ask(port, path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.stop()));
  }
}
