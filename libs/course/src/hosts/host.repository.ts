import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { HostUse, OutsideHost } from '../outside/outside-host';
import type { VersionHostEntity } from './version-host.entity';

/** A website that the pages of a version may load from. */
export type AgreedHost = Omit<VersionHostEntity, 'versionId'>;

@Injectable()
export class HostRepository {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  ofVersion(versionId: string, tx: EntityManager = this.source.manager): Promise<AgreedHost[]> {
    return tx.query(
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
    await tx.query(
      `insert into version_host (version_id, host, uses, reason, agreed_by, agreed_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (version_id, host) do update
       set uses = excluded.uses, reason = excluded.reason, agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at`,
      [versionId, host, uses, reason, agreedBy, agreedAt],
    );
  }

  /** @returns what it was for; undefined when it was not agreed to */
  async remove(tx: EntityManager, versionId: string, host: string): Promise<HostUse[] | undefined> {
    const [rows] = await tx.query<[{ uses: HostUse[] }[], number]>(
      'delete from version_host where version_id = $1 and host = $2 returning uses',
      [versionId, host],
    );
    return rows[0]?.uses;
  }

  /** Versions from before other websites were looked for. */
  async notLookedThrough(): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      'select id from course_version where outside is null order by uploaded_at desc',
    );
    return rows.map(({ id }) => id);
  }

  /** @returns false when somebody else was faster */
  async lookedThrough(tx: EntityManager, versionId: string, outside: readonly OutsideHost[]): Promise<boolean> {
    const [, count] = await tx.query<[unknown, number]>(
      'update course_version set outside = $2 where id = $1 and outside is null',
      [versionId, JSON.stringify(outside)],
    );
    return count === 1;
  }
}
