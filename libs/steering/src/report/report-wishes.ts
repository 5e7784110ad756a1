import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { SHOWN_IN_ROUND } from '../reading/finding.sql';

/** Whoever settles one finding often settles the next: they are printed together. */
const CHANGES_COME_WITHIN_MS = 10_000;

/** @param rounds the rows `id`, and `$1` the time from which on it is wanted */
const want = (rounds: string) => `
  insert into round_report (round_id, wanted_at) ${rounds}
  on conflict (round_id) do update
     set revision = round_report.revision + 1, wanted_at = excluded.wanted_at, attempts = 0, error = null`;

/** What changes a closed round's report wishes for a new PDF, in the transaction that changes it. */
@Injectable()
export class ReportWishes {
  constructor(private readonly clock: Clock) {}

  /** It was closed, or its version published. */
  async roundChanged(tx: EntityManager, roundId: string): Promise<void> {
    await tx.query(want(`select id, $1 from test_round where id = $2 and state = 'closed'`), [
      this.clock.now(),
      roundId,
    ]);
  }

  /** The version was published over the gate. */
  async versionChanged(tx: EntityManager, versionId: string): Promise<void> {
    await tx.query(want(`select id, $1 from test_round where version_id = $2 and state = 'closed' order by id`), [
      this.clock.now(),
      versionId,
    ]);
  }

  /** In every round that shows it. */
  async findingChanged(tx: EntityManager, findingId: string): Promise<void> {
    const from = new Date(this.clock.now().getTime() + CHANGES_COME_WITHIN_MS);
    await tx.query(
      want(`select r.id, $1 from finding f
              join test_round fr on fr.id = f.round_id
              join test_round r on r.course_id = f.course_id
             where f.id = $2 and r.state = 'closed' and ${SHOWN_IN_ROUND}
             order by r.id`),
      [from, findingId],
    );
  }

  /** Somebody asks for it, also while the round is open. @returns whether there is such a round */
  async asked(tx: EntityManager, roundId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `${want('select id, $1 from test_round where id = $2')} returning round_id`,
      [this.clock.now(), roundId],
    );
    return rows.length > 0;
  }
}
