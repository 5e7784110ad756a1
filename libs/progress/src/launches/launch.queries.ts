import { Injectable } from '@nestjs/common';
import type { Standard } from '@induct/scorm';
import { RunTimePool } from '../wire/run-time-pool';
import type { ScoResultState, ScoRuntime } from '../attempt/sco-state';

/** A launch with all that its player starts from: a row for every SCO that has a state. */
export interface LaunchRow {
  launch_id: string;
  launch_number: number;
  live_until: Date;
  finished_at: Date | null;
  journal_key: Buffer;
  version_id: string;
  attempt_recorded_at: Date;
  has_commits: boolean;
  course_title: string;
  course_slug: string;
  version_key: string;
  standard: Standard;
  edition: string;
  person_id: string;
  person_name: string;
  sco: string | null;
  result: ScoResultState;
  runtime: ScoRuntime;
  /** A JSON string. */
  suspend_data: string;
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
  select launch.id as launch_id, launch.number as launch_number, launch.live_until, launch.finished_at,
    attempt.journal_key, attempt.version_id, attempt.recorded_at as attempt_recorded_at,
    sco_state.sco is not null as has_commits,
    course.title as course_title, course.slug as course_slug,
    version.key as version_key, version.standard, version.edition,
    person.id as person_id, person.name as person_name,
    sco_state.sco, sco_state.result, sco_state.runtime, sco_state.suspend_data
  from launch
  join attempt on attempt.id = launch.attempt_id
  join registration on registration.id = attempt.registration_id
  join version_standing version on version.id = attempt.version_id
  join course_current course on course.id = registration.course_id
  join person_current person on person.id = registration.person_id
  left join sco_state on sco_state.attempt_id = attempt.id
  where launch.token_hash = $1`;
