import { Injectable } from '@nestjs/common';
import type { CourseCurrent } from '@induct/course';
import { DataSource } from 'typeorm';
import { ADOPTED_SCHEME } from '../scheme/askable.sql';
import type { SchemeEntity } from '../scheme/scheme.entity';
import type { RequirementEntity } from '../requirements/requirement.entity';

/** What a mandate may ask for. */
export interface Askable {
  schemes: Pick<SchemeEntity, 'id' | 'name'>[];
  requirements: Pick<RequirementEntity, 'id' | 'title'>[];
  /** Modules that members see, and that no requirement asks for yet. */
  modules: Pick<CourseCurrent, 'id' | 'title'>[];
}

@Injectable()
export class AskableQueries {
  constructor(private readonly source: DataSource) {}

  /** Each by its name. */
  async all(): Promise<Askable> {
    const [row] = await this.source.query<Askable[]>(
      `select coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name) from scheme s
                 where ${ADOPTED_SCHEME('s.id')}), '[]') as schemes,
              coalesce((select json_agg(json_build_object('id', id, 'title', title) order by title) from requirement), '[]')
                as requirements,
              coalesce((select json_agg(json_build_object('id', c.id, 'title', c.title) order by c.title) from course_current c
                 where c.published_version_id is not null and not c.taster
                   and not exists (select from way w where w.course_id = c.id)), '[]') as modules`,
    );
    return row!;
  }
}
