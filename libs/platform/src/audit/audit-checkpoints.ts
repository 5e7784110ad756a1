import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../injected/clock';
import { errorWords } from '../errors/error-facts';
import { CONFIG, type Config } from '../config/config';
import { Repeating } from '../time/repeating';
import { AuditKey } from './audit-key';
import { type Checkpoint, readLine, signedLine } from './checkpoint';
import { CheckpointFile } from './checkpoint-file';

const EVERY_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Writes down how the audit trail stands: when Induct starts, every five minutes in which something was added, once a day
 * when nothing was, and at the end.
 */
@Injectable()
export class AuditCheckpoints implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(AuditCheckpoints.name);
  private readonly file: CheckpointFile;
  private readonly writing = new Repeating(
    EVERY_MS,
    () => this.write(),
    (error) => this.logger.error(`The audit trail's checkpoint was not written: ${errorWords(error)}`),
  );

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'DATA_DIR'>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly key: AuditKey,
    private readonly clock: Clock,
  ) {
    this.file = new CheckpointFile(config.DATA_DIR);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.writeIfPossible();
    this.writing.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writing.stop();
    await this.writeIfPossible();
  }

  /** Nothing is written when nothing has changed for less than a day. */
  async write(): Promise<void> {
    const [row] = await this.source.query<Pick<Checkpoint, 'events' | 'last' | 'hash'>[]>(
      `select (select count(*) from audit_event)::int as events, e.id as last,
         encode(coalesce(s.hash, e.hash), 'hex') as hash
       from audit_event e left join audit_seal s on s.event_id = e.id order by e.id desc limit 1`,
    );
    if (!row) return;
    const now = this.clock.now();
    const before = readLine((await this.file.lastLine()) ?? '')?.checkpoint;
    if (before?.hash === row.hash && now.getTime() - Date.parse(before.at) < DAY_MS) return;
    await this.file.add(signedLine({ ...row, at: now.toISOString(), keyId: this.key.id }, this.key));
  }

  private async writeIfPossible(): Promise<void> {
    await this.write().catch((error: Error) =>
      this.logger.error(`The audit trail's checkpoint was not written: ${errorWords(error)}`),
    );
  }
}
