/** Counts the time it runs; it starts at once. @param now milliseconds */
export class Stopwatch {
  private counted = 0;
  private since: number | undefined;

  constructor(private readonly now: () => number) {
    this.since = now();
  }

  get seconds(): number {
    return (this.counted + (this.since === undefined ? 0 : this.now() - this.since)) / 1000;
  }

  start(): void {
    this.since ??= this.now();
  }

  stop(): void {
    this.counted = this.seconds * 1000;
    this.since = undefined;
  }
}
