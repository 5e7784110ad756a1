import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Repeating, WorkerSigns, errorWords } from '@induct/platform';
import { Printer } from '@induct/printing';

const EVERY_MS = 5000;

/** Tells the other applications' health pages that a worker is here, and how its browser is. */
@Injectable()
export class SignsOfLife implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SignsOfLife.name);
  private readonly giving = new Repeating(
    EVERY_MS,
    () => this.give(),
    (error) => this.logger.warn(errorWords(error)),
  );

  constructor(
    private readonly signs: WorkerSigns,
    private readonly printer: Printer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.give().catch((error: Error) => this.logger.warn(errorWords(error)));
    this.giving.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.giving.stop();
  }

  private async give(): Promise<void> {
    await this.signs.give(this.printer.state);
  }
}
