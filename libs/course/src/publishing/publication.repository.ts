import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Publication } from './publication';
import type { PublicationEntity } from './publication.entity';

const PUBLICATION = `
  select id, course_id as "courseId", version_id as "versionId", number, ground, round_id as "roundId",
    override_id as "overrideId", policy, change_note as "changeNote", retake_by::text as "retakeBy",
    half_way as "halfWay", published_by as "publishedBy", published_at as "publishedAt"
  from publication`;

@Injectable()
export class PublicationRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns its number. The course is locked. */
  async add(tx: EntityManager, publication: Omit<Publication, 'number'>): Promise<number> {
    const [row] = await tx.query<Pick<PublicationEntity, 'number'>[]>(
      `insert into publication (id, course_id, version_id, number, ground, round_id, override_id, policy, change_note,
         retake_by, half_way, published_by, published_at)
       select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12
       from publication where course_id = $2
       returning number`,
      [
        publication.id,
        publication.courseId,
        publication.versionId,
        publication.ground,
        publication.roundId,
        publication.overrideId,
        publication.policy,
        publication.changeNote,
        publication.retakeBy,
        publication.halfWay,
        publication.publishedBy,
        publication.publishedAt,
      ],
    );
    return row!.number;
  }

  /** All of a course, the newest first. */
  ofCourse(courseId: string, tx: EntityManager = this.source.manager): Promise<Publication[]> {
    return tx.query<PublicationEntity[]>(`${PUBLICATION} where course_id = $1 order by number desc`, [courseId]);
  }
}
