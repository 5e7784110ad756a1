import { Injectable } from '@nestjs/common';
import type { ElectionStanding } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { ElectionDaysEntity } from './election-days.entity';

/** An election that stands, with what is known of its days. */
export type DatedElection = Pick<ElectionStanding, 'id' | 'kind' | 'division'> & {
  poll: ElectionStanding['heldOn'];
  declared: ElectionDaysEntity['declaredOn'] | null;
  office: ElectionDaysEntity['inOfficeOn'];
};

const DATED = `select e.id, e.kind, e.division, e.held_on::text as poll, d.declared_on::text as declared,
    d.in_office_on::text as office
  from election_standing e left join election_days d on d.election_id = e.id where e.superseded_at is null`;

@Injectable()
export class ElectionDaysRepository {
  constructor(private readonly source: DataSource) {}

  /** The newest first. */
  async page(limit: number, offset: number): Promise<DatedElection[]> {
    return this.source.query<DatedElection[]>(`${DATED} order by e.held_on desc, e.division, e.id limit $1 offset $2`, [
      limit,
      offset,
    ]);
  }

  async count(): Promise<number> {
    const [row] = await this.source.query<[{ total: number }]>(
      'select count(*)::int as total from election_standing where superseded_at is null',
    );
    return row.total;
  }

  async find(id: string, tx = this.source.manager): Promise<DatedElection | undefined> {
    const [row] = await tx.query<DatedElection[]>(`${DATED} and e.id = $1`, [id]);
    return row;
  }

  /** Polls of elections that are on record, from a day to a day. */
  async polls(first: Day, last: Day): Promise<Day[]> {
    const rows = await this.source.query<Pick<DatedElection, 'poll'>[]>(
      `select distinct held_on::text as poll from election_standing where superseded_at is null and held_on between $1 and $2`,
      [first, last],
    );
    return rows.map(({ poll }) => poll);
  }

  async put(tx: EntityManager, days: ElectionDaysEntity): Promise<void> {
    await tx.upsert(ElectionDaysEntity, days, ['electionId']);
  }
}
