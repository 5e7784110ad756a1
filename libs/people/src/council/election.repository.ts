import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ElectionKind } from './council.words';
import type { ElectionEntity } from './election.entity';
import { RECORD_OF } from './superseding';

export type Election = Omit<ElectionEntity, 'replaces'>;

@Injectable()
export class ElectionRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns false when it is there already */
  async add(
    tx: EntityManager,
    { id, kind, heldOn, division, recordedAt, recordedBy }: Omit<Election, 'supersededAt' | 'supersededBy' | 'reason'>,
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into election (id, kind, held_on, division, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning 1`,
      [id, kind, heldOn, division, recordedAt, recordedBy],
    );
    return rows.length > 0;
  }

  /** Who looks at it keeps it from being withdrawn meanwhile. */
  async find(tx: EntityManager, id: string, lock: 'share' | 'no key update'): Promise<Election | undefined> {
    const [row] = await tx.query<Election[]>(
      `select e.id, e.kind, e.held_on::text as "heldOn", e.division, ${RECORD_OF('e')} from election e where e.id = $1 for ${lock}`,
      [id],
    );
    return row;
  }

  /** The one of that day and kind that is recorded now. */
  async on(
    heldOn: Day,
    kind: ElectionKind,
    division: string | null,
    tx = this.source.manager,
  ): Promise<string | undefined> {
    const [row] = await tx.query<Pick<ElectionEntity, 'id'>[]>(
      `select id from election where held_on = $1 and kind = $2 and lower(coalesce(division, '')) = lower($3)
         and superseded_at is null`,
      [heldOn, kind, division ?? ''],
    );
    return row?.id;
  }

  async hasTerms(tx: EntityManager, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select 1 from term where election_id = $1 and superseded_at is null limit 1',
      [id],
    );
    return rows.length > 0;
  }
}
