import { AsyncLocalStorage } from 'node:async_hooks';
import { Clock } from '@induct/platform';

/**
 * The demo council's past is recorded by the same services as everybody's present; only their clock is set back, for each
 * act by itself, so that many people's pasts can be recorded at once.
 */
export class DemoClock extends Clock {
  private readonly times = new AsyncLocalStorage<Date>();

  constructor(readonly today: Date) {
    super();
  }

  now(): Date {
    return new Date(this.times.getStore() ?? this.today);
  }

  /** Does something as if it were that time. */
  at<T>(time: Date, act: () => Promise<T>): Promise<T> {
    return this.times.run(time, act);
  }

  /** @param hour of the day; the minute is another for each day */
  daysAgo(days: number, hour: number, minutesLater = 0): Date {
    const date = new Date(this.today.getTime() - days * 24 * 3_600_000);
    date.setUTCHours(hour, ((days * 7) % 60) + minutesLater, 0, 0);
    return date;
  }
}
