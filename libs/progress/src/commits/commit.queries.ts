import { Injectable } from '@nestjs/common';
import type { AttemptEntity } from '../attempt/attempt.entity';
import type { RegistrationEntity } from '../attempt/registration.entity';
import type { Result } from '../attempt/result';
import type { ScoStateEntity } from '../attempt/sco-state.entity';
import type { LaunchEntity } from '../attempt/launch.entity';
import { binaryArray } from '../wire/binary-array';
import { RunTimePool } from '../wire/run-time-pool';
import type { CommitLogEntity } from './commit-log.entity';
import { type Incoming, tokenHash } from './incoming';

/** What is known of one commit's launch, attempt and registration: a row for every SCO that has a state. */
export interface KnownRow
  extends
    Pick<LaunchEntity, 'liveUntil' | 'openedAt' | 'lastCommitAt' | 'finishedAt'>,
    Pick<AttemptEntity, 'versionId'>,
    Pick<
      RegistrationEntity,
      'revision' | 'personId' | 'courseId' | 'scorePolicy' | 'recordedAt' | 'completedAt' | 'completedVersionId'
    >,
    Pick<ScoStateEntity, 'result'> {
  /** Position of the commit that asked. */
  asked: number;
  superseded: boolean;
  /** Of the launch the commit was made in; null when that is no launch of this attempt. */
  launchId: LaunchEntity['id'] | null;
  launchNumber: LaunchEntity['number'];
  attemptId: AttemptEntity['id'];
  attemptNumber: AttemptEntity['number'];
  attemptCompletion: AttemptEntity['completion'];
  attemptSuccess: AttemptEntity['success'];
  attemptScore: number | null;
  attemptCompletedAt: AttemptEntity['completedAt'];
  registrationId: RegistrationEntity['id'];
  /** The registration's other attempts, usually none. */
  others: OtherAttempt[] | null;
  sco: ScoStateEntity['sco'] | null;
  /** Only of the SCO that was asked for. */
  runtime: ScoStateEntity['runtime'] | null;
}

export type OtherAttempt = Result & { number: number; learningSeconds: number };

/** A commit that is in the log already. */
export type LoggedCommit = Pick<CommitLogEntity, 'launchId' | 'seq' | 'hash'>;

/** What recording a batch asks. */
@Injectable()
export class CommitQueries {
  constructor(private readonly pool: RunTimePool) {}

  /** Everything the batch is about, without locks: writing compares the registration's revision. */
  known(batch: readonly Incoming[]): Promise<KnownRow[]> {
    return this.pool.query<KnownRow>('commit-known', KNOWN, [
      binaryArray(
        'bytea',
        batch.map(({ token }) => tokenHash(token)),
      ),
      binaryArray(
        'uuid',
        batch.map(({ body }) => body.launch),
      ),
      binaryArray(
        'text',
        batch.map(({ body }) => body.sco),
      ),
    ]);
  }

  /** Which of these (launch, seq) are in the log. */
  logged(
    keys: readonly { openedAt: Date; attemptId: string; launchId: string; seq: number }[],
  ): Promise<LoggedCommit[]> {
    return this.pool.query<LoggedCommit>('commit-logged', LOGGED, [
      binaryArray(
        'date',
        keys.map(({ openedAt }) => openedAt),
      ),
      binaryArray(
        'uuid',
        keys.map(({ attemptId }) => attemptId),
      ),
      binaryArray(
        'uuid',
        keys.map(({ launchId }) => launchId),
      ),
      binaryArray(
        'int4',
        keys.map(({ seq }) => seq),
      ),
    ]);
  }

  /** suspend_data with this hash (hex) as an earlier commit of the SCO in the launch brought it: a JSON string. */
  async suspendText(openedAt: Date, attemptId: string, launchId: string, sco: string, suspendHash: string) {
    const rows = await this.pool.query<Pick<CommitLogEntity, 'cmi'>>('commit-suspend-data', SUSPEND_DATA, [
      binaryArray('date', [openedAt]),
      attemptId,
      launchId,
      sco,
      Buffer.from(suspendHash, 'hex'),
    ]);
    return rows[0] && JSON.stringify(rows[0].cmi.suspend_data);
  }
}

const KNOWN = `
  select asked.n::int - 1 as asked, token.live_until as "liveUntil", token.superseded_at is not null as superseded,
    made.id as "launchId", made.number as "launchNumber", made.opened_at as "openedAt",
    made.last_commit_at as "lastCommitAt", made.finished_at as "finishedAt",
    attempt.id as "attemptId", attempt.number as "attemptNumber", attempt.version_id as "versionId",
    attempt.completion as "attemptCompletion", attempt.success as "attemptSuccess",
    attempt.score::float8 as "attemptScore", attempt.completed_at as "attemptCompletedAt",
    registration.id as "registrationId", registration.revision, registration.person_id as "personId",
    registration.course_id as "courseId", registration.score_policy as "scorePolicy",
    registration.recorded_at as "recordedAt", registration.completed_at as "completedAt",
    registration.completed_version_id as "completedVersionId", others.others,
    sco_state.sco, sco_state.result, case when sco_state.sco = asked.sco then sco_state.runtime end as runtime
  from unnest($1::bytea[], $2::uuid[], $3::text[]) with ordinality as asked (token_hash, launch_id, sco, n)
  join launch token on token.token_hash = asked.token_hash
  join attempt on attempt.id = token.attempt_id
  join registration on registration.id = attempt.registration_id
  left join launch made on made.id = coalesce(asked.launch_id, token.id) and made.attempt_id = attempt.id
  left join lateral (
    select json_agg(json_build_object('number', o.number, 'completion', o.completion, 'success', o.success,
      'score', o.score, 'progress', o.progress, 'learningSeconds', o.learning_seconds) order by o.number) as others
    from attempt o where o.registration_id = registration.id and o.id <> attempt.id
  ) others on true
  left join sco_state on sco_state.attempt_id = attempt.id`;

const LOGGED = `
  select c.launch_id as "launchId", c.seq, c.hash
  from unnest($1::date[], $2::uuid[], $3::uuid[], $4::int[]) as asked (opened_on, attempt_id, launch_id, seq)
  join commit_log c using (opened_on, attempt_id, launch_id, seq)`;

// Only commits that brought the data begin with it (see incoming.ts). Read as a whole: PostgreSQL's own JSON operators
// stop at an escaped NUL.
const SUSPEND_DATA = `
  select cmi from commit_log
  where opened_on = ($1::date[])[1] and attempt_id = $2 and launch_id = $3 and sco = $4 and suspend_hash = $5
    and cmi::text like '{"suspend_data":%'
  limit 1`;
