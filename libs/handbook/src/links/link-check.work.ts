import { Injectable } from '@nestjs/common';
import { RepeatedWork } from '@induct/platform';
import { LinkChecking } from './link-checking.service';

const EVERY_MS = 15 * 60 * 1000;

/** Looks at each address once a week, and daily at those that fail. What is due is read from the tables. */
@Injectable()
export class LinkCheckWork extends RepeatedWork {
  constructor(private readonly checking: LinkChecking) {
    super('links of the library', EVERY_MS);
  }

  async work(): Promise<void> {
    await this.checking.checkDue(() => this.isStopping);
  }
}
