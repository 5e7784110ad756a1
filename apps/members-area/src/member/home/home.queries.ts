import { Injectable } from '@nestjs/common';
import type { CertificateStanding } from '@induct/accreditation';
import { planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import { MODULE_ORDER, MODULE_ROW, type ModuleRow, MODULES_OF_PERSON, VISIBLE } from '../learning/module-row';

/** JSON knows no dates. */
export interface CertificateRow extends Pick<
  CertificateStanding,
  'number' | 'scheme' | 'edition' | 'validUntil' | 'state' | 'rendered'
> {
  issuedAt: string;
}

export interface HomeRow {
  modules: ModuleRow[];
  certificates: CertificateRow[];
}

@Injectable()
export class HomeQueries {
  constructor(private readonly source: DataSource) {}

  /**
   * All that the home page shows, in one question: published modules, or ones this person has completed, and the newest
   * certificates.
   */
  async home(personId: string): Promise<HomeRow> {
    const [row] = await planned<HomeRow>(
      this.source,
      'member: home',
      `select coalesce((
                select json_agg(m) from (
                  select ${MODULE_ROW} from ${MODULES_OF_PERSON} where ${VISIBLE} order by ${MODULE_ORDER}) m), '[]') as modules,
              coalesce((
                select json_agg(k order by k."issuedAt" desc) from (
                  select t.number, t.scheme, t.edition, t.issued_at as "issuedAt", t.valid_until as "validUntil", t.state, t.rendered
                    from certificate_standing t
                   where t.person_id = $1
                   order by t.issued_at desc limit 3) k), '[]') as certificates`,
      [personId],
    );
    return row!;
  }
}
