import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { COUNTS } from '../requirements/evidence.repository';
import type { Has, HeldAward } from '../rules/earned';
import type { Shown } from '../rules/standing';
import { HELD_AWARD } from './scheme.repository';

/** A person, and what they have. */
export interface History extends Has {
  personId: string;
}

/** People whose rows are read at once. */
const AT_ONCE = 2000;

export type OfPerson<Row> = Row & { personId: string };

/** What everybody has, as the rules take it. */
@Injectable()
export class HistoryRepository {
  /**
   * Everybody, in the order of their ids: three statements for each two thousand.
   * @param day on which it is held against the rules: what is a core skill then
   */
  async everybody(tx: EntityManager, day: Day): Promise<History[]> {
    const core = await this.core(tx, day);
    const all: History[] = [];
    for (let last: string | null = null; ;) {
      const ids = await this.after(tx, last);
      if (ids.length === 0) return all;
      all.push(...(await this.of(tx, ids, core)));
      last = ids.at(-1)!;
    }
  }

  private async after(tx: EntityManager, last: string | null): Promise<string[]> {
    const rows = await tx.query<Pick<PersonCurrent, 'id'>[]>(
      'select id from person_current where $1::uuid is null or id > $1 order by id limit $2',
      [last, AT_ONCE],
    );
    return rows.map(({ id }) => id);
  }

  private async of(tx: EntityManager, personIds: readonly string[], core: readonly string[]): Promise<History[]> {
    const evidence = await tx.query<OfPerson<Shown>[]>(
      `select e.person_id as "personId", e.id, e.requirement_id as requirement, e.met_on::text as "metOn",
              e.valid_until::text as "validUntil"
         from evidence e where e.person_id = any($1) and ${COUNTS} order by e.person_id, e.id`,
      [personIds],
    );
    const awards = await tx.query<OfPerson<HeldAward>[]>(
      `select distinct on (a.person_id, a.scheme_id) a.person_id as "personId", a.scheme_id as "schemeId", s.name,
              ${HELD_AWARD}
         from award a join scheme s on s.id = a.scheme_id
        where a.person_id = any($1) order by a.person_id, a.scheme_id, a.period desc`,
      [personIds],
    );
    const [shown, held] = [byPerson(evidence), byPerson(awards)];
    return personIds.map((personId) => ({
      personId,
      core,
      evidence: shown.get(personId) ?? [],
      awards: held.get(personId) ?? [],
    }));
  }

  /** The requirements that are core skills on a day, by title. */
  async core(tx: EntityManager, day: Day): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      'select id from requirement where core_during @> $1::date order by title, id',
      [day],
    );
    return rows.map(({ id }) => id);
  }
}

/** Each person's rows, in their order. */
export function byPerson<Row>(rows: readonly OfPerson<Row>[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const { personId, ...row } of rows) {
    const those = found.get(personId);
    if (those) those.push(row as Row);
    else found.set(personId, [row as Row]);
  }
  return found;
}
