import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Clock } from '@induct/platform';
import { DataSource } from 'typeorm';

const DAY = 86_400_000;
const MONTHS_AHEAD = 3;

/** Sees to it that the commit log has its monthly partitions before they are needed. */
@Injectable()
export class CommitLog implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CommitLog.name);
  private timer?: NodeJS.Timeout;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.prepareIfPossible();
    this.timer = setInterval(() => void this.prepareIfPossible(), DAY).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** This month's partition and those of the next months; what exists stays as it is. Safe to call at any time, from several processes. */
  async prepare(): Promise<void> {
    await this.source.query('select prepare_commit_log($1::date, $2)', [this.clock.now(), MONTHS_AHEAD + 1]);
  }

  /** Without them the default partition takes the rows, so this is no reason not to start. */
  private async prepareIfPossible(): Promise<void> {
    await this.prepare().catch((error: unknown) => this.logger.error(error));
  }
}
