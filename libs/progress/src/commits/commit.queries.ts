import { Injectable } from '@nestjs/common';
import type { Completion, Success } from '@induct/scorm';
import { binaryArray } from '../wire/binary-array';
import { type Incoming, tokenHash } from './incoming';
import type { Result } from '../attempt/result';
import type { ScorePolicy } from '../attempt/score';
import { RunTimePool } from '../wire/run-time-pool';
import type { ScoResultState, ScoRuntime } from '../attempt/sco-state';

/** What is known of one commit's launch, attempt and registration: a row for every SCO that has a state. */
export interface KnownRow {
  /** Position of the commit that asked. */
  asked: number;
  live_until: Date;
  superseded: boolean;
  /** Of the launch the commit was made in; null when that is no launch of this attempt. */
  launch_id: string | null;
  launch_number: number;
  opened_at: Date;
  last_commit_at: Date | null;
  finished_at: Date | null;
  attempt_id: string;
  attempt_number: number;
  version_id: string;
  attempt_completion: Completion;
  attempt_success: Success;
  attempt_score: number | null;
  attempt_completed_at: Date | null;
  registration_id: string;
  revision: number;
  person_id: string;
  course_id: string;
  score_policy: ScorePolicy;
  recorded_at: Date;
  completed_at: Date | null;
  completed_version_id: string | null;
  /** The registration's other attempts, usually none. */
  others: OtherAttempt[] | null;
  sco: string | null;
  result: ScoResultState;
  /** Only of the SCO that was asked for. */
  runtime: ScoRuntime | null;
}

export type OtherAttempt = Result & { number: number; learningSeconds: number };

/** A commit that is in the log already. */
export interface LoggedCommit {
  launch_id: string;
  seq: number;
  hash: Buffer;
}

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
    const rows = await this.pool.query<{ cmi: { suspend_data: string } }>('commit-suspend-data', SUSPEND_DATA, [
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
  select asked.n::int - 1 as asked, token.live_until, token.superseded_at is not null as superseded,
    made.id as launch_id, made.number as launch_number, made.opened_at, made.last_commit_at, made.finished_at,
    attempt.id as attempt_id, attempt.number as attempt_number, attempt.version_id,
    attempt.completion as attempt_completion, attempt.success as attempt_success,
    attempt.score::float8 as attempt_score,
    attempt.completed_at as attempt_completed_at,
    registration.id as registration_id, registration.revision, registration.person_id, registration.course_id,
    registration.score_policy, registration.recorded_at, registration.completed_at, registration.completed_version_id, others.others,
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
  select c.launch_id, c.seq, c.hash
  from unnest($1::date[], $2::uuid[], $3::uuid[], $4::int[]) as asked (opened_on, attempt_id, launch_id, seq)
  join commit_log c using (opened_on, attempt_id, launch_id, seq)`;

// Only commits that brought the data begin with it (see incoming.ts). Read as a whole: PostgreSQL's own JSON operators
// stop at an escaped NUL.
const SUSPEND_DATA = `
  select cmi from commit_log
  where opened_on = ($1::date[])[1] and attempt_id = $2 and launch_id = $3 and sco = $4 and suspend_hash = $5
    and cmi::text like '{"suspend_data":%'
  limit 1`;
