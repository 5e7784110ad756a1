import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { IS_IN_QUESTION } from '../certificate/certificate';
import type { NameChange, NamedCertificate, Reissue } from './name-change';
import { NameChangeEntity } from './name-change.entity';

export type NewNameChange = Pick<NameChangeEntity, 'id' | 'personId' | 'name' | 'why' | 'askedAt'>;

const NAME_CHANGE = `
  select n.id, n.person_id as "personId", n.name, n.why, n.asked_at as "askedAt", n.decided_by as "decidedBy",
         n.decided_at as "decidedAt", n.taken_back_at as "takenBackAt", n.accepted, n.decision, p.name as "nameNow", o.name as "decidedByName"
    from name_change n
    join person_current p on p.id = n.person_id
    left join person_current o on o.id = n.decided_by`;

/** Neither decided nor taken back: as the indexes have it. */
const WAITS = 'decided_at is null and taken_back_at is null';

@Injectable()
export class NameChangeRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns false when one of the person waits already */
  async add(tx: EntityManager, { id, personId, name, why, askedAt }: NewNameChange): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into name_change (id, person_id, name, why, asked_at) values ($1, $2, $3, $4, $5)
       on conflict (person_id) where ${WAITS} do nothing returning 1`,
      [id, personId, name, why, askedAt],
    );
    return rows.length > 0;
  }

  async find(id: string): Promise<NameChange | undefined> {
    const [row] = await this.source.query<NameChange[]>(`${NAME_CHANGE} where n.id = $1`, [id]);
    return row;
  }

  /** The row, kept from everybody else until the end of the transaction. */
  async lock(tx: EntityManager, id: string): Promise<NameChange | undefined> {
    await tx.query('select from name_change where id = $1 for update', [id]);
    const [row] = await tx.query<NameChange[]>(`${NAME_CHANGE} where n.id = $1`, [id]);
    return row;
  }

  async newestOf(personId: string): Promise<NameChange | undefined> {
    const [row] = await this.source.query<NameChange[]>(
      `${NAME_CHANGE} where n.person_id = $1 order by n.asked_at desc, n.id limit 1`,
      [personId],
    );
    return row;
  }

  /** Those that wait, the oldest first. */
  async waiting(limit: number, offset: number): Promise<{ rows: NameChange[]; total: number }> {
    const rows = await this.source.query<(NameChange & { total: number })[]>(
      `select w.*, (count(*) over ())::int as total from (${NAME_CHANGE} where ${WAITS}) w
        order by w."askedAt", w.id limit $1 offset $2`,
      [limit, offset],
    );
    return { rows: rows.map(({ total: _total, ...change }) => change), total: rows[0]?.total ?? 0 };
  }

  async takeBack(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.update(NameChangeEntity, { id }, { takenBackAt: at });
  }

  async decide(
    tx: EntityManager,
    id: string,
    { by, at, accepted, words }: { by: string; at: Date; accepted: boolean; words: string },
  ): Promise<void> {
    await tx.update(NameChangeEntity, { id }, { decidedBy: by, decidedAt: at, accepted, decision: words });
  }

  /**
   * Somebody's certificates that bear another name, in the order in which they are locked. What has expired stays as it was
   * printed.
   */
  async otherwiseNamed(
    personId: string,
    name: string,
    today: Day,
    tx: EntityManager = this.source.manager,
  ): Promise<Reissue> {
    const rows = await tx.query<(NamedCertificate & { questioned: boolean })[]>(
      `select c.id, c.number, c.facts ->> 'scheme' as scheme, ${IS_IN_QUESTION} as questioned from certificate c
        where c.person_id = $1 and c.state in ('issued', 'suspended') and c.facts ->> 'holder' <> $2
          and coalesce((c.facts ->> 'validUntil')::date >= $3::date, true)
        order by c.id`,
      [personId, name, today],
    );
    const named = rows.map(({ questioned: _questioned, ...certificate }) => certificate);
    return {
      replaced: named.filter((_, at) => !rows[at]!.questioned),
      inQuestion: named.filter((_, at) => rows[at]!.questioned),
    };
  }
}
