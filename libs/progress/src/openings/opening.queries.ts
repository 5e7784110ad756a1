import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { prepared } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { BeforeOpening, HalfWayChoice } from './launching.rules';
import type { ScoRuntime } from '../attempt/sco-state';
import { meetsRetake } from '../retakes/retake.sql';

/** Where a person stands with a course, with what pages say about it. */
export interface BeforeOpeningRow extends BeforeOpening {
  /** Of the last attempt; 0 when there is none. */
  lastNumber: number;
  lastVersion: number | null;
  lastStartedAt: Date | null;
  lastRecordedAt: Date | null;
  /** Share done in it, 0 to 1, as far as the package reports it. */
  lastProgress: number | null;
  publishedVersion: number | null;
  /** The newest publication of the version that members see. */
  publicationId: string | null;
  publishedAt: Date | null;
  changeNote: string | null;
}

type Row = Omit<BeforeOpeningRow, 'last' | 'chosen'> & {
  /** Of the part that was open last; only when the attempt was failed. */
  lastRuntime: ScoRuntime | null;
  lastCountsNot: boolean;
  lastId: string | null;
  lastVersionId: string;
  lastCompletedAt: Date | null;
  chosen: HalfWayChoice | null;
};

/** Reads of other libs through their windows. */
@Injectable()
export class OpeningQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Undefined when the course or the person does not exist. */
  async find(
    personId: string,
    courseId: string,
    tx: EntityManager = this.source.manager,
  ): Promise<BeforeOpeningRow | undefined> {
    const [row] = await prepared<Row>(tx, 'standing', STANDING, [personId, courseId]);
    if (!row) return undefined;
    const { lastId, lastVersionId, lastCompletedAt, lastRuntime, lastCountsNot, chosen, ...rest } = row;
    const last =
      lastId === null
        ? undefined
        : {
            id: lastId,
            versionId: lastVersionId,
            completedAt: lastCompletedAt,
            hasEndedFailed: lastRuntime !== null && hasEnded(lastRuntime),
            countsNot: lastCountsNot,
          };
    return { ...rest, last, chosen: chosen ?? undefined };
  }
}

const hasEnded = ({ newest }: ScoRuntime): boolean => newest?.ended === true && newest.said.exit !== 'suspend';

// The run-time data is read as a whole: PostgreSQL's own JSON operators stop at an escaped NUL.
// $1 person, $2 course. One retake may be due from several publications: the last attempt has to count for all of them.
const STANDING = `
  select l.id as "lastId", coalesce(l.number, 0) as "lastNumber", l.version_id as "lastVersionId",
    l.completed_at as "lastCompletedAt", l.started_at as "lastStartedAt", l.recorded_at as "lastRecordedAt",
    l.progress::float8 as "lastProgress",
    case when l.completion = 'completed' and l.success = 'failed' and l.completed_at is null then (
      select runtime from sco_state where attempt_id = l.id order by recorded_at desc limit 1) end as "lastRuntime",
    exists (select from doubtful_completion where attempt_id = l.id and counts = false) as "lastCountsNot",
    (select number from version_standing where id = l.version_id) as "lastVersion",
    c.published_version_id as "publishedVersionId", v.number as "publishedVersion",
    p.id as "publicationId", p.published_at as "publishedAt", p.change_note as "changeNote",
    coalesce(p.half_way, 'finish_old') as "halfWay", h.choice as chosen, g.completed_at is not null as "isCompleted",
    case when d.due = 0 then 'none' when l.completed_at is null and d.counts then 'by last attempt'
      else 'by new attempt' end as retake
  from course_current c
  left join version_standing v on v.id = c.published_version_id
  left join registration g on g.course_id = c.id and g.person_id = $1
  left join lateral (select * from attempt where registration_id = g.id order by number desc limit 1) l on true
  left join lateral (
    select * from publication_made where course_id = c.id and version_id = c.published_version_id
    order by number desc limit 1
  ) p on true
  left join half_way_choice h on h.publication_id = p.id and h.person_id = $1
  cross join lateral (
    select count(*) as due, bool_and(${meetsRetake('c.id', 'l.version_id', 'r.number')}) as counts
    from due_renewal r where r.person_id = $1 and r.course_id = c.id
  ) d
  where c.id = $2 and exists (select from person_current where id = $1)`;
