import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { errorWords, Repeating } from '@induct/platform';
import { Outcomes } from './outcomes.service';
import { Simulations } from './simulations.service';

const EVERY_MS = 1000;

/** In the worker: works out what drafts would change, and gives the awards of what was adopted. The tables say what is to do. */
@Injectable()
export class SchemesWork implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SchemesWork.name);
  private readonly working = new Repeating(
    EVERY_MS,
    () => this.work(),
    (error) => this.logger.warn(`schemes: ${errorWords(error)}`),
  );

  constructor(
    private readonly simulations: Simulations,
    private readonly outcomes: Outcomes,
  ) {}

  onApplicationBootstrap(): void {
    this.working.start(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.outcomes.stop();
    await this.working.stop();
  }

  /** Everything that is to do now. */
  async work(): Promise<void> {
    while (await this.simulations.workOutNext());
    await this.outcomes.settleDue();
  }
}
