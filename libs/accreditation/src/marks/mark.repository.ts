import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { CouncilMarkEntity } from './council-mark.entity';
import { MarkWaits } from './mark.errors';

/** As it stands in a certificate's facts. */
export interface Mark {
  /** Id of a picture. */
  picture: string;
  alt: string;
  altCy?: string;
}

const ROW = `m.id, m.picture, m.alt, m.alt_cy as "altCy", m.starts_on::text as "startsOn", m.proposed_by as "proposedBy",
  m.proposed_at as "proposedAt", m.outcome, m.decided_by as "decidedBy", m.decided_at as "decidedAt"`;
const IN_FORCE = `m.outcome in ('confirmed', 'confirmed_alone')`;

/** The row of {@link markOf} for what is awarded on a day. @param day as SQL */
export const MARK_ON = (day: string): string => `
  select m.picture, m.alt, m.alt_cy as "altCy" from council_mark m where ${IN_FORCE} and m.starts_on <= ${day}
   order by m.starts_on desc, m.decided_at desc limit 1`;

export type MarkRow = Pick<CouncilMarkEntity, 'picture' | 'alt' | 'altCy'>;

/** What stands on certificates; undefined when there is nothing. */
export function markOf(row: MarkRow | undefined): Mark | undefined {
  if (!row) return undefined;
  const { picture, alt, altCy } = row;
  return { picture, alt, ...(altCy !== null && { altCy }) };
}

@Injectable()
export class MarkRepository {
  constructor(private readonly source: DataSource) {}

  /** What stands on certificates that are awarded on that day; undefined when there is nothing. */
  async current(tx: EntityManager, day: Day): Promise<Mark | undefined> {
    const [row] = await tx.query<MarkRow[]>(MARK_ON('$1::date'), [day]);
    return markOf(row);
  }

  /** Those that are or will be in force, or were, the latest first; what waits stands before them. */
  all(limit: number): Promise<CouncilMarkEntity[]> {
    return this.source.query<CouncilMarkEntity[]>(
      `select ${ROW} from council_mark m where m.outcome is null or ${IN_FORCE}
        order by m.outcome is not null, m.starts_on desc, m.decided_at desc limit $1`,
      [limit],
    );
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<CouncilMarkEntity | undefined> {
    const [row] = await tx.query<CouncilMarkEntity[]>(`select ${ROW} from council_mark m where m.id = $1`, [id]);
    return row;
  }

  /** Until the end of the transaction nobody else decides it. */
  async lock(tx: EntityManager, id: string): Promise<CouncilMarkEntity | undefined> {
    await tx.query('select from council_mark where id = $1 for no key update', [id]);
    return this.find(id, tx);
  }

  /** @throws MarkWaits */
  async add(tx: EntityManager, row: Omit<CouncilMarkEntity, 'outcome' | 'decidedBy' | 'decidedAt'>): Promise<void> {
    try {
      await tx.insert(CouncilMarkEntity, row);
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'council_mark_waiting') throw new MarkWaits();
      throw error;
    }
  }

  async decide(
    tx: EntityManager,
    id: string,
    { outcome, by, at }: { outcome: NonNullable<CouncilMarkEntity['outcome']>; by: string; at: Date },
  ): Promise<void> {
    await tx.update(CouncilMarkEntity, { id }, { outcome, decidedBy: by, decidedAt: at });
  }

  /** What somebody has proposed and may no longer propose. @returns their ids */
  async fall(tx: EntityManager, proposedBy: string, by: string, at: Date): Promise<string[]> {
    const [rows] = await tx.query<[Pick<CouncilMarkEntity, 'id'>[], number]>(
      `update council_mark set outcome = 'withdrawn', decided_by = $2, decided_at = $3
        where proposed_by = $1 and outcome is null returning id`,
      [proposedBy, by, at],
    );
    return rows.map(({ id }) => id);
  }
}
