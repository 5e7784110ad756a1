import { Injectable } from '@nestjs/common';
import type { AttendedStanding } from '@induct/events';
import { type Day, listOf, prepared } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { Shown } from '../rules/standing';
import type { EvidenceEntity } from './evidence.entity';
import type { WayKind } from './way-kind';

/** Evidence that counts, with what a certificate says of it. */
export interface ShownEvidence extends Shown {
  kind: WayKind;
  /** The requirement's. */
  title: string;
  /** Of a module; null of everything else. */
  completed: CompletedModule | null;
  /** Of an attendance: where it was, when that is known. */
  place: string | null;
  /** Of an attendance: the parts that were attended for it. */
  attended: AttendedPart[] | null;
}

/** A part of a session that somebody was at, and how long it was. */
export type AttendedPart = Pick<AttendedStanding, 'sessionId'> & AttendedStanding['parts'][number];

/** What a person has completed, as its registration has it now. */
export interface CompletedModule {
  courseId: string;
  completedAt: Date;
  /** Per cent, when the module reports one. */
  score: number | null;
  learningSeconds: number;
  /** The version the person completed. */
  versionId: string | null;
}

/** A claim as evidence takes it over. */
export interface AcceptedClaim extends Pick<
  EvidenceEntity,
  'id' | 'personId' | 'requirementId' | 'kind' | 'validUntil'
> {
  doneOn: Day;
}

/** What counts for a person, and the requirements that are core skills: by title. */
export interface HeldBy<Evidence extends Shown> {
  evidence: Evidence[];
  core: string[];
}

/** With the day since which each core skill is one; null: always. */
export interface HeldByThen<Evidence extends Shown> extends HeldBy<Evidence> {
  coreSince: Map<string, Day | null>;
}

/** One row a requirement, or one an evidence of it. */
export interface ShownRow extends Omit<ShownEvidence, 'id' | 'completed' | 'place' | 'attended'> {
  isCore: boolean;
  /** Since when it is one; null: always, or it is none. */
  coreSince: Day | null;
  id: string | null;
}

/** A row of {@link HELD} as JSON has it: a moment is a text. */
export interface HeldRow extends Omit<ShownEvidence, 'completed' | 'attended'> {
  courseId: string | null;
  completedAt: string;
  score: number | null;
  learningSeconds: number;
  versionId: string | null;
  /** Of an attendance, as `parts` is. */
  sessionId: string | null;
  parts: AttendedStanding['parts'] | null;
}

interface HeldNow {
  held: HeldRow[];
  core: { id: string }[];
}

/**
 * Modules that somebody has completed, as evidence: the first time, of which the registration is the source, and each time
 * they took it again, of which the attempt is.
 */
const completions = (registrations: string) => `
  select gen_random_uuid(), g.person_id, w.requirement_id, 'module', t.source, d.met_on,
         (d.met_on + make_interval(months => w.valid_months))::date, t.completed_at
    from ${registrations}
    join way w on w.course_id = g.course_id
   cross join lateral (
     select g.id as source, g.completed_at
      union all
     select id, completed_at from attempt_standing where registration_id = g.id and completed_at > g.completed_at) t
   cross join lateral (select (t.completed_at at time zone 'Europe/London')::date as met_on) d
   where g.completed_at is not null`;

/** Topics of sessions that somebody was at, in every part that names them, as evidence: its source is what the register came to. */
const ATTENDED = `
  select gen_random_uuid(), t.person_id, w.requirement_id, 'attendance', t.id, t.met_on,
         (t.met_on + make_interval(months => w.valid_months))::date, t.recorded_at
    from attended_standing t
    join requirement r on r.slug = t.topic
    join way w on w.requirement_id = r.id and w.kind = 'attendance' and w.during @> t.met_on`;
const RECORD = `insert into evidence (id, person_id, requirement_id, kind, source, met_on, valid_until, recorded_at)`;
/** Insert what has been shown and is not written down yet; more conditions may follow. @param registrations rows `g` of registration_standing */
export const RECORD_COMPLETED = (registrations = 'registration_standing g'): string =>
  `${RECORD} ${completions(registrations)}`;
export const RECORD_ATTENDED = `${RECORD} ${ATTENDED}`;

/** True of evidence `e` that counts: not withdrawn, and no officer has to look at it first. */
export const COUNTS = `e.withdrawn_at is null
  and not exists (select from completion_in_doubt q where q.registration_id = e.source and e.kind = 'module')
  and not exists (
    select from doubt_standing b where b.attempt_id = e.source and e.kind = 'module' and b.counts is not true)`;

/** What counts for a person ($1), and everything that is a core skill on a day ($2) beside it, by title: rows of {@link shownBy}, for whoever asks more in one statement. */
export const SHOWN = `
  select r.id as requirement, r.title, r.core_during @> $2::date as "isCore", e.id, e.kind,
         (select lower(span)::text from unnest(r.core_during) as span where span @> $2::date) as "coreSince",
         e.met_on::text as "metOn", e.valid_until::text as "validUntil"
    from requirement r
    left join evidence e on e.requirement_id = r.id and e.person_id = $1 and ${COUNTS}
   where r.core_during @> $2::date or e.id is not null
   order by r.title, r.id`;

/** What counts, with what a certificate says of it, by title. @param evidence rows `e` of that table */
export const HELD = (evidence: string): string => `
  select e.person_id as "personId", r.id as requirement, r.title, e.id, e.kind, e.met_on::text as "metOn",
         e.valid_until::text as "validUntil", g.course_id as "courseId",
         coalesce(a.completed_at, g.completed_at) as "completedAt",
         case when a.id is null then g.completed_score else a.score end::float8 as score,
         coalesce(a.learning_seconds, g.learning_seconds) as "learningSeconds",
         coalesce(a.version_id, g.completed_version_id) as "versionId", v.place, t.session_id as "sessionId", t.parts
    from ${evidence}
    join requirement r on r.id = e.requirement_id
    left join attempt_standing a on a.id = e.source and e.kind = 'module'
    left join registration_standing g on g.id = coalesce(a.registration_id, e.source) and e.kind = 'module'
    left join attended_standing t on t.id = e.source and e.kind = 'attendance'
    left join session_standing v on v.id = t.session_id
   where ${COUNTS}
   order by r.title, r.id`;

/** What is a core skill on a day, by title. */
export const CORE_ON = (day: string): string =>
  `select id from requirement where core_during @> ${day} order by title, id`;

@Injectable()
export class EvidenceRepository {
  constructor(private readonly source: DataSource) {}

  /**
   * Until the end of the transaction nobody else considers this person; what they have completed and been at is written down, and the worker
   * is told to see which obligations that meets. What is read after it is another statement: the snapshot of this one is older than its lock, and two requirements met at the
   * same moment in two transactions would not see each other. `ConsideredRepository` does the same for several at once.
   */
  async recordAlone(tx: EntityManager, personId: string): Promise<void> {
    await prepared(
      tx,
      'accreditation: record alone',
      `with alone as materialized (select pg_advisory_xact_lock(hashtextextended('award ' || $1::uuid, 0))),
            recorded as (${RECORD_COMPLETED()} and g.person_id = $1 and exists (select from alone)
              on conflict (requirement_id, kind, source) do nothing),
            attended as (${RECORD_ATTENDED} where t.person_id = $1 and exists (select from alone)
              on conflict (requirement_id, kind, source) do nothing),
            marked as (insert into settling_mark (id, person_id) select gen_random_uuid(), $1 from alone)
       select from alone`,
      [personId],
    );
  }

  /** Everybody who has completed the module before it was asked for, or was at a session about it. */
  async recordAllOf(tx: EntityManager, courseId: string): Promise<void> {
    await tx.query(
      `with attended as (${RECORD_ATTENDED} where r.id in (select requirement_id from way where course_id = $1)
              on conflict (requirement_id, kind, source) do nothing)
       ${RECORD_COMPLETED()} and g.course_id = $1 on conflict (requirement_id, kind, source) do nothing`,
      [courseId],
    );
  }

  /** What an officer has accepted. It counts until the last day it names itself, or as long as such evidence does. */
  async recordClaim(tx: EntityManager, claim: AcceptedClaim, acceptedBy: string, at: Date): Promise<void> {
    await tx.query(
      `insert into evidence (id, person_id, requirement_id, kind, source, met_on, valid_until, accepted_by, recorded_at)
       select gen_random_uuid(), $1, $2, $3, $4, $5::date,
              coalesce($6::date, ($5::date + make_interval(months => w.valid_months))::date), $7, $8
         from way w where w.requirement_id = $2 and w.kind = $3 and upper_inf(w.during)`,
      [claim.personId, claim.requirementId, claim.kind, claim.id, claim.doneOn, claim.validUntil, acceptedBy, at],
    );
  }

  /** What counts for a person, and which requirements are core skills that day: by title, as the transaction that asks sees it. */
  async heldBy(tx: EntityManager, personId: string, day: Day): Promise<HeldBy<ShownEvidence>> {
    const text = `select ${listOf(HELD('(select * from evidence where person_id = $1) e'))} as held,
      ${listOf(CORE_ON('$2::date'))} as core`;
    const values = [personId, day];
    const [row] = await prepared<HeldNow>(tx, 'accreditation: held', text, values);
    return { evidence: row!.held.map(shown), core: row!.core.map(({ id }) => id) };
  }

  /**
   * Everybody who has completed or been at something that is asked for, and of whom that is not written down: it became so in the
   * very moment, and neither transaction saw the other. Whoever is considered has it written down.
   */
  async whoIsNotWrittenDown(): Promise<string[]> {
    const rows = await this.source.query<Pick<EvidenceEntity, 'personId'>[]>(
      `select distinct s.person_id as "personId"
         from (${completions('registration_standing g')} union all ${ATTENDED}) as s (id, person_id, requirement_id, kind, source)
        where not exists (
          select from evidence e where e.requirement_id = s.requirement_id and e.kind = s.kind and e.source = s.source)`,
    );
    return rows.map(({ personId }) => personId);
  }

  /** Everybody who has shown all core skills, on that day. */
  async whoHasAllCore(day: Day): Promise<string[]> {
    const rows = await this.source.query<{ personId: string }[]>(
      `with core as (select id from requirement where core_during @> $1::date)
       select e.person_id as "personId" from evidence e
        where e.requirement_id in (select id from core) and e.met_on <= $1
          and (e.valid_until is null or e.valid_until >= $1) and ${COUNTS}
        group by e.person_id having count(distinct e.requirement_id) = (select count(*) from core)`,
      [day],
    );
    return rows.map(({ personId }) => personId);
  }
}

/** What counts, as the rules ask for it: without what a certificate says. */
export function shownBy(rows: readonly ShownRow[]): HeldByThen<Shown & Pick<ShownRow, 'kind'>> {
  const core = rows.filter(({ isCore }) => isCore);
  const evidence = rows.flatMap(({ requirement, id, kind, metOn, validUntil }) =>
    id === null ? [] : [{ id, requirement, kind, metOn, validUntil }],
  );
  const coreSince = new Map(core.map(({ requirement, coreSince: since }) => [requirement, since]));
  return { evidence, core: [...coreSince.keys()], coreSince };
}

/** What a row of {@link HELD} says. */
export function shown({
  courseId,
  completedAt: at,
  score,
  learningSeconds,
  versionId,
  sessionId,
  parts,
  ...row
}: HeldRow): ShownEvidence {
  const { id, requirement, title, kind, metOn, validUntil, place } = row;
  const completedAt = new Date(at);
  const completed = courseId === null ? null : { courseId, completedAt, score, learningSeconds, versionId };
  const attended = sessionId === null ? null : (parts ?? []).map((part) => ({ sessionId, ...part }));
  return { id, requirement, title, kind, metOn, validUntil, place, attended, completed };
}
