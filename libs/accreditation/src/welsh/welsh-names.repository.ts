import { Injectable } from '@nestjs/common';
import { Council } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';

/** What can have a name in Welsh: the council itself, a scheme, a requirement. */
export type NamedKind = 'council' | 'scheme' | 'requirement';

/** Something that has an English name, and perhaps a Welsh one. */
export interface WelshName {
  kind: NamedKind;
  id: string;
  english: string;
  welsh: string | null;
}

/** Another Welsh name for something. */
export interface WelshChange extends Pick<WelshName, 'kind' | 'id'> {
  /** As whoever changes it has read it; null: there was none. */
  before: string | null;
  /** Null: none any more. */
  welsh: string | null;
}

/** A column of its own for what is in a table. */
const COLUMNS = { scheme: ['scheme', 'name_cy'], requirement: ['requirement', 'title_cy'] } as const;

/**
 * The Welsh names of what awards rest on, by id of a requirement, a module or another scheme, as one JSON object; null when there
 * is none. @param ids as SQL: uuid[]
 */
export const WELSH_TITLES = (ids: string): string => `
  select jsonb_object_agg(t.id, t.welsh) from (
    select id, title_cy as welsh from requirement where id = any (${ids})
     union all
    select w.course_id, r.title_cy from way w join requirement r on r.id = w.requirement_id where w.course_id = any (${ids})
     union all
    select id, name_cy from scheme where id = any (${ids})) t
   where t.welsh is not null`;

interface HowMany {
  total: number;
  missing: number;
}

const NAMED = `
  select 'scheme' as kind, id, name as english, name_cy as welsh, 1 as place from scheme
   union all
  select 'requirement', id, title, title_cy, 2 from requirement`;

@Injectable()
export class WelshNameRepository {
  constructor(
    private readonly source: DataSource,
    private readonly own: Council,
  ) {}

  /** The council's name in Welsh, if it was entered. */
  async council(tx: EntityManager = this.source.manager): Promise<string | undefined> {
    return (await this.own.latest(tx)).said.nameCy;
  }

  async nameCouncil(tx: EntityManager, welsh: string | null, by: string): Promise<void> {
    const { revision, said } = await this.own.latest(tx);
    const { nameCy: _before, ...others } = said;
    await this.own.changeIn(tx, {
      said: { ...others, ...(welsh !== null && { nameCy: welsh }) },
      basedOn: revision,
      by,
    });
  }

  /** Schemes, then requirements, by their English names. @param onlyMissing those without a Welsh one; `total` is of these then */
  async page(
    { onlyMissing }: { onlyMissing: boolean },
    limit: number,
    offset: number,
  ): Promise<{ names: WelshName[]; total: number; missing: number }> {
    const [names, [count]] = await Promise.all([
      this.source.query<WelshName[]>(
        `select kind, id, english, welsh from (${NAMED}) n where welsh is null or not $3
          order by place, english, id limit $1 offset $2`,
        [limit, offset, onlyMissing],
      ),
      this.source.query<HowMany[]>(
        `select count(*)::int as total, (count(*) filter (where welsh is null))::int as missing from (${NAMED}) n`,
      ),
    ]);
    const { total, missing } = count!;
    return { names, total: onlyMissing ? missing : total, missing };
  }

  /** Schemes and requirements without a Welsh name. */
  async howManyMissing(): Promise<number> {
    const [count] = await this.source.query<Pick<HowMany, 'missing'>[]>(
      `select count(*)::int as missing from (${NAMED}) n where welsh is null`,
    );
    return count!.missing;
  }

  async find(kind: keyof typeof COLUMNS, id: string, tx: EntityManager): Promise<WelshName | undefined> {
    const [row] = await tx.query<WelshName[]>(
      `select kind, id, english, welsh from (${NAMED}) n where kind = $1 and id = $2`,
      [kind, id],
    );
    return row;
  }

  /** @returns false when it is called otherwise by now than it was before */
  async name(
    tx: EntityManager,
    kind: keyof typeof COLUMNS,
    { id, before, welsh }: Omit<WelshChange, 'kind'>,
  ): Promise<boolean> {
    const [table, column] = COLUMNS[kind];
    const [, changed] = await tx.query<[unknown, number]>(
      `update ${table} set ${column} = $2 where id = $1 and ${column} is not distinct from $3`,
      [id, welsh, before],
    );
    return changed > 0;
  }
}
