import { Injectable } from '@nestjs/common';
import { areLetterHours } from '@induct/letters';
import { Clock, RepeatedWork } from '@induct/platform';
import { Asking } from './asking.service';
import { WhatWasSaid } from './what-was-said.service';

const EVERY_MS = 60_000;

/** Closes what is over and forgets who was asked; in letter hours it asks and reminds. */
@Injectable()
export class FeedbackWork extends RepeatedWork {
  constructor(
    private readonly asking: Asking,
    private readonly results: WhatWasSaid,
    private readonly clock: Clock,
  ) {
    super('feedback', EVERY_MS);
  }

  async work(): Promise<void> {
    await this.results.closeDue();
    await this.results.forget();
    if (!areLetterHours(this.clock.now())) return;
    await this.asking.askDue();
    while (!this.isStopping && (await this.asking.remindSome()) > 0);
  }
}
