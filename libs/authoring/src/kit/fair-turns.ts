import { TooManyAtOnce } from '@induct/platform';
import { TooMuchOfOne } from '../authoring.errors';

/** One piece of work after the other, in turn among those it is done for: whoever asks for much waits for themselves. */
export class FairTurns {
  /** In the order of their next turns. */
  private readonly waiting = new Map<string, (() => void)[]>();
  private running: string | undefined;

  /** @param mostOfOne how much of one may wait @param mostOfAll how much may wait altogether */
  constructor(
    private readonly mostOfOne: number,
    private readonly mostOfAll: number,
  ) {}

  /** Whether somebody else waits for what is done now. */
  get isAwaited(): boolean {
    return [...this.waiting.keys()].some((whose) => whose !== this.running);
  }

  /** @throws TooMuchOfOne, TooManyAtOnce, before anything of `work` is done */
  async run<T>(whose: string, work: () => Promise<T>): Promise<T> {
    if (this.running === undefined) this.running = whose;
    else await this.turnOf(whose);
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  private turnOf(whose: string): Promise<void> {
    const own = this.waiting.get(whose) ?? [];
    if (own.length >= this.mostOfOne) throw new TooMuchOfOne();
    if ([...this.waiting.values()].flat().length >= this.mostOfAll) throw new TooManyAtOnce();
    return new Promise((begin) => this.waiting.set(whose, [...own, begin]));
  }

  private next(): void {
    const [first] = this.waiting;
    this.running = first?.[0];
    if (!first) return;
    const [whose, [begin, ...rest]] = first;
    this.waiting.delete(whose);
    if (rest.length > 0) this.waiting.set(whose, rest);
    begin!();
  }
}
