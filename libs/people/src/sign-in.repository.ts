import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SignedInPerson } from './signed-in-person';

export interface SignInRow extends SignedInPerson {
  created_at: Date;
  last_seen_at: Date;
}

@Injectable()
export class SignInRepository {
  constructor(private readonly source: DataSource) {}

  /** The person comes along: every request asks this once. */
  async find(idHash: Buffer): Promise<SignInRow | undefined> {
    const rows = await this.source.query<SignInRow[]>(
      `select s.created_at, s.last_seen_at, p.id, p.name, p.email, p.political_group as "group", p.district,
              array(select r.role from person_role r where r.person_id = p.id order by r.role) as roles
         from sign_in s join person p on p.id = s.person_id
        where s.id_hash = $1 and p.deactivated_at is null`,
      [idHash],
    );
    return rows[0];
  }

  async add(
    tx: EntityManager,
    signIn: { idHash: Buffer; personId: string; at: Date; userAgent: string | undefined },
  ): Promise<void> {
    await tx.query(
      `insert into sign_in (id_hash, person_id, created_at, last_seen_at, user_agent) values ($1, $2, $3, $3, $4)`,
      [signIn.idHash, signIn.personId, signIn.at, signIn.userAgent?.slice(0, 300) ?? null],
    );
  }

  async touch(idHash: Buffer, at: Date): Promise<void> {
    await this.source.query('update sign_in set last_seen_at = $2 where id_hash = $1', [idHash, at]);
  }

  async remove(tx: EntityManager, idHash: Buffer): Promise<void> {
    await tx.query('delete from sign_in where id_hash = $1', [idHash]);
  }

  async removeAllOf(tx: EntityManager, personId: string): Promise<void> {
    await tx.query('delete from sign_in where person_id = $1', [personId]);
  }

  /** Not seen since `before`: over for everybody. */
  async removeForgotten(tx: EntityManager, before: Date): Promise<void> {
    await tx.query('delete from sign_in where last_seen_at < $1', [before]);
  }
}
