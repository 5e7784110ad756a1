const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Says what is going on, so that nobody stares at a silent terminal. */
export class Steps {
  private readonly begun = performance.now();
  private readonly live = process.stdout.isTTY;

  /** One line a step, with how long it took. `tell` says how far a long one is. */
  async take<T>(title: string, work: (tell: (how: string) => void) => Promise<T>): Promise<T> {
    const since = performance.now();
    if (this.live) process.stdout.write(`  ${title} …`);
    const tell = (how: string) => {
      if (this.live) process.stdout.write(`\r\x1b[K  ${title}: ${how} …`);
    };
    const result = await work(tell).catch((error: unknown) => {
      if (this.live) process.stdout.write('\n');
      throw error;
    });
    console.log(`${this.live ? '\r\x1b[K' : ''}  ${title}: ${seconds(since)}`);
    return result;
  }

  get total(): string {
    return seconds(this.begun);
  }
}
