import { Injectable } from '@nestjs/common';
import { areLetterHours } from '@induct/letters';
import { Clock, RepeatedWork } from '@induct/platform';
import { GuestFeedback } from './guest-feedback.service';

const EVERY_MS = 60_000;

/** In letter hours guests are asked; whoever was asked is forgotten in time. */
@Injectable()
export class GuestFeedbackWork extends RepeatedWork {
  constructor(
    private readonly feedback: GuestFeedback,
    private readonly clock: Clock,
  ) {
    super('feedback of guests', EVERY_MS);
  }

  async work(): Promise<void> {
    await this.feedback.forget();
    if (!areLetterHours(this.clock.now())) return;
    while (!this.isStopping && (await this.feedback.askSome()) > 0);
  }
}
