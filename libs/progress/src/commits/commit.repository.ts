import { Injectable } from '@nestjs/common';
import { question, type Question } from '@induct/platform';
import type { RegistrationEntity } from '../attempt/registration.entity';
import { parametersOf, ROW_TYPES, sequencingOf } from './commit-rows';
import type { Outcome } from './outcome';
import { SEQUENCING_TYPES, sequencingParameters, writesOfSequencing } from '../sequencing/sequencing-rows';
import { RunTimePool } from '../wire/run-time-pool';

/** Writes what a batch comes to: one statement whatever the size of the batch. */
@Injectable()
export class CommitRepository {
  private oids?: number[];

  constructor(private readonly pool: RunTimePool) {}

  /**
   * Registrations are locked in the order of their ids; one that somebody else committed to since it was read is left
   * out, with everything of it. A transaction of its own.
   * @returns the ids of the registrations that were written
   */
  async write(outcomes: readonly Outcome[]): Promise<Set<string>> {
    const { values, isOrdered } = writing(outcomes, await this.types());
    const [name, text] = isOrdered ? ['commit-write-ordered', WRITE_ORDERED] : ['commit-write', WRITE];
    return idsOf(await this.pool.query<Written>(name, text, values));
  }

  /**
   * The same as the first of a transaction, until whose end nobody else counts these people's days: two completions at one moment would each
   * be the first of it. What is read of the days has to be another statement.
   */
  async alone(outcomes: readonly Outcome[]): Promise<Question<Set<string>>> {
    const people = [...new Set(outcomes.map(({ work }) => work.personId))].toSorted();
    const { values, isOrdered } = writing(outcomes, await this.types());
    const [name, text] = isOrdered ? ['alone-ordered', ALONE_ORDERED] : ['alone', ALONE];
    return question({ name: `commit-write-${name}`, text, values: [...values, people] }, idsOf);
  }

  /** Numbers of the composite types: every database has its own. */
  private async types(): Promise<number[]> {
    if (this.oids) return this.oids;
    const text =
      'select name::regtype::oid::int as oid from unnest($1::text[]) with ordinality as t (name, n) order by n';
    const rows = await this.pool.query<{ oid: number }>('row-types', text, [TYPES]);
    return (this.oids = rows.map(({ oid }) => oid));
  }
}

type Written = Pick<RegistrationEntity, 'id'>;

const idsOf = (rows: readonly Written[]): Set<string> => new Set(rows.map(({ id }) => id));

function byRegistration(a: Outcome, b: Outcome): number {
  return a.work.registrationId < b.work.registrationId ? -1 : 1;
}

// A registration that is not at the revision that was read stays as it is, and so does everything of it.
const WRITE = `
  with locked as (
    update registration set revision = read.revision + 1, completion = read.completion, success = read.success,
      score = read.score::numeric, progress = read.progress::numeric, learning_seconds = read.learning_seconds,
      recorded_at = read.recorded_at, completed_at = read.completed_at,
      completed_version_id = read.completed_version_id,
      completed_score = coalesce(registration.completed_score, case
        when read.recorded_at <= read.completed_at + interval '1 hour' then read.score::numeric end)
    from unnest($1::written_registration[]) read
    where registration.id = read.id and registration.revision = read.revision
    returning registration.id
  ),
  attempts as (
    update attempt set completion = a.completion, success = a.success, score = a.score::numeric,
      progress = a.progress::numeric, learning_seconds = a.learning_seconds, recorded_at = a.recorded_at,
      completed_at = a.completed_at, time_measured = a.time_measured
    from unnest($2::written_attempt[]) a join locked on locked.id = a.registration_id
    where attempt.id = a.id
  ),
  scos as (
    insert into sco_state (attempt_id, sco, result, runtime, suspend_data, recorded_at)
    select s.attempt_id, s.sco, s.result, s.runtime, s.suspend_data, s.recorded_at
    from unnest($3::written_sco[]) s join locked on locked.id = s.registration_id
    on conflict (attempt_id, sco) do update set result = excluded.result, runtime = excluded.runtime,
      suspend_data = coalesce(excluded.suspend_data, sco_state.suspend_data), recorded_at = excluded.recorded_at
  ),
  launches as (
    update launch set last_commit_at = l.last_commit_at, live_until = greatest(launch.live_until, l.live_until),
      finished_at = l.finished_at
    from unnest($5::written_launch[]) l join locked on locked.id = l.registration_id
    where launch.id = l.id
  ),
  logged as (
    insert into commit_log (opened_on, attempt_id, launch_id, seq, sco, run, final, hash, suspend_hash, cmi, shown_ms,
      received_at)
    select c.opened_on, c.attempt_id, c.launch_id, c.seq, c.sco, c.run, c.final, c.hash, c.suspend_hash, c.cmi,
      c.shown_ms, c.received_at
    from unnest($4::written_commit[]) c join locked on locked.id = c.registration_id
  )
  select id from locked`;

/** What is written when there is something of sequencing: nothing else is asked of it. */
const WRITE_ORDERED = WRITE.replace('logged as (', `${writesOfSequencing(6)}\n  logged as (`);

/** @param people number of their parameter, in the order of ids: they are locked as they stand in it */
const alone = (text: string, people: number): string =>
  text
    .replace(
      'with locked as (',
      `with alone as materialized (
    select count(pg_advisory_xact_lock(hashtextextended('completions ' || id, 0))) as locked
      from unnest($${people}::text[]) as person (id)),
  locked as (`,
    )
    .replace('where registration.id = read.id', 'where (select locked from alone) > 0 and registration.id = read.id');

const ALONE = alone(WRITE, 6);
const ALONE_ORDERED = alone(WRITE_ORDERED, 9);

const TYPES = [...ROW_TYPES, ...SEQUENCING_TYPES];

function writing(outcomes: readonly Outcome[], oids: readonly number[]): { values: Buffer[]; isOrdered: boolean } {
  const values = parametersOf(outcomes.toSorted(byRegistration), oids);
  const ordered = sequencingOf(outcomes);
  if (ordered.length === 0) return { values, isOrdered: false };
  return { values: [...values, ...sequencingParameters(ordered, oids.slice(ROW_TYPES.length))], isOrdered: true };
}
