import { Injectable } from '@nestjs/common';
import type { CourseCurrent } from '@induct/course';
import type { Day } from '@induct/platform';
import type { AttemptStanding } from '@induct/progress';
import { DataSource } from 'typeorm';
import type { CertificateRow } from '../home/home.queries';
import type { NamedModule } from '../learning/met-elsewhere';
import { MODULE_ORDER, MODULE_ROW, type ModuleRow, MODULES_OF_PERSON, VISIBLE } from '../learning/module-row';
import type { SHOW } from './modules.form';

/** JSON knows no dates. */
export interface AttemptRow extends Pick<
  AttemptStanding,
  'number' | 'completion' | 'success' | 'learningSeconds' | 'timeMeasured'
> {
  version: number;
  /** On the version that members see now. */
  current: boolean;
  score: number | null;
  startedAt: string;
  recordedAt: string;
  completedAt: string | null;
}

/** What an officer wrote about a renewal of the module. */
export interface ChangeRow {
  /** Of the publication. */
  id: string;
  version: number;
  publishedAt: string;
  note: string;
  /** This person has to say that they have read it. */
  due: boolean;
  readAt: string | null;
}

export interface ModulePageRow extends ModuleRow {
  id: string;
  /** False when it was completed once and has been withdrawn since. */
  published: boolean;
  learningSeconds: number | null;
  /** Newest first, at most twenty. */
  attempts: AttemptRow[];
  /** Another version has been published since this person completed the module. */
  refreshed: boolean;
  /** Renewals with a note since this person began the module, newest first, at most ten. */
  changes: ChangeRow[];
}

export interface FinishedRow {
  module: NamedModule;
  /** All published modules: to say what is next. */
  modules: NamedModule[];
  /** Awarded since this module was completed or by it: the newest that is valid today, else the newest, whatever became of it. */
  certificate: CertificateRow | null;
}

/** As the list has it. */
export interface ListedModule extends NamedModule {
  /** Of this person, as a core skill or by a mandate. */
  asked: boolean;
}

type ModuleToStart = Pick<CourseCurrent, 'id' | 'title'>;

@Injectable()
export class ModulesQueries {
  constructor(private readonly source: DataSource) {}

  /** Core skills first, then what else is asked, then the others. @param asked courses */
  async list(
    personId: string,
    { show, asked }: { show: (typeof SHOW)[number]; asked: readonly string[] },
    { limit, offset }: { limit: number; offset: number },
  ) {
    const rows = await this.source.query<(ListedModule & { total: number })[]>(
      `select c.id as "courseId", ${MODULE_ROW}, c.id = any($5) as asked, (count(*) over ())::int as total
         from ${MODULES_OF_PERSON}
        where ${VISIBLE}
          and ($2 = 'all' or ($2 = 'completed') = (r.completed_at is not null and (d.due_on is null or c.published_version_id is null)))
        order by c.core desc, c.id = any($5) desc, ${MODULE_ORDER}
        limit $3 offset $4`,
      [personId, show, limit, offset, asked],
    );
    return { rows: rows as ListedModule[], total: rows[0]?.total ?? 0 };
  }

  /** Undefined for a module that this person cannot see: unpublished is as good as not there. */
  async module(personId: string, slug: string): Promise<ModulePageRow | undefined> {
    const rows = await this.source.query<ModulePageRow[]>(
      `select c.id, ${MODULE_ROW}, r.learning_seconds as "learningSeconds", c.published_version_id is not null as published,
              coalesce(c.published_version_id <> r.completed_version_id, false) as refreshed,
              coalesce((
                select json_agg(t order by t.number desc) from (
                  select a.number, v.number as version, a.version_id = c.published_version_id as current, a.completion,
                         a.success, a.score::float8 as score, a.learning_seconds as "learningSeconds",
                         a.time_measured as "timeMeasured", a.started_at as "startedAt", a.recorded_at as "recordedAt",
                         a.completed_at as "completedAt"
                    from attempt_standing a join version_standing v on v.id = a.version_id
                   where a.registration_id = r.id
                   order by a.number desc limit 20) t), '[]') as attempts,
              coalesce((
                select json_agg(p order by p.number desc) from (
                  select p.id, p.number, v.number as version, p.published_at as "publishedAt", p.change_note as note,
                         n.read_at as "readAt",
                         n.read_at is null and p.id in (
                           select publication_id from due_note where person_id = $1 and course_id = c.id) as due
                    from publication_made p
                    join version_standing v on v.id = p.version_id
                    left join note_read_by n on n.publication_id = p.id and n.person_id = $1
                   where p.course_id = c.id and p.change_note <> '' and p.published_at > r.started_at
                   order by p.number desc limit 10) p), '[]') as changes
         from ${MODULES_OF_PERSON}
        where c.slug = $2 and ${VISIBLE}`,
      [personId, slug],
    );
    return rows[0];
  }

  /** The published module, for starting it. */
  async toStart(slug: string): Promise<ModuleToStart | undefined> {
    const rows = await this.source.query<ModuleToStart[]>(
      'select id, title from course_current where slug = $1 and published_version_id is not null',
      [slug],
    );
    return rows[0];
  }

  /** How far somebody is with a module, or was. */
  async standing(personId: string, courseId: string): Promise<ModuleRow | undefined> {
    const [row] = await this.source.query<ModuleRow[]>(
      `select ${MODULE_ROW} from ${MODULES_OF_PERSON} where c.id = $2 and r.completed_at is not null`,
      [personId, courseId],
    );
    return row;
  }

  async finished(personId: string, slug: string, today: Day): Promise<FinishedRow | undefined> {
    const [row] = await this.source.query<FinishedRow[]>(
      `with mine as (select c.id as "courseId", ${MODULE_ROW} from ${MODULES_OF_PERSON} where ${VISIBLE} order by ${MODULE_ORDER})
       select (select to_json(m) from mine m where m.slug = $2) as module,
              (select coalesce(json_agg(m), '[]') from mine m) as modules,
              (select to_json(k) from (
                select t.number, t.scheme, t.edition, t.rendered, t.issued_at as "issuedAt", t.state, t.valid_until as "validUntil"
                  from certificate_standing t
                 where t.person_id = $1 and t.state <> 'replaced'
                   and t.awarded_at >= (select m."completedAt" from mine m where m.slug = $2)
                 order by certificate_validity(t.state, t.valid_until, $3) = 'valid' desc, t.awarded_at desc, t.issued_at desc
                 limit 1) k) as certificate`,
      [personId, slug, today],
    );
    return row?.module ? row : undefined;
  }
}
