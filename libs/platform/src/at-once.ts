import { DomainError } from './domain-error';

export class TooManyAtOnce extends DomainError {
  readonly kind = 'unavailable';
  readonly title = 'Too many people are asking at once';
  override readonly remedy = 'Please try again in half a minute.';

  constructor() {
    super('Nothing was done, and nothing was lost.');
  }
}

/**
 * Lets `most` pieces of work run at once and `mostWaiting` wait their turn. For what strangers may ask for: however many ask,
 * the other connections are there for those who are signed in.
 */
export class AtOnce {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws TooManyAtOnce, before anything of `work` is done */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) {
      if (this.waiting.length >= this.mostWaiting) throw new TooManyAtOnce();
      await new Promise<void>((go) => this.waiting.push(go));
    } else {
      this.running++;
    }
    try {
      return await work();
    } finally {
      // The place goes on to the next one.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
