import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { tokenHash } from './incoming';
import { RunTimePool } from '../wire/run-time-pool';

/** What players report of their own pages: once for each launch, and counted for each version. */
@Injectable()
export class ChangedPages {
  constructor(
    private readonly pool: RunTimePool,
    private readonly clock: Clock,
  ) {}

  /** Something other than the player has changed its page. A token that is not alive reports nothing. */
  async report(token: string): Promise<void> {
    await this.pool.query(
      'changed-page',
      `insert into changed_page (launch_id, reported_at)
       select id, $2 from launch where token_hash = $1 and live_until > $2 on conflict do nothing`,
      [tokenHash(token), this.clock.now()],
    );
  }
}
