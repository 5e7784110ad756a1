import type { CourseCurrent } from '@induct/course';
import { type AttemptStanding, meetsRetake, type RegistrationStanding } from '@induct/progress';

/**
 * One person on one module, as the queries read it. Everything about the person is null before the first start. Dates are
 * strings where the row was read as JSON.
 */
export interface ModuleRow extends Pick<CourseCurrent, 'slug' | 'title' | 'summary' | 'minutes' | 'core'> {
  completion: RegistrationStanding['completion'] | null;
  success: RegistrationStanding['success'] | null;
  /** Per cent. */
  score: number | null;
  /** What goes with `completedAt`: `score` may have become better since. */
  completedScore: number | null;
  /** Share done, 0 to 1. */
  progress: number | null;
  startedAt: Date | string | null;
  recordedAt: Date | string | null;
  completedAt: Date | string | null;
  /** When it was last completed again after that. */
  againAt: Date | string | null;
  /** The module was renewed, and has to be taken again. */
  retake: RetakeRow | null;
  /** Not passed yet: a further try, when one is going on. */
  trying: Pick<AttemptState, 'progress' | 'recordedAt'> | null;
  /**
   * The completion does not count: it is hard to believe, and an officer is still to look, or has said so; or what it showed was
   * withdrawn, which `asItCounts` sees.
   */
  doubt: 'waiting' | 'refused' | 'withdrawn' | null;
  /** When it was completed again last, which is hard to believe, and an officer is still to look; null: not so. */
  doubtedAgainAt: Date | string | null;
  /** How many change notes there are for this person to read. */
  notes: number;
}

export interface RetakeRow {
  /** `2027-03-01`: the last day. */
  dueOn: string;
  renewedAt: string;
  /** The attempt that will meet it, once it is begun. */
  going: AttemptState | null;
}

interface AttemptState extends Pick<AttemptStanding, 'success'> {
  score: number | null;
  progress: number | null;
  recordedAt: string;
}

/** Columns of a ModuleRow, from `MODULES_OF_PERSON`. */
export const MODULE_ROW = `c.slug, c.title, c.summary, c.minutes, c.core, r.completion, r.success,
  r.score::float8 as score, r.completed_score::float8 as "completedScore", r.progress::float8 as progress,
  r.started_at as "startedAt", r.recorded_at as "recordedAt", r.completed_at as "completedAt",
  (select max(completed_at) from attempt_standing where registration_id = r.id and completed_at > r.completed_at) as "againAt",
  case when d.due_on is not null and c.published_version_id is not null
    then json_build_object('dueOn', d.due_on, 'renewedAt', d.renewed_at, 'going', g.going) end as retake,
  case when r.completed_at is null and r.success = 'failed' then (
    select json_build_object('progress', a.progress::float8, 'recordedAt', a.recorded_at)
    from (select * from attempt_standing where registration_id = r.id order by number desc limit 1) a
    where a.number > 1 and a.success <> 'failed') end as trying,
  case when r.completed_at is not null then (
    select case when q.waits then 'waiting' else 'refused' end
    from completion_in_doubt q where q.registration_id = r.id) end as doubt,
  case when r.completed_at is not null then (
    select max(a.completed_at) from look_waiting l join attempt_standing a on a.id = l.attempt_id
     where l.registration_id = r.id) end as "doubtedAgainAt",
  case when r.completed_at is not null and c.published_version_id is not null
    then (select count(*)::int from due_note where person_id = $1 and course_id = c.id) else 0 end as notes`;

/**
 * All courses with what the person ($1) has to do with them. Of several retakes due the first day counts, and what is
 * begun has to meet them all.
 */
export const MODULES_OF_PERSON = `course_current c
  left join registration_standing r on r.course_id = c.id and r.person_id = $1
  left join (
    select course_id, min(due_on)::text as due_on, max(number) as number, max(published_at) as renewed_at
    from due_renewal where person_id = $1 group by course_id
  ) d on d.course_id = c.id
  left join lateral (
    select json_build_object('success', a.success, 'score', a.score::float8, 'progress', a.progress::float8,
      'recordedAt', a.recorded_at) as going
    from (select * from attempt_standing where d.due_on is not null and registration_id = r.id order by number desc limit 1) a
    where a.completed_at is null and ${meetsRetake('c.id', 'a.version_id', 'd.number')}
  ) g on true`;

/** What members find among their modules: published ones, and ones they have completed. */
export const VISIBLE = '(c.published_version_id is not null or r.completed_at is not null)';
/** Core modules first, and the others behind them, each in the order in which they came: an induction has one. */
export const MODULE_ORDER = 'c.core desc, c.created_at, c.slug';
