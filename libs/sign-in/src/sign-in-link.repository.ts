import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AskedAt } from './sign-in-link.rules';

export interface NewLink {
  id: string;
  tokenHash: Buffer;
  codeHash: Buffer;
  browserHash: Buffer;
  requesterHash: Buffer;
  email: string;
  personId: string | undefined;
  nextPath: string;
  createdAt: Date;
  expiresAt: Date;
}

export interface LinkRow {
  id: string;
  code_hash: Buffer;
  browser_hash: Buffer;
  person_id: string | null;
  email: string;
  next_path: string;
  expires_at: Date;
  used_at: Date | null;
}

/** Who types a code, and for the letters of which browser. */
export interface CodeTyped {
  browserHash: Buffer;
  email: string;
  senderHash: Buffer;
}

const COLUMNS = 'id, code_hash, browser_hash, person_id, email, next_path, expires_at, used_at';

@Injectable()
export class SignInLinkRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, link: NewLink): Promise<void> {
    await tx.query(
      `insert into sign_in_link (id, token_hash, code_hash, browser_hash, requester_hash, email, person_id, next_path,
                                 created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        link.id,
        link.tokenHash,
        link.codeHash,
        link.browserHash,
        link.requesterHash,
        link.email,
        link.personId ?? null,
        link.nextPath,
        link.createdAt,
        link.expiresAt,
      ],
    );
  }

  /** Two who ask for the same account at once are counted one after the other. */
  async askOneByOne(tx: EntityManager, email: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('sign-in-link ' || $1))`, [email]);
  }

  /** The oldest first. @param email in lower case */
  async asked(
    email: string,
    requesterHash: Buffer,
    since: Date,
    tx: EntityManager = this.source.manager,
  ): Promise<AskedAt[]> {
    return tx.query(
      `select created_at as at, requester_hash = $2 as here
         from sign_in_link where lower(email) = $1 and created_at > $3 order by created_at`,
      [email, requesterHash, since],
    );
  }

  /** When the last of the letters that a browser asked for is over; undefined: all are. @param email in lower case */
  async livesUntil(browserHash: Buffer, email: string, now: Date): Promise<Date | undefined> {
    const [row] = await this.source.query<[{ until: Date | null }]>(
      `select max(expires_at) as until from sign_in_link
        where browser_hash = $1 and lower(email) = $2 and expires_at > $3`,
      [browserHash, email, now],
    );
    return row.until ?? undefined;
  }

  async find(tokenHash: Buffer): Promise<LinkRow | undefined> {
    const rows = await this.source.query<LinkRow[]>(`select ${COLUMNS} from sign_in_link where token_hash = $1`, [
      tokenHash,
    ]);
    return rows[0];
  }

  async findToUse(tx: EntityManager, tokenHash: Buffer): Promise<LinkRow | undefined> {
    const rows = await tx.query<LinkRow[]>(`select ${COLUMNS} from sign_in_link where token_hash = $1 for update`, [
      tokenHash,
    ]);
    return rows[0];
  }

  async markUsed(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.query('update sign_in_link set used_at = $2 where id = $1', [id, at]);
  }

  async wrongCodes(
    { browserHash, email, senderHash }: CodeTyped,
    tx: EntityManager = this.source.manager,
  ): Promise<{ ofSender: number; ofAll: number }> {
    const [row] = await tx.query<[{ ofSender: number; ofAll: number }]>(
      `select coalesce(sum(times), 0)::int as "ofAll",
              coalesce(sum(times) filter (where sender_hash = $3), 0)::int as "ofSender"
         from sign_in_wrong_code where browser_hash = $1 and email = $2`,
      [browserHash, email, senderHash],
    );
    return row;
  }

  async countWrongCode(tx: EntityManager, { browserHash, email, senderHash }: CodeTyped, at: Date): Promise<void> {
    await tx.query(
      `insert into sign_in_wrong_code as known (browser_hash, email, sender_hash, times, last_at)
       values ($1, $2, $3, 1, $4)
       on conflict (browser_hash, email, sender_hash) do update set times = known.times + 1, last_at = excluded.last_at`,
      [browserHash, email, senderHash, at],
    );
  }

  async removeOld(tx: EntityManager, before: Date): Promise<void> {
    await tx.query('delete from sign_in_link where expires_at < $1', [before]);
    await tx.query('delete from sign_in_wrong_code where last_at < $1', [before]);
  }
}
