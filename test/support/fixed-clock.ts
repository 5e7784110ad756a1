import { Clock } from '@induct/platform';

/** A clock that tests set and move. */
export class FixedClock extends Clock {
  constructor(private time = new Date('2026-11-22T14:32:00Z')) {
    super();
  }

  now(): Date {
    return new Date(this.time);
  }

  set(time: Date | string): void {
    this.time = new Date(time);
  }

  /** @param milliseconds forwards */
  advance(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
  }
}
