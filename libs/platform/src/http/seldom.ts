/** Says so of what happens very often: the first time at once, and then how often it was, once in a while. */
export class Seldom {
  private readonly known = new Map<string, { saidAt: number; since: number }>();

  constructor(private readonly everyMs: number) {}

  /** @returns how often it happened since it was said last, when it is to be said now */
  happened(what: string, now: number): number | undefined {
    const before = this.known.get(what);
    if (before && now - before.saidAt < this.everyMs) {
      before.since++;
      return undefined;
    }
    this.known.set(what, { saidAt: now, since: 0 });
    return (before?.since ?? 0) + 1;
  }
}
