import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface MailRow {
  id: string;
  recipient: string;
  subject: string;
  created_at: Date;
}

export interface Mail extends MailRow {
  body_text: string;
  body_html: string;
}

@Injectable()
export class MailboxQueries {
  constructor(private readonly source: DataSource) {}

  /** Newest first; `to` is part of an address. */
  async list(to: string | undefined, limit: number, offset: number): Promise<{ rows: MailRow[]; total: number }> {
    const [row] = await this.source.query<[{ total: number; rows: MailRow[] }]>(
      `with found as (select id, recipient, subject, created_at from letter_standing
                       where $1::text is null or position(lower($1) in lower(recipient)) > 0)
       select (select count(*)::int from found) as total,
              coalesce((select json_agg(page) from
                (select * from found order by created_at desc, id limit $2 offset $3) page), '[]') as rows`,
      [to || null, limit, offset],
    );
    return row;
  }

  async find(id: string): Promise<Mail | undefined> {
    const rows = await this.source.query<Mail[]>(
      'select id, recipient, subject, created_at, body_text, body_html from letter_standing where id = $1',
      [id],
    );
    return rows[0];
  }
}
