import { Injectable } from '@nestjs/common';
import type { Person, Role } from '@induct/people';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import { DeviceEntity } from './device.entity';

/** A device that is remembered, and whose it is. */
export type DeviceKnown = Pick<DeviceEntity, 'id' | 'personId' | 'until'> & Pick<Person, 'name' | 'roles'>;

@Injectable()
export class DeviceRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, device: DeviceEntity): Promise<void> {
    await tx.insert(DeviceEntity, device);
  }

  /** Of somebody who can sign in. */
  async find(hash: Buffer, tx: EntityManager = this.source.manager): Promise<DeviceKnown | undefined> {
    const rows = await tx.query<DeviceKnown[]>(
      `select d.id, d.person_id as "personId", d.until, p.name,
              array(select r.role from role_held r where r.person_id = p.id order by r.role) as roles
         from device d join person_current p on p.id = d.person_id
        where d.hash = $1 and p.is_active`,
      [hash],
    );
    return rows[0];
  }

  /** What somebody may do now. */
  async rolesOf(tx: EntityManager, personId: string): Promise<Role[]> {
    const rows = await tx.query<{ role: Role }[]>('select role from role_held where person_id = $1', [personId]);
    return rows.map(({ role }) => role);
  }

  /** Of one person, those that are not over, the last used first. */
  async ofPerson(personId: string, now: Date): Promise<DeviceEntity[]> {
    return this.source.manager
      .createQueryBuilder(DeviceEntity, 'd')
      .where('d.personId = :personId and d.until > :now', { personId, now })
      .orderBy('d.lastUsedAt', 'DESC')
      .addOrderBy('d.id')
      .getMany();
  }

  async used(tx: EntityManager, hash: Buffer, at: Date): Promise<void> {
    await tx.update(DeviceEntity, { hash }, { lastUsedAt: at });
  }

  /** @returns whose it was, when it was there */
  async remove(tx: EntityManager, hash: Buffer): Promise<Pick<DeviceEntity, 'id' | 'personId'> | undefined> {
    const [rows] = await tx.query<[Pick<DeviceEntity, 'id' | 'personId'>[], number]>(
      'delete from device where hash = $1 returning id, person_id as "personId"',
      [hash],
    );
    return rows[0];
  }

  /** @param which one of them only @param but all of them but this @returns their ids */
  async removeOf(
    tx: EntityManager,
    personId: string,
    { which, but }: { which?: string; but?: Buffer } = {},
  ): Promise<string[]> {
    const [rows] = await tx.query<[Pick<DeviceEntity, 'id'>[], number]>(
      `delete from device
        where person_id = $1 and ($2::uuid is null or id = $2) and ($3::bytea is null or hash <> $3) returning id`,
      [personId, which ?? null, but ?? null],
    );
    return rows.map(({ id }) => id);
  }

  async removeOld(tx: EntityManager, now: Date): Promise<void> {
    await tx.delete(DeviceEntity, { until: LessThanOrEqual(now) });
  }
}
