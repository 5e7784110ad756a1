import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { SchemeEntity } from '../scheme/scheme.entity';
import { SchemeVersionEntity } from '../awards/scheme-version.entity';
import type { VersionInWork } from './draft';

const DAY = 'YYYY-MM-DD';
const VERSION = `v.id, v.scheme_id as "schemeId", s.name, v.number, v.edition, v.state, v.rule,
  to_char(v.effective_from, '${DAY}') as "effectiveFrom", v.validity_months as "validityMonths",
  v.renewal_opens_months as "renewalOpensMonths", v.grace_days as "graceDays", v.for_holders as "forHolders",
  to_char(v.top_up_by, '${DAY}') as "topUpBy", v.proposed_by as "proposedBy", v.proposed_at as "proposedAt",
  v.simulation_id as "simulationId"`;

/** Versions until they are adopted. */
@Injectable()
export class DraftRepository {
  /** Until the end of the transaction nobody else drafts, proposes or adopts. */
  async alone(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('schemes', 0))`);
  }

  /** The one version of a scheme that is drafted or proposed. */
  async inWork(tx: EntityManager, schemeId: string): Promise<VersionInWork | undefined> {
    const [version] = await tx.query<VersionInWork[]>(
      `select ${VERSION} from scheme_version v join scheme s on s.id = v.scheme_id
        where v.scheme_id = $1 and v.state <> 'adopted'`,
      [schemeId],
    );
    return version;
  }

  async find(tx: EntityManager, id: string): Promise<VersionInWork | undefined> {
    const [version] = await tx.query<VersionInWork[]>(
      `select ${VERSION} from scheme_version v join scheme s on s.id = v.scheme_id where v.id = $1`,
      [id],
    );
    return version;
  }

  /** The newest adopted version: a new one begins as its copy. */
  async newest(tx: EntityManager, schemeId: string): Promise<VersionInWork | undefined> {
    const [version] = await tx.query<VersionInWork[]>(
      `select ${VERSION} from scheme_version v join scheme s on s.id = v.scheme_id
        where v.scheme_id = $1 and v.state = 'adopted' order by v.effective_from desc limit 1`,
      [schemeId],
    );
    return version;
  }

  /** @returns false when the name is taken */
  async addScheme(tx: EntityManager, { id, slug, name }: SchemeEntity): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into scheme (id, slug, name) select $1, $2, $3
        where not exists (select from scheme where lower(name) = lower($3)) on conflict (slug) do nothing returning 1`,
      [id, slug, name],
    );
    return rows.length > 0;
  }

  async add(tx: EntityManager, version: Partial<SchemeVersionEntity> & Pick<SchemeVersionEntity, 'id'>): Promise<void> {
    await tx.insert(SchemeVersionEntity, version as object);
  }

  async change(tx: EntityManager, id: string, change: Partial<SchemeVersionEntity>): Promise<void> {
    await tx.update(SchemeVersionEntity, { id }, change as object);
  }

  /**
   * With what was worked out of it; a scheme that never had another goes with it.
   * @returns false when something else is about that scheme, so that it has to stay
   */
  async discard(tx: EntityManager, { id, schemeId }: Pick<VersionInWork, 'id' | 'schemeId'>): Promise<boolean> {
    await tx.delete(SchemeVersionEntity, { id });
    if (await tx.existsBy(SchemeVersionEntity, { schemeId })) return true;
    const [other] = await tx.query<[{ names: boolean }]>(
      `select exists (select from template_version where scheme_id = $1)
           or exists (select from mandate where scheme_id = $1)
           or exists (select from body_training where scheme_id = $1)
           or exists (select from statutory_accreditation where scheme_id = $1) as names`,
      [schemeId],
    );
    if (other.names) return false;
    await tx.delete(SchemeEntity, { id: schemeId });
    return true;
  }

  /** Requirements and schemes that are there, of these. */
  async known(tx: EntityManager, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }[]>(
      'select id from requirement where id = any($1) union select id from scheme where id = any($1)',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Those that somebody proposed who may no longer propose. */
  async proposedBy(tx: EntityManager, personId: string): Promise<VersionInWork[]> {
    return tx.query<VersionInWork[]>(
      `select ${VERSION} from scheme_version v join scheme s on s.id = v.scheme_id
        where v.proposed_by = $1 and v.state = 'proposed' order by v.id`,
      [personId],
    );
  }

  /** Days on which adopted versions that wait for their outcomes come into effect, until a day. */
  async toSettle(tx: EntityManager, today: Day): Promise<Pick<SchemeVersionEntity, 'id' | 'simulationId'>[]> {
    return tx.query<Pick<SchemeVersionEntity, 'id' | 'simulationId'>[]>(
      `select v.id, v.simulation_id as "simulationId"
         from scheme_version v join simulation m on m.id = v.simulation_id
        where v.state = 'adopted' and v.effective_from <= $1 and m.settled_at is null
        order by v.effective_from, v.id`,
      [today],
    );
  }
}
