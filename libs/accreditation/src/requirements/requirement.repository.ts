import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
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

/** A requirement that is asked for, with its ways. */
export interface AskedRow extends Pick<RequirementEntity, 'id' | 'slug' | 'title'> {
  ways: Pick<WayEntity, 'kind' | 'courseId' | 'validMonths'>[];
}

const IS_CORE = '(c.core and c.published_version_id is not null)';

/** What is asked of a person ($1) on a day ($2), by title, with the ways that are open then. */
export const ASKED = `
  select r.id, r.slug, r.title,
         coalesce(json_agg(json_build_object('kind', w.kind, 'courseId', w.course_id, 'validMonths', w.valid_months)
           order by w.kind) filter (where w.id is not null), '[]') as ways
    from requirement r left join way w on w.requirement_id = r.id and w.during @> $2::date
   where upper_inf(r.core_during) or r.id in (
           select m.requirement_id from obligation o join mandate m on m.id = o.mandate_id
            where o.person_id = $1 and o.closed_on is null)
   group by r.id
   order by r.title, r.id`;

@Injectable()
export class RequirementRepository {
  constructor(private readonly source: DataSource) {}

  /** What is asked of a person at present, by title, with the ways that are open on the day: core skills, and what mandates say. */
  asked(day: Day, personId: string): Promise<AskedRow[]> {
    return this.source.query<AskedRow[]>(ASKED, [personId, day]);
  }

  /** As the transaction that asks sees it; nothing, unless a module was published, withdrawn or described just now. */
  outOfStep(tx: EntityManager): Promise<OutOfStep[]> {
    return tx.query<OutOfStep[]>(
      `select c.id as "courseId", c.slug, c.title, ${IS_CORE} as core, r.id as "requirementId"
         from course_current c
         left join way w on w.course_id = c.id
         left join requirement r on r.id = w.requirement_id
        where ${IS_CORE} <> coalesce(upper_inf(r.core_during), false) or ${IS_CORE} and r.title <> c.title
        order by c.id`,
    );
  }

  /** Until the end of the transaction nobody else changes what is asked for. */
  async changeAlone(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('requirements', 0))`);
  }

  /** A module that members see. */
  async ofModule(tx: EntityManager, courseId: string): Promise<OutOfStep | undefined> {
    const [module] = await tx.query<OutOfStep[]>(
      `select c.id as "courseId", c.slug, c.title, ${IS_CORE} as core, w.requirement_id as "requirementId"
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
