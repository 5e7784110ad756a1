import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import { CouncilAccountEntity } from './council-account.entity';
import { CouncilLogoutEntity } from './council-logout.entity';
import { CouncilStartEntity } from './council-start.entity';
import { IdentitySignInEntity } from './identity-sign-in.entity';
import { IdentityEntity } from './identity.entity';
import { SignInLinkAccountEntity } from './sign-in-link-account.entity';

/** What makes a council account the same one. */
export type AccountKey = Pick<IdentityEntity, 'issuer' | 'subject'>;

export type KnownIdentity = Pick<IdentityEntity, 'id' | 'personId'> & Pick<PersonCurrent, 'isActive'>;

@Injectable()
export class CouncilRepository {
  constructor(private readonly source: DataSource) {}

  async addStart(tx: EntityManager, start: CouncilStartEntity): Promise<void> {
    await tx.insert(CouncilStartEntity, start);
  }

  /** Whoever takes it has it: an answer is used once. */
  async takeStart(
    tx: EntityManager,
    stateHash: Buffer,
    browserHash: Buffer,
  ): Promise<Pick<CouncilStartEntity, 'nextPath' | 'until'> | undefined> {
    const [rows] = await tx.query<[Pick<CouncilStartEntity, 'nextPath' | 'until'>[], number]>(
      'delete from council_start where state_hash = $1 and browser_hash = $2 returning next_path as "nextPath", until',
      [stateHash, browserHash],
    );
    return rows[0];
  }

  /** Of all that is under way, what nobody comes back for. @param startsBefore later than `now`, so that a late answer finds where it was to lead */
  async removeOld(tx: EntityManager, { now, startsBefore }: { now: Date; startsBefore: Date }): Promise<void> {
    await tx.delete(CouncilStartEntity, { until: LessThanOrEqual(startsBefore) });
    await tx.delete(CouncilAccountEntity, { until: LessThanOrEqual(now) });
  }

  async find(
    { issuer, subject }: AccountKey,
    tx: EntityManager = this.source.manager,
  ): Promise<KnownIdentity | undefined> {
    const rows = await tx.query<KnownIdentity[]>(
      `select i.id, i.person_id as "personId", p.is_active as "isActive"
         from identity i join person_current p on p.id = i.person_id
        where i.issuer = $1 and i.subject = $2`,
      [issuer, subject],
    );
    return rows[0];
  }

  /** @returns false when it is somebody's already */
  async link(tx: EntityManager, identity: IdentityEntity): Promise<boolean> {
    const { issuer, subject, personId, id, account, linkedAt } = identity;
    const rows = await tx.query<unknown[]>(
      `insert into identity (issuer, subject, person_id, id, account, linked_at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning 1`,
      [issuer, subject, personId, id, account, linkedAt],
    );
    return rows.length > 0;
  }

  /** As the council calls it today. @returns false when it was unlinked meanwhile */
  async use(tx: EntityManager, id: string, account: string, at: Date): Promise<boolean> {
    const { affected } = await tx.update(IdentityEntity, { id }, { account, lastUsedAt: at });
    return affected === 1;
  }

  /** The first linked first. */
  ofPerson(personId: string): Promise<IdentityEntity[]> {
    return this.source.manager.find(IdentityEntity, { where: { personId }, order: { linkedAt: 'asc', id: 'asc' } });
  }

  findOwn(tx: EntityManager, personId: string, id: string): Promise<IdentityEntity | null> {
    return tx.findOne(IdentityEntity, { where: { personId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async unlink(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(IdentityEntity, { id });
  }

  /** In place of what was proved in that browser before. */
  async keep(tx: EntityManager, account: CouncilAccountEntity): Promise<void> {
    await tx.upsert(CouncilAccountEntity, account, ['browserHash']);
  }

  async kept(browserHash: Buffer, now: Date): Promise<CouncilAccountEntity | undefined> {
    const account = await this.source.manager.findOneBy(CouncilAccountEntity, { browserHash });
    return account && account.until > now ? account : undefined;
  }

  async addToLink(tx: EntityManager, account: SignInLinkAccountEntity): Promise<void> {
    await tx.insert(SignInLinkAccountEntity, account);
  }

  ofLink(linkId: string, tx: EntityManager = this.source.manager): Promise<SignInLinkAccountEntity | null> {
    return tx.findOneBy(SignInLinkAccountEntity, { linkId });
  }

  /** @param idHash of the sign-in's cookie */
  async addSignIn(tx: EntityManager, identityId: string, idHash: Buffer): Promise<void> {
    await tx.query(
      `insert into identity_sign_in (sign_in_id, identity_id) select id, $2 from sign_in where id_hash = $1`,
      [idHash, identityId],
    );
  }

  /** Ends the sign-ins that an account began. @param but the hash of a cookie whose sign-in stays @returns which ended */
  async endSignIns(tx: EntityManager, identityId: string, but?: Buffer): Promise<string[]> {
    const [rows] = await tx.query<[Pick<IdentitySignInEntity, 'signInId'>[], number]>(
      `delete from sign_in s using identity_sign_in i
        where i.identity_id = $1 and s.id = i.sign_in_id and ($2::bytea is null or s.id_hash <> $2)
        returning s.id as "signInId"`,
      [identityId, but ?? null],
    );
    return rows.map(({ signInId }) => signInId);
  }

  /** @returns false when it was taken before */
  async takeLogout(tx: EntityManager, logout: CouncilLogoutEntity, now: Date): Promise<boolean> {
    await tx.delete(CouncilLogoutEntity, { until: LessThanOrEqual(now) });
    const rows = await tx.query<unknown[]>(
      'insert into council_logout (token_hash, until) values ($1, $2) on conflict do nothing returning 1',
      [logout.tokenHash, logout.until],
    );
    return rows.length > 0;
  }
}
