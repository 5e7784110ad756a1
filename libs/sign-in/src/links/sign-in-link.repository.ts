import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { SignInLinkEntity } from './sign-in-link.entity';
import type { AskedAt, WrongCodes } from './sign-in-link.rules';
import { SignInWrongCodeEntity } from './sign-in-wrong-code.entity';

/** Who types a code, and for the letters of which browser. */
export type CodeTyped = Pick<SignInWrongCodeEntity, 'browserHash' | 'email' | 'senderHash'>;

@Injectable()
export class SignInLinkRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, link: Omit<SignInLinkEntity, 'usedAt'>): Promise<void> {
    await tx.insert(SignInLinkEntity, link);
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
    return tx.query<AskedAt[]>(
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

  async find(tokenHash: Buffer): Promise<SignInLinkEntity | null> {
    return this.source.manager.findOneBy(SignInLinkEntity, { tokenHash });
  }

  /** Kept from everybody else until the end of the transaction: it is used once. */
  async findToUse(tx: EntityManager, tokenHash: Buffer): Promise<SignInLinkEntity | null> {
    return tx.findOne(SignInLinkEntity, { where: { tokenHash }, lock: { mode: 'pessimistic_write' } });
  }

  async markUsed(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.update(SignInLinkEntity, id, { usedAt: at });
  }

  async wrongCodes(
    { browserHash, email, senderHash }: CodeTyped,
    tx: EntityManager = this.source.manager,
  ): Promise<WrongCodes> {
    const [row] = await tx.query<[WrongCodes]>(
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
    await tx.delete(SignInLinkEntity, { expiresAt: LessThan(before) });
    await tx.delete(SignInWrongCodeEntity, { lastAt: LessThan(before) });
  }
}
