import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SettingEntity } from '../database/setting.entity';
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
    await this.source.manager.upsert(SettingEntity, { key: KEY, value: signs, changedAt: now }, ['key']);
  }

  /** @throws when no worker has given a sign for a while */
  async look(): Promise<string> {
    const row = await this.source.manager.findOneBy(SettingEntity, { key: KEY });
    const signs = row?.value as Signs | undefined;
    const silence = signs ? this.clock.now().getTime() - new Date(signs.at).getTime() : Infinity;
    if (!signs || silence > SILENCE_MS) throw new Error('No worker is running');
    return signs.browser;
  }
}
