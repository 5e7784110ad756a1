import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Clock } from '@induct/platform';
import type { Letter } from '../writing/letter';
import { MailEntity } from './mail.entity';
import { FORGET, FORGOTTEN, type LetterCalendar } from './outbox';

/** A letter on its way. */
export interface Delivery
  extends Pick<MailEntity, 'id' | 'recipient' | 'attempts'>, Pick<Letter, 'subject' | 'text' | 'html'> {
  /** A way of sending that has words only says its `url` instead. */
  calendar: LetterCalendar | null;
}

/** A letter that has gone. */
export interface SentLetter extends Pick<MailEntity, 'id'> {
  sentAt: Date;
}

/** Minutes until the next try; after the last one an officer decides. */
const NEXT_TRY_MINUTES = [1, 5, 15, 60, 240, 720, 1440];
/** Stands there from the beginning of the last try: if the worker dies with that one too, the officer sees the letter. */
const LAST_TRY = 'The worker ended while it was being sent, in every try';

/** The worker's side of the outbox: what is due, what came of it. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Ids of letters whose next try is due, the longest waiting first. */
  async due(limit: number): Promise<string[]> {
    const rows = await this.source.query<Pick<MailEntity, 'id'>[]>(
      `select id from mail where sent_at is null and next_attempt_at <= $1 order by next_attempt_at limit $2`,
      [this.clock.now(), limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Counts a try and sets the time of the next one before anything is sent, so that a worker that dies loses nothing.
   * @returns undefined when it was delivered, another worker is at it, or its secret is over
   */
  async take(id: string): Promise<Delivery | undefined> {
    const [rows] = await this.source.query<[Delivery[], number]>(
      `update mail
          set attempts = attempts + 1,
              next_attempt_at = $2::timestamptz + ($3::int[])[attempts + 1] * interval '1 minute',
              last_error = case when attempts >= cardinality($3::int[]) then coalesce(last_error, $4) else last_error end
        where id = $1 and sent_at is null and next_attempt_at <= $2 and (secret_until is null or secret_until > $2)
        returning id, recipient, attempts, subject, body_text as text, body_html as html,
          case when calendar is not null then
            json_strip_nulls(json_build_object('method', calendar_method, 'text', calendar, 'url', calendar_url)) end as calendar`,
      [id, this.clock.now(), NEXT_TRY_MINUTES, LAST_TRY],
    );
    return rows[0];
  }

  async delivered(id: string): Promise<void> {
    const sent = { sentAt: this.clock.now(), nextAttemptAt: null, lastError: null };
    await this.source.manager.update(MailEntity, { id, sentAt: IsNull() }, sent);
  }

  /** @param isLast no further try: an officer decides */
  async failed(id: string, error: Error, isLast: boolean): Promise<void> {
    const lastError = error.message.slice(0, 1000);
    await this.source.manager.update(MailEntity, id, { lastError, ...(isLast && { nextAttemptAt: null }) });
  }

  /** Those of these letters that have gone, with the moment. Of what is forgotten nothing is asked any more. */
  sentOf(ids: readonly string[]): Promise<SentLetter[]> {
    return this.source.query<SentLetter[]>(
      `select id, sent_at as "sentAt" from mail
        where id::text = any($1) and sent_at is not null and forgotten_at is null order by id`,
      [ids],
    );
  }

  /** It had gone, and came back: an officer decides. Nothing is changed when it has gone once more meanwhile. */
  async cameBack({ id, sentAt }: SentLetter, why: string): Promise<void> {
    const change = { sentAt: null, nextAttemptAt: null, lastError: why.slice(0, 1000) };
    await this.source.manager.update(MailEntity, { id, sentAt }, change);
  }

  /**
   * Makes the next try due now, also after the last one. It is no first try: that something went wrong may have been the answer only.
   * @returns whether there is such a letter, still unsent
   */
  async retry(tx: EntityManager, id: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update mail set attempts = least(attempts, 1), next_attempt_at = $2 where id = $1 and sent_at is null and forgotten_at is null
       returning 1`,
      [id, this.clock.now()],
    );
    return rows.length > 0;
  }

  /** Forgets the words of letters whose secret is over, sent or not. */
  async forgetOver(): Promise<void> {
    await this.source.query(`${FORGET} where secret_until <= $1 and forgotten_at is null`, [
      this.clock.now(),
      FORGOTTEN,
    ]);
  }
}
