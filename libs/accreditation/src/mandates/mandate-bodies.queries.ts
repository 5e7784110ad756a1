import { Injectable } from '@nestjs/common';
import type { BodyKind, BodyStanding } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';

export type NamedBody = Pick<BodyStanding, 'id' | 'kind' | 'name'>;

export type OwnGroup = NamedBody & Pick<BodyStanding, 'colour'>;

/** Bodies that a mandate may be about. */
@Injectable()
export class MandateBodies {
  constructor(private readonly source: DataSource) {}

  async kindOf(tx: EntityManager, bodyId: string | null): Promise<BodyKind | undefined> {
    if (bodyId === null) return undefined;
    const [row] = await tx.query<Pick<BodyStanding, 'kind'>[]>('select kind from body_standing where id = $1', [
      bodyId,
    ]);
    return row?.kind;
  }

  /** The political group somebody is in on a day. */
  async groupOf(tx: EntityManager, personId: string, day: Day): Promise<OwnGroup | undefined> {
    const [row] = await tx.query<OwnGroup[]>(
      `select b.id, b.kind, b.name, b.colour from membership_standing m join body_standing b on b.id = m.body_id
        where m.person_id = $1 and m.superseded_at is null and m.during @> $2::date and b.kind = 'group'`,
      [personId, day],
    );
    return row;
  }

  /** Those that exist on that day or later, by kind and name. */
  there(day: Day): Promise<NamedBody[]> {
    return this.source.query<NamedBody[]>(
      `select id, kind, name from body_standing where upper_inf(during) or upper(during) > $1::date
        order by kind, fold_name(name), name`,
      [day],
    );
  }
}
