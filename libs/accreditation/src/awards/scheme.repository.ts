import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { SchemeEntity } from './scheme.entity';
import type { SchemeVersionEntity } from './scheme-version.entity';

export type SchemeVersion = Pick<SchemeVersionEntity, 'id' | 'schemeId' | 'edition' | 'validityMonths' | 'rule'> &
  Pick<SchemeEntity, 'name'>;

@Injectable()
export class SchemeRepository {
  /** The version of the scheme that is in effect on that day. */
  async inEffect(tx: EntityManager, schemeId: string, day: Day): Promise<SchemeVersion | undefined> {
    const [version] = await tx.query<SchemeVersion[]>(
      `select v.id, v.scheme_id as "schemeId", s.name, v.edition, v.validity_months as "validityMonths",
              v.rule
         from scheme_version v join scheme s on s.id = v.scheme_id
        where v.scheme_id = $1 and v.effective_from <= $2
        order by v.number desc limit 1`,
      [schemeId, day],
    );
    return version;
  }
}
