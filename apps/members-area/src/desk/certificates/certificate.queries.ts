import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Something that happened to a certificate. */
export interface HistoryRow {
  at: Date;
  /** Of the audit trail; `letter.written` and `letter.sent` for its letters. */
  action: string;
  actor: string | null;
  reason: string | null;
}

@Injectable()
export class CertificateQueries {
  constructor(private readonly source: DataSource) {}

  /** What the audit trail and the outbox know about a certificate, the oldest first. */
  history(id: string): Promise<HistoryRow[]> {
    return this.source.query<HistoryRow[]>(
      `select at, action, actor, reason from (
         select e.at, e.action, p.name as actor, e.detail ->> 'reason' as reason, e.id as nth
           from audit_entry e left join person_current p on p.id = e.actor_id
          where e.subject_type = 'certificate' and e.subject_id = $1::text
         union all
         select l.at, l.action, null, null, 0
           from letter_standing m
          cross join lateral (values (m.created_at, 'letter.written'), (m.sent_at, 'letter.sent')) l (at, action)
          where m.dedupe_key like 'certificate:' || $1::text || ':%' and l.at is not null
       ) happened order by at, nth`,
      [id],
    );
  }
}
