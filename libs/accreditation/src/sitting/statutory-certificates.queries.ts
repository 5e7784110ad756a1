import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StatutoryAccreditationEntity } from './statutory-accreditation.entity';

/** Whether a certificate of ours is more than the council's own. */
@Injectable()
export class StatutoryCertificates {
  constructor(private readonly source: DataSource) {}

  /**
   * The authority's reference, when what the certificate is of was accredited on the day of its award; undefined: it is the
   * council's own. @param number of the certificate
   */
  async referenceOf(number: string): Promise<string | undefined> {
    const [row] = await this.source.query<Pick<StatutoryAccreditationEntity, 'reference'>[]>(
      `select t.reference from certificate c join award w on w.id = c.award_id
         join statutory_accreditation t on t.scheme_id = w.scheme_id
        where c.number = $1 and t.confirmed_at is not null and t.ended_at is null
          and t.during @> (w.awarded_at at time zone 'Europe/London')::date
        order by t.confirmed_at limit 1`,
      [number],
    );
    return row?.reference;
  }
}
