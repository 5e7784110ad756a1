import { Injectable } from '@nestjs/common';
import type { Role } from '@induct/people';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import type { DeviceEntity } from '../devices/device.entity';
import type { SignInEntity } from '../sign-ins/sign-in.entity';
import { PasskeyChallengeEntity } from './passkey-challenge.entity';
import { PasskeyHolderEntity } from './passkey-holder.entity';
import { PasskeyEntity } from './passkey.entity';

/** A passkey, and whose it is. */
export type PasskeyUsed = Pick<PasskeyEntity, 'credentialId' | 'id' | 'personId' | 'publicKey' | 'counter'> &
  Pick<PasskeyHolderEntity, 'handle'> & { roles: Role[] };

@Injectable()
export class PasskeyRepository {
  constructor(private readonly source: DataSource) {}

  async addChallenge(tx: EntityManager, challenge: PasskeyChallengeEntity): Promise<void> {
    await tx.insert(PasskeyChallengeEntity, challenge);
  }

  /** Whoever takes it is the only one. @param personId who adds a passkey; null: somebody signs in @returns whether it was there */
  async takeChallenge(tx: EntityManager, hash: Buffer, personId: string | null, now: Date): Promise<boolean> {
    const [, taken] = await tx.query<[unknown[], number]>(
      `delete from passkey_challenge where hash = $1 and person_id is not distinct from $2::uuid and until > $3 returning 1`,
      [hash, personId, now],
    );
    return taken === 1;
  }

  async removeOldChallenges(tx: EntityManager, now: Date): Promise<void> {
    await tx.delete(PasskeyChallengeEntity, { until: LessThanOrEqual(now) });
  }

  /** @param handle kept when the person has none yet @returns the one they have */
  async handleOf(tx: EntityManager, personId: string, handle: Buffer): Promise<Buffer> {
    await tx.createQueryBuilder().insert().into(PasskeyHolderEntity).values({ personId, handle }).orIgnore().execute();
    return (await tx.findOneByOrFail(PasskeyHolderEntity, { personId })).handle;
  }

  /** @returns false when there is one of that id already, whoever's it is */
  async add(tx: EntityManager, passkey: PasskeyEntity): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into passkey (credential_id, id, person_id, email, public_key, counter, name, created_at, last_used_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing returning 1`,
      [
        passkey.credentialId,
        passkey.id,
        passkey.personId,
        passkey.email,
        passkey.publicKey,
        passkey.counter,
        passkey.name,
        passkey.createdAt,
        passkey.lastUsedAt,
      ],
    );
    return rows.length === 1;
  }

  /** Of one person, the oldest first. */
  async ofPerson(personId: string, tx: EntityManager = this.source.manager): Promise<PasskeyEntity[]> {
    return tx.find(PasskeyEntity, { where: { personId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Somebody's who can sign in, at the address that they have now. Nobody else uses it until the end of the transaction. */
  async findToUse(tx: EntityManager, credentialId: string): Promise<PasskeyUsed | undefined> {
    const rows = await tx.query<PasskeyUsed[]>(
      `select k.credential_id as "credentialId", k.id, k.person_id as "personId", k.public_key as "publicKey", k.counter,
              h.handle, array(select r.role from role_held r where r.person_id = k.person_id order by r.role) as roles
         from passkey k join passkey_holder h on h.person_id = k.person_id
         join person_current p on p.id = k.person_id
        where k.credential_id = $1 and p.is_active and lower(p.email) = k.email
          for update of k`,
      [credentialId],
    );
    return rows[0];
  }

  async used(tx: EntityManager, credentialId: string, counter: number, at: Date): Promise<void> {
    await tx.update(PasskeyEntity, { credentialId }, { counter: String(counter), lastUsedAt: at });
  }

  /** @returns whether it was theirs */
  async rename(tx: EntityManager, personId: string, id: string, name: string): Promise<boolean> {
    return (await tx.update(PasskeyEntity, { personId, id }, { name })).affected === 1;
  }

  /** Nobody signs in with it until the end of the transaction. @returns whether it is theirs */
  async hold(tx: EntityManager, personId: string, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select 1 from passkey where person_id = $1 and id = $2 for update', [
      personId,
      id,
    ]);
    return rows.length === 1;
  }

  /** Ends the sign-ins that were made with it. @param but the hash of a cookie whose sign-in stays @returns their ids */
  async endSignIns(tx: EntityManager, id: string, but: Buffer | undefined): Promise<string[]> {
    const [rows] = await tx.query<[Pick<SignInEntity, 'id'>[], number]>(
      `delete from sign_in where passkey_id = $1 and ($2::bytea is null or id_hash <> $2) returning id`,
      [id, but ?? null],
    );
    return rows.map((row) => row.id);
  }

  /** Forgets the devices that were remembered with it. @param but the hash of the secret of one that stays @returns their ids */
  async endDevices(tx: EntityManager, id: string, but: Buffer | undefined): Promise<string[]> {
    const [rows] = await tx.query<[Pick<DeviceEntity, 'id'>[], number]>(
      `delete from device where passkey_id = $1 and ($2::bytea is null or hash <> $2) returning id`,
      [id, but ?? null],
    );
    return rows.map((row) => row.id);
  }

  /** @returns whether it was theirs */
  async remove(tx: EntityManager, personId: string, id: string): Promise<boolean> {
    return (await tx.delete(PasskeyEntity, { personId, id })).affected === 1;
  }

  /** Those of somebody who left, or whose letters go elsewhere now. @returns their ids */
  async removeOver(tx: EntityManager, personId: string): Promise<string[]> {
    const [rows] = await tx.query<[Pick<PasskeyEntity, 'id'>[], number]>(
      `delete from passkey k using person_current p
        where k.person_id = $1 and p.id = k.person_id and not (p.is_active and lower(p.email) = k.email) returning k.id`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }
}
