import { Injectable } from '@nestjs/common';
import type { LetterStanding } from '@induct/letters';
import type { Language } from '@induct/platform';
import { DataSource } from 'typeorm';

/** JSON knows no dates. */
export interface MailRow extends Pick<LetterStanding, 'id' | 'recipient' | 'subject'> {
  createdAt: string;
  /** It was written to its reader in. */
  language: Language;
}

export type Mail = Pick<
  LetterStanding,
  'id' | 'recipient' | 'subject' | 'createdAt' | 'bodyText' | 'bodyHtml' | 'calendar' | 'calendarMethod' | 'calendarUrl'
> &
  Pick<MailRow, 'language'>;

/** A letter in Welsh says so, for whoever listens (`Letter.of`). */
const LANGUAGE = `case when body_html like '<div lang="cy">%' then 'cy' else 'en' end as language`;

interface MailPage {
  total: number;
  rows: MailRow[];
}

@Injectable()
export class MailboxQueries {
  constructor(private readonly source: DataSource) {}

  /** Newest first; `to` is part of an address. */
  async list(to: string | undefined, limit: number, offset: number): Promise<MailPage> {
    const [row] = await this.source.query<[MailPage]>(
      `with found as (select id, recipient, subject, created_at as "createdAt", ${LANGUAGE} from letter_standing
                       where $1::text is null or position(lower($1) in lower(recipient)) > 0)
       select (select count(*)::int from found) as total,
              coalesce((select json_agg(page) from
                (select * from found order by "createdAt" desc, id limit $2 offset $3) page), '[]') as rows`,
      [to || null, limit, offset],
    );
    return row;
  }

  async find(id: string): Promise<Mail | undefined> {
    const rows = await this.source.query<Mail[]>(
      `select id, recipient, subject, created_at as "createdAt", body_text as "bodyText", body_html as "bodyHtml",
              calendar, calendar_method as "calendarMethod", calendar_url as "calendarUrl",
              ${LANGUAGE}
         from letter_standing where id = $1`,
      [id],
    );
    return rows[0];
  }
}
