import { Injectable } from '@nestjs/common';
import { RepeatedWork } from '@induct/platform';
import { WhatWasSaid } from './what-was-said.service';

const EVERY_MS = 60_000;

/** Closes what is over and forgets who was asked. */
@Injectable()
export class FeedbackWork extends RepeatedWork {
  constructor(private readonly results: WhatWasSaid) {
    super('feedback', EVERY_MS);
  }

  async work(): Promise<void> {
    await this.results.closeDue();
    await this.results.forget();
  }
}
