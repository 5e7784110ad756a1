import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Day } from '@induct/platform';
import type { Standard } from '@induct/scorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { CourseVersionEntity } from '../versions/course-version.entity';
import type { CourseEntity } from '../versions/course.entity';
import { DispatchDayEntity } from './dispatch-day.entity';
import { DispatchEntity } from './dispatch.entity';
import { DispatchZipEntity } from './dispatch-zip.entity';

/** A dispatch with the version that it is of. */
export interface DispatchRow extends DispatchEntity, Pick<CourseVersionEntity, 'number'>, Pick<CourseEntity, 'slug'> {
  courseTitle: string;
  /** The newest that members get; null: none. */
  publishedNumber: number | null;
  zips: number;
}

/** What an opening needs to know. */
export interface DispatchToOpen
  extends
    Pick<
      DispatchEntity,
      'id' | 'versionId' | 'sites' | 'endsOn' | 'mostLaunches' | 'launches' | 'filesKey' | 'revokedAt'
    >,
    Pick<CourseVersionEntity, 'key'> {
  isPublished: boolean;
}

const ROW = `
  select d.id, d.version_id as "versionId", d.partner, d.sites, d.ends_on::text as "endsOn", d.most_launches as "mostLaunches",
    d.launches, d.files_key as "filesKey", d.made_by as "madeBy", d.made_at as "madeAt", d.revoked_by as "revokedBy",
    d.revoked_at as "revokedAt", v.number, c.slug, c.title as "courseTitle", p.number as "publishedNumber",
    (select count(*)::int from dispatch_zip z where z.dispatch_id = d.id) as zips
  from dispatch d join course_version v on v.id = d.version_id join course c on c.id = v.course_id
    left join course_version p on p.id = c.published_version_id`;
const TO_OPEN = `
  select d.id, d.version_id as "versionId", d.sites, d.ends_on::text as "endsOn", d.most_launches as "mostLaunches", d.launches,
    d.files_key as "filesKey", d.revoked_at as "revokedAt", v.key, c.published_version_id is not null as "isPublished"
  from dispatch d join course_version v on v.id = d.version_id join course c on c.id = v.course_id`;

@Injectable()
export class DispatchRepository {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The newest first. */
  page(limit: number, offset: number): Promise<DispatchRow[]> {
    return this.source.query<DispatchRow[]>(`${ROW} order by d.made_at desc, d.id limit $1 offset $2`, [limit, offset]);
  }

  async count(): Promise<number> {
    return await this.source.manager.count(DispatchEntity);
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<DispatchRow | undefined> {
    const [row] = await tx.query<DispatchRow[]>(`${ROW} where d.id = $1`, [id]);
    return row;
  }

  /** The newest first. */
  days(dispatchId: string, limit: number): Promise<DispatchDayEntity[]> {
    return this.source.query<DispatchDayEntity[]>(
      `select dispatch_id as "dispatchId", day::text, launches, begun, completed
       from dispatch_day where dispatch_id = $1 order by day desc limit $2`,
      [dispatchId, limit],
    );
  }

  async add(tx: EntityManager, dispatch: DispatchEntity): Promise<void> {
    await tx.insert(DispatchEntity, dispatch);
  }

  async addZip(tx: EntityManager, zip: DispatchZipEntity): Promise<void> {
    await tx.insert(DispatchZipEntity, zip);
  }

  /** @returns whether it was not revoked before */
  async revoke(tx: EntityManager, id: string, revokedBy: string, revokedAt: Date): Promise<boolean> {
    const { affected } = await tx.update(DispatchEntity, { id, revokedAt: IsNull() }, { revokedBy, revokedAt });
    return affected === 1;
  }

  async toOpen(id: string): Promise<DispatchToOpen | undefined> {
    const [row] = await this.source.query<DispatchToOpen[]>(`${TO_OPEN} where d.id = $1`, [id]);
    return row;
  }

  /** The edition of the zip that holds this secret. */
  async zip(dispatchId: string, tokenHash: Buffer): Promise<Standard | undefined> {
    const [row] = await this.source.query<Pick<DispatchZipEntity, 'standard'>[]>(
      'select standard from dispatch_zip where token_hash = $2 and dispatch_id = $1',
      [dispatchId, tokenHash],
    );
    return row?.standard;
  }

  /** Counts an opening. @returns false when it may not be opened any more: nothing was counted */
  async countLaunch(id: string, today: Day, isFirst: boolean): Promise<boolean> {
    const rows = await this.source.query<Pick<DispatchDayEntity, 'dispatchId'>[]>(
      `with opened as (
         update dispatch set launches = launches + 1
         where id = $1 and revoked_at is null and ends_on >= $2 and (most_launches is null or launches < most_launches)
         returning id)
       insert into dispatch_day as d (dispatch_id, day, launches, begun, completed)
       select id, $2, 1, $3::int, 0 from opened
       on conflict (dispatch_id, day) do update set launches = d.launches + 1, begun = d.begun + excluded.begun
       returning dispatch_id as "dispatchId"`,
      [id, today, isFirst ? 1 : 0],
    );
    return rows.length > 0;
  }

  async countCompleted(id: string, today: Day): Promise<void> {
    await this.source.query(
      `insert into dispatch_day as d (dispatch_id, day, launches, begun, completed) values ($1, $2, 0, 0, 1)
       on conflict (dispatch_id, day) do update set completed = d.completed + 1`,
      [id, today],
    );
  }
}
