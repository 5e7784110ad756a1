import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, RepeatedWork, Transactions } from '@induct/platform';
import { CandidatesAreas } from '../candidates/candidates-area.service';
import { LibrarySearch } from './library-search';
import { ResourceRepository } from './resource.repository';

const EVERY_MS = 10 * 60 * 1000;

/** Once a day: what the end of a poll, or its own last day, changes of what is found of the library. */
@Injectable()
export class LibrarySearchWork extends RepeatedWork {
  private doneOn: Day | undefined;

  constructor(
    private readonly search: LibrarySearch,
    private readonly resources: ResourceRepository,
    private readonly areas: CandidatesAreas,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super('what is found of the library', EVERY_MS);
  }

  async work(): Promise<void> {
    const today = dayInLondon(this.clock.now());
    if (this.doneOn === today) return;
    const freeze = await this.areas.freeze();
    for (const id of await this.resources.ids()) {
      if (this.isStopping) return;
      await this.transactions.run(async (tx) => {
        // Nobody changes it meanwhile.
        await this.resources.lockNewest(tx, id);
        await this.search.tell(tx, id, freeze);
      });
    }
    this.doneOn = today;
  }
}
