import { Injectable } from '@nestjs/common';
import { type PublicRegister, PublicRegisters, type Registered } from '@induct/accreditation';
import { type BodyStanding, NAME_IS_FOUND, nameSearch, type PersonCurrent } from '@induct/people';
import { DataSource } from 'typeorm';
import { NotHere } from '../../frame/not-here';
import type { RegisteredRow } from './register.view';

@Injectable()
export class RegisterQueries {
  constructor(
    private readonly source: DataSource,
    private readonly registers: PublicRegisters,
  ) {}

  /**
   * @param q part of a name: only who is called so; all of the register without it
   * @throws NotHere while there is no register
   */
  async today(q = ''): Promise<{ register: PublicRegister; rows: RegisteredRow[] }> {
    const register = await this.registers.today();
    if (!register) throw new NotHere('register');
    const bodies = await this.source.query<Pick<BodyStanding, 'id' | 'name' | 'nameCy'>[]>(
      'select id, name, name_cy as "nameCy" from body_standing where id = any($1)',
      [register.edition.bodyIds],
    );
    const known = new Map(bodies.map((body) => [body.id, body]));
    const found = await this.found(register.registered, q);
    const rows = found.map((one) => {
      const { name = '', nameCy = null } = known.get(one.bodyId) ?? {};
      return { ...one, body: name, bodyCy: nameCy };
    });
    return { register, rows };
  }

  private async found(registered: readonly Registered[], q: string): Promise<readonly Registered[]> {
    const search = nameSearch(q);
    if (!search) return registered;
    const people = await this.source.query<Pick<PersonCurrent, 'id'>[]>(
      `select p.id from person_current p where p.id = any($1) and ${NAME_IS_FOUND('p.name_folded', '$2')}`,
      [registered.map(({ personId }) => personId), search],
    );
    const ids = new Set(people.map(({ id }) => id));
    return registered.filter(({ personId }) => ids.has(personId));
  }
}
