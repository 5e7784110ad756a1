import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LinkCheckEntity } from '../library/link-check.entity';

export type DueLink = Pick<LinkCheckEntity, 'url'> & { failingSince: LinkCheckEntity['failingSince'] };

/** Addresses that members are sent to: of resources that are shown, and those that the desk names beside them ($1). */
const WANTED = `select distinct v.url from resource r join resource_version v on v.resource_id = r.id and v.number = r.newest
   where v.state = 'published' and v.url is not null union select unnest($1::text[])`;

/** What is known of addresses. */
@Injectable()
export class LinkCheckRepository {
  constructor(private readonly source: DataSource) {}

  /** Those to be looked at now, the ones nobody has looked at first. @param others beside those of resources */
  async due(others: readonly string[], now: Date, limit: number): Promise<DueLink[]> {
    return this.source.query<DueLink[]>(
      `select w.url, k.failing_since as "failingSince" from (${WANTED}) w left join link_check k on k.url = w.url
        where k.url is null or k.next_at <= $2 order by k.next_at nulls first, w.url limit $3`,
      [others, now, limit],
    );
  }

  /** Null when it did not fail at the last look, or nobody has looked. */
  async failingSince(url: string): Promise<Date | null> {
    return (await this.source.manager.findOneBy(LinkCheckEntity, { url }))?.failingSince ?? null;
  }

  async save(checks: readonly LinkCheckEntity[]): Promise<void> {
    if (checks.length > 0) await this.source.manager.upsert(LinkCheckEntity, [...checks], ['url']);
  }

  /** Of addresses that nobody is sent to any more. */
  async forgetOthers(others: readonly string[]): Promise<void> {
    await this.source.query(`delete from link_check where url not in (${WANTED})`, [others]);
  }
}
