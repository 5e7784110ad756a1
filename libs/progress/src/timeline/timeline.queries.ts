import { Injectable } from '@nestjs/common';
import { planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { AttemptEntity } from '../attempt/attempt.entity';
import type { LaunchEntity } from '../attempt/launch.entity';
import type { RegistrationEntity } from '../attempt/registration.entity';
import type { CommitLogEntity } from '../commits/commit-log.entity';

type Columns = 'id' | 'number' | 'versionId' | 'completion' | 'success' | 'startedAt' | 'completedAt';

/** An attempt as it is stored. */
export interface AttemptRow extends Pick<AttemptEntity, Columns>, Pick<RegistrationEntity, 'scorePolicy'> {
  score: number | null;
  progress: number | null;
  launches: LaunchRow[];
}

/** An opening of it, and whether the log holds what it saved. */
export interface LaunchRow extends Pick<LaunchEntity, 'id' | 'number'> {
  openedAt: string;
  isKept: boolean;
}

/** Where a commit is in the log. */
export type CommitKey = Pick<CommitLogEntity, 'openedOn' | 'attemptId' | 'launchId' | 'seq'>;

export type CommitRow = Pick<
  CommitLogEntity,
  'launchId' | 'attemptId' | 'seq' | 'sco' | 'run' | 'final' | 'cmi' | 'shownMs' | 'receivedAt'
>;

/** What the timeline of a person on a course is read from. */
@Injectable()
export class TimelineQueries {
  constructor(private readonly source: DataSource) {}

  /** In the order of their numbers; openings too. */
  attempts(personId: string, courseId: string): Promise<AttemptRow[]> {
    return planned<AttemptRow>(
      this.source,
      'attempts told again',
      `select a.id, a.number, a.version_id as "versionId", a.completion, a.success, a.score::float8 as score,
              a.progress::float8 as progress, a.started_at as "startedAt", a.completed_at as "completedAt",
              r.score_policy as "scorePolicy",
              (select coalesce(json_agg(json_build_object('id', l.id, 'number', l.number, 'openedAt', l.opened_at,
                        'isKept', l.last_commit_at is null or exists (
                           select from commit_log c where c.opened_on = (l.opened_at at time zone 'UTC')::date
                              and c.attempt_id = l.attempt_id and c.launch_id = l.id)) order by l.number), '[]')
                 from launch l where l.attempt_id = a.id) as launches
         from registration r join attempt a on a.registration_id = r.id
        where r.person_id = $1 and r.course_id = $2
        order by a.number`,
      [personId, courseId],
    );
  }

  /**
   * The newest commits of these attempts, in the order in which they came. Sizes are asked of the rows, not of what is in them.
   * @param most as many at most, and no more than `bytes` as they are stored
   */
  newest(attemptIds: readonly string[], most: number, bytes: number): Promise<(CommitKey & { of: number })[]> {
    return planned<CommitKey & { of: number }>(
      this.source,
      'newest commits',
      `select "openedOn", "attemptId", "launchId", seq, "of"
         from (select c.opened_on::text as "openedOn", c.attempt_id as "attemptId", c.launch_id as "launchId", c.seq,
                      count(*) over ()::int as "of", row_number() over newest as place,
                      sum(pg_column_size(c.cmi)) over newest as bytes
                 from launch l join commit_log c on c.opened_on = (l.opened_at at time zone 'UTC')::date
                      and c.attempt_id = l.attempt_id and c.launch_id = l.id
                where l.attempt_id = any($1)
               window newest as (order by c.received_at desc, l.number desc, c.seq desc, l.id)) c
        where place <= $2 and (bytes <= $3 or place = 1)
        order by place desc`,
      [attemptIds, most, bytes],
    );
  }

  /** Those, in their order. */
  async read(keys: readonly CommitKey[]): Promise<CommitRow[]> {
    return planned<CommitRow>(
      this.source,
      'commits told again',
      `select c.launch_id as "launchId", c.attempt_id as "attemptId", c.seq, c.sco, c.run, c.final, c.cmi,
              c.shown_ms as "shownMs", c.received_at as "receivedAt"
         from unnest($1::date[], $2::uuid[], $3::uuid[], $4::int[]) with ordinality
                as asked (opened_on, attempt_id, launch_id, seq, place)
              join commit_log c using (opened_on, attempt_id, launch_id, seq)
        order by place`,
      [
        keys.map(({ openedOn }) => openedOn),
        keys.map(({ attemptId }) => attemptId),
        keys.map(({ launchId }) => launchId),
        keys.map(({ seq }) => seq),
      ],
    );
  }
}
