import { Injectable } from '@nestjs/common';
import type { CertificateStanding } from '@induct/accreditation';
import type { FeedbackStanding } from '@induct/events';
import { type Day, planned } from '@induct/platform';
import { DataSource } from 'typeorm';
import { MODULE_ORDER, MODULE_ROW, MODULES_OF_PERSON, VISIBLE } from '../learning/module-row';
import type { NamedModule } from '../learning/met-elsewhere';

/** JSON knows no dates. */
export interface CertificateRow extends Pick<
  CertificateStanding,
  'number' | 'scheme' | 'edition' | 'validUntil' | 'state' | 'rendered'
> {
  issuedAt: string;
}

export interface HomeRow {
  modules: NamedModule[];
  certificates: CertificateRow[];
  /** Sessions that this person was at, and has still to say something about: what closes first first. */
  feedback: Pick<FeedbackStanding, 'sessionId' | 'eventTitle' | 'closesOn'>[];
}

@Injectable()
export class HomeQueries {
  constructor(private readonly source: DataSource) {}

  /**
   * All that the home page shows, in one question: published modules, or ones this person has completed, and the newest
   * certificates, and what is asked about sessions.
   */
  async home(personId: string, today: Day): Promise<HomeRow> {
    const [row] = await planned<HomeRow>(
      this.source,
      'member: home',
      `select coalesce((
                select json_agg(m) from (
                  select c.id as "courseId", ${MODULE_ROW} from ${MODULES_OF_PERSON} where ${VISIBLE} order by ${MODULE_ORDER}) m), '[]') as modules,
              coalesce((
                select json_agg(k order by k."issuedAt" desc) from (
                  select t.number, t.scheme, t.edition, t.issued_at as "issuedAt", t.valid_until as "validUntil", t.state, t.rendered
                    from certificate_standing t
                   where t.person_id = $1
                   order by t.issued_at desc limit 3) k), '[]') as certificates,
              coalesce((
                select json_agg(f order by f."closesOn", f."eventTitle") from (
                  select f.session_id as "sessionId", f.event_title as "eventTitle", f.closes_on as "closesOn"
                    from feedback_standing f
                   where f.person_id = $1 and f.answered_on is null and f.closes_on >= $2) f), '[]') as feedback`,
      [personId, today],
    );
    return row!;
  }
}
