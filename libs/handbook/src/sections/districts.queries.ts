import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource, type EntityManager } from 'typeorm';

/** The districts that the handbook speaks to: those of the people of the council. */
@Injectable()
export class HandbookDistricts {
  constructor(private readonly source: DataSource) {}

  /** By name; also those that only a text names still. */
  async all(tx: EntityManager = this.source.manager): Promise<string[]> {
    const rows = await tx.query<{ district: NonNullable<PersonCurrent['district']> }[]>(
      `select district from person_current where is_active and district <> ''
       union select district from handbook_text where district is not null order by 1`,
    );
    return rows.map(({ district }) => district);
  }

  /** Undefined: they have none. */
  async of(personId: string): Promise<string | undefined> {
    const [row] = await this.source.query<Pick<PersonCurrent, 'district'>[]>(
      `select district from person_current where id = $1 and district <> ''`,
      [personId],
    );
    return row?.district ?? undefined;
  }
}
