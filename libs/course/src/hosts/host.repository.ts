import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { HostUse, OutsideHost } from '../outside/outside-host';
import { CourseVersionEntity } from '../versions/course-version.entity';
import { VersionHostEntity } from './version-host.entity';

/** A website that the pages of a version may load from. */
export type AgreedHost = Omit<VersionHostEntity, 'versionId'>;

@Injectable()
export class HostRepository {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  ofVersion(versionId: string, tx: EntityManager = this.source.manager): Promise<AgreedHost[]> {
    return tx.query<AgreedHost[]>(
      `select host, uses, reason, agreed_by as "agreedBy", agreed_at as "agreedAt"
       from version_host where version_id = $1 order by host`,
      [versionId],
    );
  }

  async put(
    tx: EntityManager,
    versionId: string,
    { host, uses, reason, agreedBy, agreedAt }: AgreedHost,
  ): Promise<void> {
    const agreed = { versionId, host, uses, reason, agreedBy, agreedAt };
    await tx.upsert(VersionHostEntity, agreed, ['versionId', 'host']);
  }

  /** @returns what it was for; undefined when it was not agreed to */
  async remove(tx: EntityManager, versionId: string, host: string): Promise<HostUse[] | undefined> {
    const [rows] = await tx.query<[Pick<VersionHostEntity, 'uses'>[], number]>(
      'delete from version_host where version_id = $1 and host = $2 returning uses',
      [versionId, host],
    );
    return rows[0]?.uses;
  }

  /** Versions from before other websites were looked for. */
  async notLookedThrough(): Promise<string[]> {
    const rows = await this.source.query<Pick<CourseVersionEntity, 'id'>[]>(
      'select id from course_version where outside is null order by uploaded_at desc',
    );
    return rows.map(({ id }) => id);
  }

  /** @returns false when somebody else was faster */
  async lookedThrough(tx: EntityManager, versionId: string, outside: readonly OutsideHost[]): Promise<boolean> {
    const notYet = { id: versionId, outside: IsNull() };
    const { affected } = await tx.update(CourseVersionEntity, notYet, { outside: [...outside] });
    return affected === 1;
  }
}
