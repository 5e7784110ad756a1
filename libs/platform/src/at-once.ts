import pLimit from 'p-limit';
import { DomainError } from './errors/domain-error';

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
  private readonly inTurn: ReturnType<typeof pLimit>;

  constructor(
    most: number,
    private readonly mostWaiting: number,
  ) {
    this.inTurn = pLimit(most);
  }

  /** @throws TooManyAtOnce, before anything of `work` is done */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const { activeCount, concurrency, pendingCount } = this.inTurn;
    if (activeCount >= concurrency && pendingCount >= this.mostWaiting) throw new TooManyAtOnce();
    return await this.inTurn(work);
  }
}
