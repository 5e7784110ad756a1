import { Injectable } from '@nestjs/common';
import type { PartResult } from '@induct/progress';
import type { ActivityTree } from '@induct/scorm';
import { planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import { MODULE_ORDER, MODULE_ROW, type ModuleRow, MODULES_OF_PERSON } from '../learning/module-row';

/** A module that meets a requirement, with what its last attempt has come to while it is not completed. */
export interface StandingModuleRow extends ModuleRow {
  id: string;
  tree: ActivityTree | null;
  parts: Pick<PartResult, 'sco' | 'result'>[];
}

@Injectable()
export class StandingQueries {
  constructor(private readonly source: DataSource) {}

  /** Those of these courses that members see, in the order in which they are shown everywhere. */
  modules(personId: string, courseIds: readonly string[]): Promise<StandingModuleRow[]> {
    return planned<StandingModuleRow>(
      this.source,
      'member: what is asked',
      `select c.id, ${MODULE_ROW}, v.manifest as tree,
              coalesce((select json_agg(json_build_object('sco', p.sco, 'result', p.result))
                 from part_result p where p.attempt_id = a.id), '[]') as parts
         from ${MODULES_OF_PERSON}
         left join lateral (
           select id, version_id from attempt_standing
            where registration_id = r.id and r.completed_at is null order by number desc limit 1) a on true
         left join version_standing v on v.id = a.version_id
        where c.id = any($2) and c.published_version_id is not null order by ${MODULE_ORDER}`,
      [personId, courseIds],
    );
  }
}
