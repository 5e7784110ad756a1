import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CertificateRow } from '../home/home.queries';
import type { ModuleRow } from '../home/module-status';
import type { SHOW } from './modules.form';

export interface AttemptRow {
  number: number;
  version: number;
  completion: 'not_attempted' | 'incomplete' | 'completed';
  success: 'unknown' | 'failed' | 'passed';
  score: number | null;
  learning_seconds: number;
  started_at: string;
  recorded_at: string;
  completed_at: string | null;
}

export interface ModulePageRow extends ModuleRow {
  id: string;
  /** False when it was completed once and has been withdrawn since. */
  published: boolean;
  learning_seconds: number | null;
  /** Newest first, at most twenty. */
  attempts: AttemptRow[];
  /** Another version has been published since this person completed the module. */
  refreshed: boolean;
}

export interface FinishedRow {
  module: ModuleRow;
  /** All published modules: to say what is next. */
  modules: ModuleRow[];
  /** In force, awarded since this module was completed or by it. */
  certificate: Pick<CertificateRow, 'number' | 'scheme' | 'edition' | 'rendered'> | null;
}

const MODULE = `c.slug, c.title, c.summary, c.minutes, c.core, r.completion, r.success, r.score::float8 as score, r.progress::float8 as progress,
  r.started_at, r.recorded_at, r.completed_at`;
const OF_PERSON = 'course c left join registration r on r.course_id = c.id and r.person_id = $1';
const VISIBLE = '(c.published_version_id is not null or r.completed_at is not null)';

@Injectable()
export class ModulesQueries {
  constructor(private readonly source: DataSource) {}

  async list(personId: string, show: (typeof SHOW)[number], limit: number, offset: number) {
    const rows = await this.source.query<(ModuleRow & { total: number })[]>(
      `select ${MODULE}, (count(*) over ())::int as total
         from ${OF_PERSON}
        where ${VISIBLE} and ($2 = 'all' or ($2 = 'completed') = (r.completed_at is not null))
        order by c.core desc, c.title, c.slug
        limit $3 offset $4`,
      [personId, show, limit, offset],
    );
    return { modules: rows as ModuleRow[], total: rows[0]?.total ?? 0 };
  }

  /** Undefined for a module that this person cannot see: unpublished is as good as not there. */
  async module(personId: string, slug: string): Promise<ModulePageRow | undefined> {
    const rows = await this.source.query<ModulePageRow[]>(
      `select c.id, ${MODULE}, r.learning_seconds, c.published_version_id is not null as published,
              coalesce(c.published_version_id <> r.completed_version_id, false) as refreshed,
              coalesce((
                select json_agg(t order by t.number desc) from (
                  select a.number, v.number as version, a.completion, a.success, a.score::float8 as score, a.learning_seconds, a.started_at,
                         a.recorded_at, a.completed_at
                    from attempt a join course_version v on v.id = a.version_id
                   where a.registration_id = r.id
                   order by a.number desc limit 20) t), '[]') as attempts
         from ${OF_PERSON}
        where c.slug = $2 and ${VISIBLE}`,
      [personId, slug],
    );
    return rows[0];
  }

  /** The published module's id, for starting it. */
  async toStart(slug: string): Promise<string | undefined> {
    const rows = await this.source.query<{ id: string }[]>(
      'select id from course where slug = $1 and published_version_id is not null',
      [slug],
    );
    return rows[0]?.id;
  }

  async finished(personId: string, slug: string): Promise<FinishedRow | undefined> {
    const [row] = await this.source.query<FinishedRow[]>(
      `with mine as (select ${MODULE} from ${OF_PERSON} where ${VISIBLE})
       select (select to_json(m) from mine m where m.slug = $2) as module,
              (select coalesce(json_agg(m order by m.core desc, m.title, m.slug), '[]') from mine m) as modules,
              (select to_json(k) from (
                select t.number, s.name as scheme, e.edition, t.rendered_at is not null as rendered
                  from certificate t
                  join award a on a.id = t.award_id
                  join scheme s on s.id = a.scheme_id
                  join scheme_version e on e.id = a.scheme_version_id
                 where t.person_id = $1 and t.state = 'issued'
                   and a.awarded_at >= (select m.completed_at from mine m where m.slug = $2)
                 order by a.awarded_at desc limit 1) k) as certificate`,
      [personId, slug],
    );
    return row?.module ? row : undefined;
  }
}
