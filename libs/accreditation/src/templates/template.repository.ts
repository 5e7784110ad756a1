import { Injectable } from '@nestjs/common';
import { type Day, prepared } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { TemplateVersionEntity } from './template-version.entity';

/** What a certificate is issued with; null: as the design came. */
export interface IssuedWith {
  version: VersionInUse | null;
  statutory: boolean;
}

export type VersionInUse = Pick<TemplateVersionEntity, 'id' | 'number' | 'template'>;

/** Of the scheme on the day: its own, else that of every scheme; of several the newest. */
const inUseOn = (scheme: string, day: string) => `select id, number, template from template_version
  where state = 'approved' and from_day <= ${day} and (scheme_id = ${scheme} or scheme_id is null)
  order by scheme_id is null, from_day desc limit 1`;
const IN_USE = inUseOn('$1', '$2');

/**
 * Columns of {@link IssuedWith}: the template in use when a certificate is issued, and whether the authority had accredited the
 * scheme on the day of the award, as StatutoryCertificates asks it.
 */
export const ISSUED_WITH = (scheme: string, days: { awardedOn: string; issuedOn: string }): string => `
  exists (
    select from statutory_accreditation t
     where t.scheme_id = ${scheme} and t.confirmed_at is not null and t.ended_at is null and t.during @> ${days.awardedOn}::date
  ) as statutory,
  (select jsonb_build_object('id', v.id, 'number', v.number, 'template', v.template)
     from (${inUseOn(scheme, days.issuedOn)}) v) as version`;

/** Templates, and which of them is in use. */
@Injectable()
export class TemplateRepository {
  constructor(private readonly source: DataSource) {}

  /** Until the end of the transaction nobody else drafts or decides about templates. */
  async alone(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('templates', 0))`);
  }

  async find(number: number, tx: EntityManager = this.source.manager): Promise<TemplateVersionEntity | undefined> {
    return (await tx.findOneBy(TemplateVersionEntity, { number })) ?? undefined;
  }

  async issuedWith(
    tx: EntityManager,
    schemeId: string | null,
    { awardedOn, issuedOn }: { awardedOn: Day; issuedOn: Day },
  ): Promise<IssuedWith> {
    const [row] = await prepared<IssuedWith>(
      tx,
      'accreditation: issued with',
      `select ${ISSUED_WITH('$1', { awardedOn: '$3', issuedOn: '$2' })}`,
      [schemeId, issuedOn, awardedOn],
    );
    return row!;
  }

  /**
   * What certificates of a scheme are issued with on a day: its own, else that of every scheme; of several the newest.
   * @returns undefined: as it was shipped
   */
  async inUse(tx: EntityManager, schemeId: string | null, day: Day): Promise<VersionInUse | undefined> {
    const [version] = await tx.query<VersionInUse[]>(IN_USE, [schemeId, day]);
    return version;
  }

  /** @returns the number of the template of that scheme that is in use from just that day, if there is one */
  async from(tx: EntityManager, schemeId: string | null, day: Day): Promise<number | undefined> {
    const [version] = await tx.query<Pick<TemplateVersionEntity, 'number'>[]>(
      `select number from template_version
        where state = 'approved' and from_day = $2 and scheme_id is not distinct from $1`,
      [schemeId, day],
    );
    return version?.number;
  }

  async isScheme(tx: EntityManager, id: string): Promise<boolean> {
    return (await tx.query<unknown[]>('select 1 from scheme where id = $1', [id])).length > 0;
  }

  /** @returns its number */
  async add(
    tx: EntityManager,
    {
      id,
      schemeId,
      template,
      draftedBy: by,
      draftedAt: at,
    }: Pick<TemplateVersionEntity, 'id' | 'schemeId' | 'template' | 'draftedBy' | 'draftedAt'>,
  ): Promise<number> {
    const [row] = await tx.query<Pick<TemplateVersionEntity, 'number'>[]>(
      `insert into template_version (id, number, scheme_id, template, drafted_by, drafted_at, changed_by, changed_at)
       select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $4, $5 from template_version
       returning number`,
      [id, schemeId, JSON.stringify(template), by, at],
    );
    return row!.number;
  }

  async change(tx: EntityManager, id: string, change: Partial<TemplateVersionEntity>): Promise<void> {
    await tx.update(TemplateVersionEntity, { id }, change as object);
  }

  /** With its previews. */
  async discard(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(TemplateVersionEntity, { id });
  }

  /** Those that somebody proposed who may no longer propose. */
  async proposedBy(tx: EntityManager, personId: string): Promise<TemplateVersionEntity[]> {
    return tx.find(TemplateVersionEntity, {
      where: { proposedBy: personId, state: 'proposed' },
      order: { number: 'ASC' },
    });
  }
}
