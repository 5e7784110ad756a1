import { Injectable } from '@nestjs/common';
import { RepeatedWork } from '@induct/platform';
import { Editions } from './editions.service';

const EVERY_MS = 20_000;

/** Publishes the edition whose time has come. */
@Injectable()
export class EditionPublishing extends RepeatedWork {
  constructor(private readonly editions: Editions) {
    super('editions of the handbook', EVERY_MS);
  }

  async work(): Promise<void> {
    const number = await this.editions.publishDue();
    if (number !== undefined) this.logger.log(`Edition ${number} of the handbook is out`);
  }
}
