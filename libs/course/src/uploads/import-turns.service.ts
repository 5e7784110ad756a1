import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config, Transactions } from '@induct/platform';
import { UploadRepository } from './upload.repository';

/** How often it is looked whether an import of another process has ended. */
const AGAIN_MS = 250;

/** The application stopped, or the upload was given up, before its turn came. */
export class TurnNeverCame extends Error {}

interface Waiting {
  id: string;
  place: number;
  go: () => void;
  stop: (error: Error) => void;
}

/**
 * Lets uploads be imported one after the other, a few at a time over all processes, in the order in which they arrived.
 * The order is in the rows; each process asks for the first of its own.
 */
@Injectable()
export class ImportTurns implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ImportTurns.name);
  private readonly waiting: Waiting[] = [];
  private looking?: Promise<void>;
  private again?: NodeJS.Timeout;
  private isClosing = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly uploads: UploadRepository,
  ) {}

  /** Before the database goes: what waits is told so. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    clearTimeout(this.again);
    await this.looking;
    for (const { stop } of this.waiting.splice(0)) stop(new TurnNeverCame());
  }

  /** Resolves when it is its turn. @param place as the row has it @throws TurnNeverCame */
  async take(id: string, place: number): Promise<void> {
    if (this.isClosing) throw new TurnNeverCame();
    await new Promise<void>((go, stop) => {
      this.waiting.push({ id, place, go, stop });
      this.waiting.sort((a, b) => a.place - b.place);
      this.look();
    });
  }

  /** An import of this process has ended: the next need not wait to be looked for. */
  look(): void {
    clearTimeout(this.again);
    if (this.isClosing || this.waiting.length === 0) return;
    this.looking ??= this.letGo()
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => {
        this.looking = undefined;
        if (this.waiting.length > 0 && !this.isClosing) this.again = setTimeout(() => this.look(), AGAIN_MS);
      });
  }

  private async letGo(): Promise<void> {
    for (let [first] = this.waiting; first; [first] = this.waiting) {
      const { id, go, stop } = first;
      const turn = await this.transactions.run((tx) => this.uploads.takeTurn(tx, id, this.config.IMPORTS_AT_ONCE));
      if (turn === 'not yet') return;
      this.waiting.splice(this.waiting.indexOf(first), 1);
      if (turn === 'mine') go();
      else stop(new TurnNeverCame());
    }
  }
}
