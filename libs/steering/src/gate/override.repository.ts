import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { PublishOverrideEntity } from './publish-override.entity';

/** An override as it stands. Who confirmed it is in the audit trail and with the publication. */
export type Override = Omit<PublishOverrideEntity, 'confirmedBy'>;

@Injectable()
export class OverrideRepository {
  constructor(private readonly source: DataSource) {}

  async find(id: string, tx: EntityManager = this.source.manager): Promise<Override | undefined> {
    return (await tx.findOneBy(PublishOverrideEntity, { id })) ?? undefined;
  }

  /** The one that waits to be confirmed. */
  async waiting(versionId: string, tx: EntityManager = this.source.manager): Promise<Override | undefined> {
    const waits = { versionId, confirmedAt: IsNull(), withdrawnAt: IsNull() };
    return (await tx.findOneBy(PublishOverrideEntity, waits)) ?? undefined;
  }

  async add(tx: EntityManager, override: Omit<Override, 'confirmedAt' | 'withdrawnAt'>): Promise<void> {
    await tx.insert(PublishOverrideEntity, override);
  }

  async confirm(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(PublishOverrideEntity, id, { confirmedBy: by, confirmedAt: at });
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
    await tx.update(PublishOverrideEntity, id, { withdrawnAt: at });
  }
}
