import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { PackageReport } from '../reading/package-report';
import { CourseEntity } from '../versions/course.entity';
import { PackageUploadEntity } from './package-upload.entity';

export type UploadState = PackageUploadEntity['state'];

/** An upload without what only the processes at work on it need. */
type UploadRow = Omit<PackageUploadEntity, 'aliveUntil' | 'waitingPlace'>;

export type PackageUpload = Omit<UploadRow, 'bytes'> & { bytes: number };

/** What a running upload has come to. */
export interface UploadProgress {
  state: 'receiving' | 'waiting' | 'importing';
  bytes: number;
  progress?: { done: number; total: number };
}

/**
 * For so long an upload counts as alive when its process has said so. By the database's clock: whoever looks may have another
 * one, and what was begun as if it were last year is not abandoned.
 */
const ALIVE = `clock_timestamp() + interval '30 seconds'`;

@Injectable()
export class UploadRepository {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async find(id: string): Promise<PackageUpload | undefined> {
    const [upload] = await this.source.query<UploadRow[]>(
      `select id, course_id as "courseId", file_name as "fileName", bytes, state, progress, report,
         version_id as "versionId", uploaded_by as "uploadedBy", created_at as "createdAt", finished_at as "finishedAt"
       from package_upload where id = $1`,
      [id],
    );
    return upload && { ...upload, bytes: Number(upload.bytes) };
  }

  async hasCourse(id: string): Promise<boolean> {
    return this.source.manager.existsBy(CourseEntity, { id });
  }

  async add(
    tx: EntityManager,
    upload: Pick<PackageUploadEntity, 'id' | 'courseId' | 'fileName' | 'uploadedBy' | 'createdAt'>,
  ): Promise<void> {
    await tx.insert(PackageUploadEntity, { ...upload, bytes: '0', state: 'receiving', aliveUntil: () => ALIVE });
  }

  /** Says that somebody is still at work on it, and how far. An upload that was ended meanwhile stays ended. */
  async keepAlive(tx: EntityManager, id: string, now: UploadProgress): Promise<void> {
    await tx.query(
      // Its turn may have come while this was on its way.
      `update package_upload set state = case when state = 'importing' then state else $2 end, bytes = $3, progress = $4,
         alive_until = ${ALIVE}
       where id = $1 and finished_at is null`,
      [id, now.state, now.bytes, now.progress && JSON.stringify(now.progress)],
    );
  }

  /** Puts an upload behind all that wait. @returns its place */
  async queueUp(tx: EntityManager, id: string, bytes: number): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('package_upload'))`);
    const [rows] = await tx.query<[{ place: number }[], number]>(
      `update package_upload set state = 'waiting', bytes = $2, progress = null,
         waiting_place = (select coalesce(max(waiting_place), 0) + 1 from package_upload where finished_at is null)
       where id = $1 and finished_at is null returning waiting_place::float8 as place`,
      [id, bytes],
    );
    return rows[0]?.place ?? 0;
  }

  /** Begins an import when it is the next and fewer than `most` are going on, in whatever process. */
  async takeTurn(tx: EntityManager, id: string, most: number): Promise<'mine' | 'not yet' | 'ended'> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('package_upload'))`);
    const [, count] = await tx.query<[unknown, number]>(
      `update package_upload u set state = 'importing'
       where id = $1 and finished_at is null
         and (select count(*) from package_upload where finished_at is null and state = 'importing' and alive_until > clock_timestamp()) < $2
         and not exists (
           select from package_upload o where o.finished_at is null and o.state = 'waiting' and o.alive_until > clock_timestamp()
             and o.waiting_place < u.waiting_place)`,
      [id, most],
    );
    if (count === 1) return 'mine';
    const isUnfinished = await tx.existsBy(PackageUploadEntity, { id, finishedAt: IsNull() });
    return isUnfinished ? 'not yet' : 'ended';
  }

  /** @returns false when it was ended already */
  async finish(
    tx: EntityManager,
    id: string,
    end: { state: 'accepted' | 'refused' | 'failed'; bytes: number; report: PackageReport; at: Date },
    made?: { courseId: string; versionId: string },
  ): Promise<boolean> {
    const [, count] = await tx.query<[unknown, number]>(
      `update package_upload
       set state = $2, bytes = $3, report = $4, finished_at = $5, course_id = coalesce($6, course_id), version_id = $7,
         progress = null, alive_until = null
       where id = $1 and finished_at is null`,
      [id, end.state, end.bytes, JSON.stringify(end.report), end.at, made?.courseId, made?.versionId],
    );
    return count === 1;
  }

  /** Ends every upload whose process is gone. */
  async failAbandoned(tx: EntityManager, report: PackageReport, now: Date): Promise<void> {
    await tx.query(
      `update package_upload set state = 'failed', report = $1, finished_at = $2, progress = null, alive_until = null
       where finished_at is null and (alive_until is null or alive_until < clock_timestamp())`,
      [JSON.stringify(report), now],
    );
  }
}
