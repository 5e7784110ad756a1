import { Stopwatch } from './browser/stopwatch';
import { timeInterval, timeOfDay, timespan, timestamp } from './browser/time';

describe('times', () => {
  it.each([
    [0, '0000:00:00.00', 'PT0S'],
    [59.999, '0000:01:00.00', 'PT1M0S'],
    [3661.25, '0001:01:01.25', 'PT1H1M1.25S'],
    [1e9, '9999:59:59.99', 'PT277777H46M40S'],
  ])('%d seconds is %s in SCORM 1.2 and %s in 2004', (seconds, in12, in2004) => {
    expect(timespan(seconds)).toBe(in12);
    expect(timeInterval(seconds)).toBe(in2004);
  });

  it('the time of day has two digits each', () => {
    expect(timeOfDay(new Date(2026, 10, 22, 9, 5, 7))).toBe('09:05:07');
  });

  it('a moment has its time zone behind a fraction of a second', () => {
    expect(timestamp(new Date(Date.UTC(2026, 10, 22, 9, 5, 7, 80)))).toBe('2026-11-22T09:05:07.0Z');
  });
});

describe('the stopwatch', () => {
  it('counts only while it runs, however often it is told to start or stop', () => {
    let now = 1000;
    const watch = new Stopwatch(() => now);
    now += 5000;
    watch.stop();
    watch.stop();
    now += 60_000;
    expect(watch.seconds).toBe(5);
    watch.start();
    watch.start();
    now += 2000;
    expect(watch.seconds).toBe(7);
  });
});
