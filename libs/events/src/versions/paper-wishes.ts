import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import type { EntityManager } from 'typeorm';

/** Wishes for the PDF of a version, in the transaction of the act that makes it readable. */
@Injectable()
export class PaperWishes {
  constructor(private readonly clock: Clock) {}

  /** Also when the last one could not be made. */
  async want(tx: EntityManager, versionId: string): Promise<void> {
    await tx.query(
      `insert into programme_paper (version_id, wanted_at) values ($1, $2)
       on conflict (version_id) do update
          set revision = programme_paper.revision + 1, wanted_at = excluded.wanted_at, attempts = 0, error = null`,
      [versionId, this.clock.now()],
    );
  }
}
