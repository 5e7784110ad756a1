import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { Ids } from '../ids';

export interface Letter {
  /** Two letters with the same key are one: `certificate:<id>`. */
  dedupeKey: string;
  /** E-mail address. */
  recipient: string;
  subject: string;
  text: string;
  html: string;
}

/** A letter is a row, written with the act that caused it. The worker delivers it; the table is the truth. */
@Injectable()
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns the letter's id, or undefined when it was posted before */
  async post(tx: EntityManager, letter: Letter): Promise<string | undefined> {
    const now = this.clock.now();
    const rows = await tx.query<{ id: string }[]>(
      `insert into mail (id, dedupe_key, recipient, subject, body_text, body_html, created_at, next_attempt_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)
       on conflict (dedupe_key) do nothing
       returning id`,
      [this.ids.uuid(), letter.dedupeKey, letter.recipient, letter.subject, letter.text, letter.html, now],
    );
    return rows[0]?.id;
  }
}
