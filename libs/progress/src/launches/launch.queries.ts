import { Injectable } from '@nestjs/common';
import type { CourseCurrent, VersionStanding } from '@induct/course';
import type { PersonCurrent } from '@induct/people';
import type { AttemptEntity } from '../attempt/attempt.entity';
import type { ScoStateEntity } from '../attempt/sco-state.entity';
import { RunTimePool } from '../wire/run-time-pool';
import type { LaunchEntity } from '../attempt/launch.entity';

/** A launch with all that its player starts from: a row for every SCO that has a state. */
export interface LaunchRow
  extends
    Pick<LaunchEntity, 'liveUntil' | 'finishedAt'>,
    Pick<AttemptEntity, 'journalKey' | 'versionId'>,
    Pick<VersionStanding, 'standard' | 'edition'>,
    Pick<ScoStateEntity, 'result' | 'runtime'> {
  launchId: LaunchEntity['id'];
  launchNumber: LaunchEntity['number'];
  attemptId: AttemptEntity['id'];
  attemptRecordedAt: AttemptEntity['recordedAt'];
  hasCommits: boolean;
  courseTitle: CourseCurrent['title'];
  courseSlug: CourseCurrent['slug'];
  versionKey: VersionStanding['key'];
  personId: PersonCurrent['id'];
  personName: PersonCurrent['name'];
  sco: ScoStateEntity['sco'] | null;
  /** A JSON string. */
  suspendData: string;
}

/** What launching reads, of other libs through their windows; it writes none of them. */
@Injectable()
export class LaunchQueries {
  constructor(private readonly pool: RunTimePool) {}

  launch(tokenHash: Buffer): Promise<LaunchRow[]> {
    return this.pool.query<LaunchRow>('launch-state', LAUNCH, [tokenHash]);
  }
}

const LAUNCH = `
  select launch.id as "launchId", launch.number as "launchNumber", launch.live_until as "liveUntil",
    launch.finished_at as "finishedAt", attempt.id as "attemptId", attempt.journal_key as "journalKey", attempt.version_id as "versionId",
    attempt.recorded_at as "attemptRecordedAt", sco_state.sco is not null as "hasCommits",
    course.title as "courseTitle", course.slug as "courseSlug",
    version.key as "versionKey", version.standard, version.edition,
    person.id as "personId", person.name as "personName",
    sco_state.sco, sco_state.result, sco_state.runtime, sco_state.suspend_data as "suspendData"
  from launch
  join attempt on attempt.id = launch.attempt_id
  join registration on registration.id = attempt.registration_id
  join version_standing version on version.id = attempt.version_id
  join course_current course on course.id = registration.course_id
  join person_current person on person.id = registration.person_id
  left join sco_state on sco_state.attempt_id = attempt.id
  where launch.token_hash = $1`;
