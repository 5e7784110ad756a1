import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { LinkCheckEntity } from './link-check.entity';
import { ResourceFileEntity } from './resource-file.entity';
import { ResourceVersionEntity } from './resource-version.entity';
import { ResourceEntity } from './resource.entity';

/** A version, with when somebody looks at the resource again and what is known of its address. */
export type ResourceVersion = Omit<ResourceVersionEntity, never> &
  Pick<ResourceEntity, 'newest' | 'reviewBy' | 'reviewedAt' | 'reviewedBy'> & {
    [Of in 'checkedAt' | 'outcome' | 'why' | 'status' | 'failingSince']: LinkCheckEntity[Of] | null;
  };

export const VERSION = `v.id, v.resource_id as "resourceId", v.number, v.state, v.kind, v.audience, v.topic, v.title, v.about,
  v.body, v.language, v.url, v.transcript, v.is_captioned as "isCaptioned", v.owner, v.ends_on::text as "endsOn",
  v.withdrawn_because as "withdrawnBecause", v.at_once_because as "atOnceBecause", v.recorded_at as "recordedAt",
  v.recorded_by as "recordedBy", r.newest, r.review_by::text as "reviewBy", r.reviewed_at as "reviewedAt",
  r.reviewed_by as "reviewedBy", k.checked_at as "checkedAt", k.outcome, k.why, k.status, k.failing_since as "failingSince"`;
export const VERSIONS =
  'resource_version v join resource r on r.id = v.resource_id left join link_check k on k.url = v.url';

/** Every write of resources, and every look at one. */
@Injectable()
export class ResourceRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, resource: ResourceEntity): Promise<void> {
    await tx.insert(ResourceEntity, resource);
  }

  async addVersion(tx: EntityManager, version: ResourceVersionEntity, files: readonly ResourceFileEntity[]) {
    await tx.insert(ResourceVersionEntity, version);
    if (files.length > 0) await tx.insert(ResourceFileEntity, [...files]);
    await tx.update(ResourceEntity, { id: version.resourceId }, { newest: version.number });
  }

  async setReviewBy(tx: EntityManager, id: string, reviewBy: Day): Promise<void> {
    await tx.update(ResourceEntity, { id }, { reviewBy });
  }

  async reviewed(
    tx: EntityManager,
    id: string,
    review: Pick<ResourceEntity, 'reviewBy' | 'reviewedAt' | 'reviewedBy'>,
  ) {
    await tx.update(ResourceEntity, { id }, review);
  }

  /** The newest version of one, with the resource locked: nobody changes it meanwhile. */
  async lockNewest(tx: EntityManager, id: string): Promise<ResourceVersion | undefined> {
    await tx.findOne(ResourceEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return (await this.versions(id, 1, tx))[0];
  }

  /** The newest first. */
  async versions(id: string, limit: number, tx = this.source.manager): Promise<ResourceVersion[]> {
    return tx.query<ResourceVersion[]>(
      `select ${VERSION} from ${VERSIONS} where v.resource_id = $1 order by v.number desc limit $2`,
      [id, limit],
    );
  }

  /** Of every resource; each stays as it is until the transaction ends. */
  async newest(tx: EntityManager): Promise<ResourceVersion[]> {
    return tx.query<ResourceVersion[]>(
      `select ${VERSION} from ${VERSIONS} where v.number = r.newest order by v.resource_id for share of r`,
    );
  }

  /** Of these versions, in one question. */
  async files(versionIds: readonly string[], tx = this.source.manager): Promise<ResourceFileEntity[]> {
    if (versionIds.length === 0) return [];
    return await tx.find(ResourceFileEntity, { where: { versionId: In([...versionIds]) } });
  }
}
