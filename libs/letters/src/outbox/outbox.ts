import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type CalendarMethod,
  Clock,
  Ids,
  inLanguage,
  type Language,
  prepared,
  type Question,
  question,
} from '@induct/platform';
import type { Letter } from '../writing/letter';
import { type Addressed, LetterLanguages } from './letter-languages';
import type { MailEntity } from './mail.entity';

/**
 * What a letter is about, said so that two letters with the same are one: the kind of letter, then the ids of what it is
 * about. `['certificate', id, 'issued']`.
 */
export type Once = readonly [kind: string, about: string, ...more: string[]];

/** What a letter brings for its reader's calendar: one entry, as RFC 5546 asks of what is sent. */
export interface LetterCalendar {
  method: CalendarMethod;
  /** iCalendar (RFC 5545). */
  text: string;
  /** Where the reader finds the same, for a way of sending that has words only; none: nowhere. */
  url?: string;
}

export interface Posted extends Addressed {
  once: Once;
  /** Written in the language of whoever gets it: what is `said` there is said to them. */
  letter: () => Letter;
  calendar?: LetterCalendar;
  /** It is not sent earlier: what somebody else did at night is told in the morning. */
  notBefore?: Date;
  /** Of a letter that lets its reader in: at this time at the latest its words are forgotten. */
  secretUntil?: Date;
}

/** A letter that was posted, as its reader gets it. */
export type PostedLetter = Pick<MailEntity, 'recipient' | 'subject'> & { text: string };

/** Transactions of which somebody wants to know the letters. */
const watched = new WeakMap<EntityManager, PostedLetter[]>();

/** As it stands in the row. */
export const onceKey = (once: Once): string => once.join(':');

/** What stands in the place of a letter's words that are forgotten. */
export const FORGOTTEN =
  'This letter held a link that lets its reader in. The link has been used, or its time is over, and so the words of the letter are not kept.';

const POST = `
  insert into mail
    (id, dedupe_key, recipient, subject, body_text, body_html, created_at, next_attempt_at, secret_until,
     calendar, calendar_method, calendar_url)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (dedupe_key) do nothing
  returning id`;

/** `$1` now, `$2` what stands there instead. */
export const FORGET = `update mail set body_text = $2, body_html = '<p>' || $2 || '</p>', forgotten_at = $1,
    next_attempt_at = null, calendar = null, calendar_method = null, calendar_url = null`;

/** A letter is a row, written with the act that caused it. The worker delivers it; the table is the truth. */
@Injectable()
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly languages: LetterLanguages,
  ) {}

  /** @returns the letter's id, or undefined when it was posted before */
  async post(tx: EntityManager, letter: Posted): Promise<string | undefined> {
    const asked = this.askPost(tx, letter, await this.languages.of(tx, letter));
    const { name, text, values } = asked.statements[0]!;
    return asked.answer([await prepared<Pick<MailEntity, 'id'>>(tx, name, text, values)]);
  }

  /** The same, asked with others (`together`). @param language of its reader (`LetterLanguages`) */
  askPost(
    tx: EntityManager,
    { once, recipient, letter, calendar, notBefore, secretUntil }: Posted,
    language: Language,
  ): Question<string | undefined> {
    const { subject, text, html } = inLanguage(language, letter, this.languages.own);
    const now = this.clock.now();
    const values = [
      this.ids.uuid(),
      onceKey(once),
      recipient,
      subject,
      text,
      html,
      now,
      notBefore ?? now,
      secretUntil ?? null,
      calendar?.text ?? null,
      calendar?.method ?? null,
      calendar?.url ?? null,
    ];
    return question({ name: 'letters: posts a letter', text: POST, values }, ([row]: Pick<MailEntity, 'id'>[]) => {
      if (row) watched.get(tx)?.push({ recipient, subject, text });
      return row?.id;
    });
  }

  /** @returns the letters that are posted in this transaction from now on, in their order: they come as they are posted */
  watch(tx: EntityManager): readonly PostedLetter[] {
    const letters: PostedLetter[] = [];
    watched.set(tx, letters);
    return letters;
  }

  /** The letter's secret has been used: its words go, with the act that used it. */
  async forget(tx: EntityManager, once: Once): Promise<void> {
    await tx.query(`${FORGET} where dedupe_key = $3 and secret_until is not null`, [
      this.clock.now(),
      FORGOTTEN,
      onceKey(once),
    ]);
  }
}
