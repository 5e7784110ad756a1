import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Awards, Printing } from '@induct/accreditation';
import { Deliveries } from '@induct/letters';
import { errorWords, QUEUES, Repeating } from '@induct/platform';
import { reportJob, ReportPrinting } from '@induct/steering';
import type { Queue } from 'bullmq';
import { deliverJob } from './mail/mail.job';

const EVERY_MS = 1000;
/** Awards are made with the commits; what is looked for here is rare and the question is larger. */
const AWARDS_EVERY = 60;
/** A queue may hold as many certificates as are missing, and not the same ones. */
const THOROUGH_EVERY = 10;
/** More than the worker prints or sends in that time; the oldest come first. */
const AT_ONCE = 50;

/**
 * Tables are the truth: every second the jobs that they say are missing are added again. A job that still waits is known
 * to the queue by its id and is not added twice.
 */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Sweeper.name);
  private sweeps = 0;
  private readonly sweeping = new Repeating(
    EVERY_MS,
    () => this.sweep(),
    // The database may be away for a moment: the next sweep finds everything again.
    (error) => this.logger.warn(`sweep: ${errorWords(error)}`),
  );

  constructor(
    private readonly awards: Awards,
    private readonly printing: Printing,
    private readonly deliveries: Deliveries,
    private readonly reports: ReportPrinting,
    @InjectQueue(QUEUES.mail) private readonly mail: Queue,
    @InjectQueue(QUEUES.reports) private readonly reportQueue: Queue,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start(0);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweeping.stop();
  }

  /** Adds what is missing now. */
  async sweep(): Promise<void> {
    if (this.sweeps++ % AWARDS_EVERY === 0) await this.awards.considerOverdue();
    await this.printing.addLost(AT_ONCE, this.sweeps % THOROUGH_EVERY === 0);
    await this.deliveries.forgetOver();
    const due = await this.deliveries.due(AT_ONCE);
    if (due.length > 0) await this.mail.addBulk(due.map(deliverJob));
    const wanted = await this.reports.wanted(AT_ONCE);
    if (wanted.length > 0) await this.reportQueue.addBulk(wanted.map(reportJob));
  }
}
