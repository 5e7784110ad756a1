import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { errorWords } from '../errors/error-facts';
import { Repeating } from './repeating';

/**
 * What a process does again and again from its start to its end, by itself. What is to do is read from the tables, so nothing
 * is forgotten when a turn fails or the process ends.
 */
export abstract class RepeatedWork implements OnApplicationBootstrap, OnApplicationShutdown {
  protected readonly logger = new Logger(this.constructor.name);
  /** A turn of many acts ends after the one in hand. */
  protected isStopping = false;
  private readonly repeating: Repeating;

  /**
   * @param about stands before the words of an error in the log: `letters about retakes`
   * @param everyMs pause between the end of a turn and the next one
   */
  protected constructor(about: string, everyMs: number) {
    const failed = (error: Error) => this.logger.warn(`${about}: ${errorWords(error)}`);
    this.repeating = new Repeating(everyMs, () => this.work(), failed);
  }

  /** One turn: everything that is to do now. */
  abstract work(): Promise<unknown>;

  onApplicationBootstrap(): void {
    this.repeating.start(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.repeating.stop();
  }
}
