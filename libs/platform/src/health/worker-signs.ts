import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../injected/clock';

const KEY = 'worker-signs';
/** A worker says so every few seconds; after this long without a word it is taken for gone. */
const SILENCE_MS = 30_000;

interface Signs {
  at: string;
  /** Of the browser that prints. */
  browser: string;
}

/** Whether a worker is alive and can print, told through the database: it may run on another machine. */
@Injectable()
export class WorkerSigns {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param browser what the worker knows of its browser, in a word or two */
  async give(browser: string): Promise<void> {
    const now = this.clock.now();
    const signs: Signs = { at: now.toISOString(), browser };
    await this.source.query(
      `insert into setting (key, value, changed_at) values ($1, $2, $3)
       on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
      [KEY, JSON.stringify(signs), now],
    );
  }

  /** @throws when no worker has given a sign for a while */
  async look(): Promise<string> {
    const [row] = await this.source.query<{ value: Signs }[]>('select value from setting where key = $1', [KEY]);
    const silence = row ? this.clock.now().getTime() - new Date(row.value.at).getTime() : Infinity;
    if (!row || silence > SILENCE_MS) throw new Error('No worker is running');
    return row.value.browser;
  }
}
