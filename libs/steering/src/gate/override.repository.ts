import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Override {
  id: string;
  versionId: string;
  courseId: string;
  proposedBy: string;
  reason: string;
  proposedAt: Date;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
}

const OVERRIDE = `
  select id, version_id as "versionId", course_id as "courseId", proposed_by as "proposedBy", reason,
    proposed_at as "proposedAt", confirmed_at as "confirmedAt", withdrawn_at as "withdrawnAt"
  from publish_override`;

@Injectable()
export class OverrideRepository {
  constructor(private readonly source: DataSource) {}

  async find(id: string, tx: EntityManager = this.source.manager): Promise<Override | undefined> {
    const [override] = await tx.query<Override[]>(`${OVERRIDE} where id = $1`, [id]);
    return override;
  }

  /** The one that waits to be confirmed. */
  async waiting(versionId: string, tx: EntityManager = this.source.manager): Promise<Override | undefined> {
    const [override] = await tx.query<Override[]>(
      `${OVERRIDE} where version_id = $1 and confirmed_at is null and withdrawn_at is null`,
      [versionId],
    );
    return override;
  }

  async add(tx: EntityManager, override: Omit<Override, 'confirmedAt' | 'withdrawnAt'>): Promise<void> {
    await tx.query(
      `insert into publish_override (id, version_id, course_id, proposed_by, reason, proposed_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [override.id, override.versionId, override.courseId, override.proposedBy, override.reason, override.proposedAt],
    );
  }

  async confirm(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.query('update publish_override set confirmed_by = $2, confirmed_at = $3 where id = $1', [id, by, at]);
  }

  /** Those of somebody that wait. */
  async fall(
    tx: EntityManager,
    proposedBy: string,
    at: Date,
  ): Promise<Pick<Override, 'id' | 'versionId' | 'courseId'>[]> {
    const [rows] = await tx.query<[Pick<Override, 'id' | 'versionId' | 'courseId'>[], number]>(
      `update publish_override set withdrawn_at = $2
        where proposed_by = $1 and confirmed_at is null and withdrawn_at is null
        returning id, version_id as "versionId", course_id as "courseId"`,
      [proposedBy, at],
    );
    return rows;
  }

  async withdraw(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.query('update publish_override set withdrawn_at = $2 where id = $1', [id, at]);
  }
}
