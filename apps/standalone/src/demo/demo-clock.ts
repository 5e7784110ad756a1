import { Clock } from '@induct/platform';

/** The demo council's past is recorded by the same services as everybody's present; only their clock is set back. */
export class DemoClock extends Clock {
  private time: Date;

  constructor(readonly today: Date) {
    super();
    this.time = today;
  }

  now(): Date {
    return new Date(this.time);
  }

  set(time: Date): void {
    this.time = time;
  }
}
