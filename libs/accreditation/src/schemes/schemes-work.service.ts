import { Injectable } from '@nestjs/common';
import { RepeatedWork } from '@induct/platform';
import { Outcomes } from './outcomes.service';
import { Simulations } from './simulations.service';

const EVERY_MS = 1000;

/** In the worker: works out what drafts would change, and gives the awards of what was adopted. The tables say what is to do. */
@Injectable()
export class SchemesWork extends RepeatedWork {
  constructor(
    private readonly simulations: Simulations,
    private readonly outcomes: Outcomes,
  ) {
    super('schemes', EVERY_MS);
  }

  override async onApplicationShutdown(): Promise<void> {
    this.outcomes.stop();
    await super.onApplicationShutdown();
  }

  /** Everything that is to do now. */
  async work(): Promise<void> {
    while (await this.simulations.workOutNext());
    await this.outcomes.settleDue();
  }
}
