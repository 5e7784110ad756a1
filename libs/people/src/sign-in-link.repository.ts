import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

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
  tries: number;
}

const COLUMNS = 'id, code_hash, browser_hash, person_id, email, next_path, expires_at, used_at, tries';

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
  async countAsked(tx: EntityManager, email: string, requesterHash: Buffer, since: Date) {
    await tx.query(`select pg_advisory_xact_lock(hashtext('sign-in-link ' || $1))`, [email]);
    const [row] = await tx.query<[{ by_account: number; by_both: number }]>(
      `select count(*)::int as by_account, (count(*) filter (where requester_hash = $2))::int as by_both
         from sign_in_link where lower(email) = $1 and created_at > $3`,
      [email, requesterHash, since],
    );
    return { byAccount: row.by_account, byAddressAndAccount: row.by_both };
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

  async countWrongCode(tx: EntityManager, id: string): Promise<void> {
    await tx.query('update sign_in_link set tries = tries + 1 where id = $1', [id]);
  }

  async removeOld(tx: EntityManager, before: Date): Promise<void> {
    await tx.query('delete from sign_in_link where expires_at < $1', [before]);
  }
}
