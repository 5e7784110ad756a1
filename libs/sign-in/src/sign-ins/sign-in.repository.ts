import { Injectable } from '@nestjs/common';
import { planned } from '@induct/platform';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { SignInEntity } from './sign-in.entity';
import type { SignedInPerson } from './signed-in-person';

export type SignInRow = SignedInPerson & Pick<SignInEntity, 'createdAt' | 'lastSeenAt' | 'way'>;

export type OwnSignInRow = Omit<SignInEntity, 'personId' | 'passkeyId'>;

@Injectable()
export class SignInRepository {
  constructor(private readonly source: DataSource) {}

  /** The person comes along: every request asks this once. */
  async find(idHash: Buffer): Promise<SignInRow | undefined> {
    const rows = await planned<SignInRow>(
      this.source,
      'sign-in: who is asking',
      `select s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.way, p.id, p.name, p.email,
              p.political_group as "group", p.district,
              array(select r.role from role_held r where r.person_id = p.id order by r.role) as roles
         from sign_in s join person_current p on p.id = s.person_id
        where s.id_hash = $1 and p.is_active`,
      [idHash],
    );
    return rows[0];
  }

  async add(tx: EntityManager, signIn: SignInEntity): Promise<void> {
    await tx.insert(SignInEntity, signIn);
  }

  /** Of one person, the last used first. */
  async ofPerson(personId: string): Promise<OwnSignInRow[]> {
    return this.source.query<OwnSignInRow[]>(
      `select id, id_hash as "idHash", created_at as "createdAt", last_seen_at as "lastSeenAt", user_agent as "userAgent",
              address, way
         from sign_in where person_id = $1 order by last_seen_at desc, id`,
      [personId],
    );
  }

  async touch(idHash: Buffer, at: Date): Promise<void> {
    await this.source.manager.update(SignInEntity, { idHash }, { lastSeenAt: at });
  }

  /** @returns whose it was, unless it was over already */
  async remove(tx: EntityManager, idHash: Buffer): Promise<Pick<SignInEntity, 'id' | 'personId'> | undefined> {
    const [rows] = await tx.query<[Pick<SignInEntity, 'id' | 'personId'>[], number]>(
      'delete from sign_in where id_hash = $1 returning id, person_id as "personId"',
      [idHash],
    );
    return rows[0];
  }

  /** @param which one of them only @param but all of them but this @returns their ids */
  async removeOf(
    tx: EntityManager,
    personId: string,
    { which, but }: { which?: string; but?: Buffer } = {},
  ): Promise<string[]> {
    const [rows] = await tx.query<[Pick<SignInEntity, 'id'>[], number]>(
      `delete from sign_in
        where person_id = $1 and ($2::uuid is null or id = $2) and ($3::bytea is null or id_hash <> $3) returning id`,
      [personId, which ?? null, but ?? null],
    );
    return rows.map(({ id }) => id);
  }

  /** Not seen since `before`: over for everybody. */
  async removeForgotten(tx: EntityManager, before: Date): Promise<void> {
    await tx.delete(SignInEntity, { lastSeenAt: LessThan(before) });
  }
}
