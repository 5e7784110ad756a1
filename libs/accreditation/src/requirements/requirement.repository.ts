import type { CourseCurrent } from '@induct/course';
import { Injectable } from '@nestjs/common';
import { type Day, prepared } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { RequirementEntity } from './requirement.entity';
import type { WayEntity } from './way.entity';

/** A module whose requirement does not say what members see. */
export interface OutOfStep {
  courseId: string;
  slug: string;
  title: string;
  /** Published, and a core module. */
  core: boolean;
  /** Null: it has none yet. */
  requirementId: string | null;
}

/** A module, and what asks for it. */
export type ModuleAsked = OutOfStep & Pick<CourseCurrent, 'taster'>;

/** A requirement that is asked for, with its ways. */
export interface AskedRow extends Pick<RequirementEntity, 'id' | 'slug' | 'title'> {
  /** A core skill, or what a mandate says; else only a scheme asks for it, of whoever wants its award. */
  isAsked: boolean;
  isCore: boolean;
  /** Whatever schemes ask for: a core skill, or a mandate asks for it itself. */
  isOwn: boolean;
  ways: Pick<WayEntity, 'kind' | 'courseId' | 'validMonths'>[];
}

const IS_CORE = '(c.core and c.published_version_id is not null)';

/**
 * What is asked of a person ($1) on a day ($2), by title, with the ways that are open then: core skills, what mandates say, with
 * everything that the schemes they name ask for, and what any other scheme in effect asks for.
 */
export const ASKED = `
  with recursive rule as (
     select distinct on (scheme_id) scheme_id, rule from scheme_version
      where state = 'adopted' and effective_from <= $2 order by scheme_id, effective_from desc),
   due as (
     select m.requirement_id, m.scheme_id from obligation o join mandate m on m.id = o.mandate_id
      where o.person_id = $1 and o.closed_on is null),
   due_scheme (id) as (
     select scheme_id from due where scheme_id is not null
      union
     select (below #>> '{}')::uuid from due_scheme d join rule on rule.scheme_id = d.id
       cross join lateral jsonb_path_query(rule.rule, '$.**.award') as below),
   named as (
     select scheme_id, (need #>> '{}')::uuid as id from rule cross join lateral jsonb_path_query(rule.rule, '$.**.need') as need),
   asked as (
     select r.id, r.slug, r.title, r.core_during @> $2::date as is_core,
            r.core_during @> $2::date or r.id in (select requirement_id from due) as is_own,
            r.core_during @> $2::date or r.id in (select requirement_id from due) or r.id in (select id from named where scheme_id in (select id from due_scheme)) as is_asked
       from requirement r)
   select a.id, a.slug, a.title, a.is_asked as "isAsked", a.is_core as "isCore", coalesce(a.is_own, false) as "isOwn",
          coalesce(json_agg(json_build_object('kind', w.kind, 'courseId', w.course_id, 'validMonths', w.valid_months)
            order by w.kind) filter (where w.id is not null), '[]') as ways
     from asked a left join way w on w.requirement_id = a.id and w.during @> $2::date
    where a.is_asked or a.id in (select id from named)
    group by a.id, a.slug, a.title, a.is_asked, a.is_core, a.is_own
    order by a.title, a.id`;

/** Nothing, unless a module was published, withdrawn or described just now. */
export const OUT_OF_STEP = `
  select c.id as "courseId", c.slug, c.title, ${IS_CORE} as core, r.id as "requirementId"
    from course_current c
    left join way w on w.course_id = c.id
    left join requirement r on r.id = w.requirement_id
   where ${IS_CORE} <> coalesce(upper_inf(r.core_during), false) or ${IS_CORE} and r.title <> c.title`;

@Injectable()
export class RequirementRepository {
  constructor(private readonly source: DataSource) {}

  /** What is asked of a person, and what they may show for an award: by title. */
  asked(day: Day, personId: string): Promise<AskedRow[]> {
    return this.source.query<AskedRow[]>(ASKED, [personId, day]);
  }

  /** As the transaction that asks sees it. */
  outOfStep(tx: EntityManager): Promise<OutOfStep[]> {
    return prepared<OutOfStep>(tx, 'accreditation: out of step', `${OUT_OF_STEP} order by c.id`, []);
  }

  /** Until the end of the transaction nobody else changes what is asked for. */
  async changeAlone(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('requirements', 0))`);
  }

  /** Until the end of the transaction nobody changes what is asked for, and whoever does now has come to an end. */
  async unchanged(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended('requirements', 0))`);
  }

  /** A module that members see. */
  async ofModule(tx: EntityManager, courseId: string): Promise<ModuleAsked | undefined> {
    const [module] = await tx.query<ModuleAsked[]>(
      `select c.id as "courseId", c.slug, c.title, ${IS_CORE} as core, c.taster, w.requirement_id as "requirementId"
         from course_current c left join way w on w.course_id = c.id
        where c.id = $1 and c.published_version_id is not null`,
      [courseId],
    );
    return module;
  }

  /**
   * Met by the module, or by what an officer accepts.
   * @param from the day from which it is a core skill; null: it is none
   * @returns its id
   */
  async addOfModule(tx: EntityManager, { courseId, slug, title }: OutOfStep, from: Day | null): Promise<string> {
    const [row] = await tx.query<Pick<WayEntity, 'requirementId'>[]>(
      `with added as (
         insert into requirement (id, slug, title, core_during)
         values (gen_random_uuid(), $2, $3,
                 case when $4::date is null then '{}' else datemultirange(daterange($4::date, null)) end)
         returning id
       )
       insert into way (id, requirement_id, kind, course_id, during)
       select gen_random_uuid(), id, kind, case when kind = 'module' then $1::uuid end, daterange(null, null)
         from added, unnest(array['module', 'attendance', 'prior_learning', 'recording', 'outside_certificate']) as k (kind)
       returning requirement_id as "requirementId"`,
      [courseId, slug, title, from],
    );
    return row!.requirementId;
  }

  async bySlug(tx: EntityManager, slug: string): Promise<Pick<RequirementEntity, 'id' | 'slug'> | undefined> {
    const [row] = await tx.query<Pick<RequirementEntity, 'id' | 'slug'>[]>(
      'select id, slug from requirement where slug = $1',
      [slug],
    );
    return row;
  }

  /** Met by being at an event, or by what an officer accepts. */
  async addOfEvent(
    tx: EntityManager,
    { slug, title }: Pick<RequirementEntity, 'slug' | 'title'>,
  ): Promise<Pick<RequirementEntity, 'id' | 'slug'>> {
    const [row] = await tx.query<Pick<RequirementEntity, 'id' | 'slug'>[]>(
      `with added as (
         insert into requirement (id, slug, title, core_during) values (gen_random_uuid(), $1, $2, '{}')
         returning id, slug),
       ways as (
         insert into way (id, requirement_id, kind, during)
         select gen_random_uuid(), id, kind, daterange(null, null)
           from added, unnest(array['attendance', 'prior_learning', 'recording']) as k (kind))
       select id, slug from added`,
      [slug, title],
    );
    return row!;
  }

  /** A core skill again, or still, under the title that members read. */
  async askFor(tx: EntityManager, id: string, title: string, from: Day): Promise<void> {
    await tx.query(
      `update requirement set title = $2,
              core_during = case when upper_inf(core_during) then core_during
                else core_during + datemultirange(daterange($3, null)) end
        where id = $1`,
      [id, title, from],
    );
  }

  /** No core skill any more. @param on the first day on which it is none */
  async askNoMore(tx: EntityManager, id: string, on: Day): Promise<void> {
    await tx.query(
      'update requirement set core_during = core_during * datemultirange(daterange(null, $2)) where id = $1',
      [id, on],
    );
  }
}
