import { Injectable } from '@nestjs/common';
import { type PublicRegister, PublicRegisters } from '@induct/accreditation';
import type { BodyStanding } from '@induct/people';
import { DataSource } from 'typeorm';
import { NotHere } from '../../frame/not-here';
import type { RegisteredRow } from './register.view';

@Injectable()
export class RegisterQueries {
  constructor(
    private readonly source: DataSource,
    private readonly registers: PublicRegisters,
  ) {}

  /** @throws NotHere while there is no register */
  async today(): Promise<{ register: PublicRegister; rows: RegisteredRow[] }> {
    const register = await this.registers.today();
    if (!register) throw new NotHere('register');
    const bodies = await this.source.query<Pick<BodyStanding, 'id' | 'name' | 'nameCy'>[]>(
      'select id, name, name_cy as "nameCy" from body_standing where id = any($1)',
      [register.edition.bodyIds],
    );
    const known = new Map(bodies.map((body) => [body.id, body]));
    const rows = register.registered.map((one) => {
      const { name = '', nameCy = null } = known.get(one.bodyId) ?? {};
      return { ...one, body: name, bodyCy: nameCy };
    });
    return { register, rows };
  }
}
