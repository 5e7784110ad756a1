import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerSigns } from '@induct/platform';
import { Printer } from './printing/printer';

const EVERY_MS = 5000;

/** Tells the other applications' health pages that a worker is here, and how its browser is. */
@Injectable()
export class SignsOfLife implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SignsOfLife.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly signs: WorkerSigns,
    private readonly printer: Printer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.give();
    this.timer = setInterval(() => void this.give(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async give(): Promise<void> {
    await this.signs.give(this.printer.state).catch((error: Error) => this.logger.warn(error.message));
  }
}
