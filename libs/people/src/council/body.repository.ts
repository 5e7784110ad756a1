import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BodyRuleEntity } from './body-rule.entity';
import { BodyEntity } from './body.entity';
import { BodyNameIsTaken, ExternalIdIsTaken } from './council.errors';
import { PERIOD_OF, type Period, rangeOf } from './period';
import { RECORD_OF } from './superseding';

export type Body = Pick<BodyEntity, 'id' | 'kind' | 'name' | 'nameCy' | 'externalId' | 'colour'> & Period;

export type BodyRule = Omit<BodyRuleEntity, 'during'> & Period;

const BODY = `select b.id, b.kind, b.name, b.name_cy as "nameCy", b.external_id as "externalId", b.colour, ${PERIOD_OF('b.during')} from body b`;

@Injectable()
export class BodyRepository {
  constructor(private readonly source: DataSource) {}

  /** @throws BodyNameIsTaken, ExternalIdIsTaken */
  async add(tx: EntityManager, body: Body, at: Date, by: string | null): Promise<void> {
    const { from, until, ...said } = body;
    const row = { ...said, during: rangeOf({ from, until }), recordedAt: at, recordedBy: by };
    await inWords(tx.insert(BodyEntity, row));
  }

  /** @throws BodyNameIsTaken, ExternalIdIsTaken */
  async change(tx: EntityManager, body: Body): Promise<void> {
    const { id, from, until, name, nameCy, externalId, colour } = body;
    const during = rangeOf({ from, until });
    await inWords(tx.update(BodyEntity, id, { name, nameCy, externalId, colour, during }));
  }

  async find(tx: EntityManager, id: string, lock: 'share' | 'no key update'): Promise<Body | undefined> {
    const [row] = await tx.query<Body[]>(`${BODY} where b.id = $1 for ${lock}`, [id]);
    return row;
  }

  async all(tx: EntityManager = this.source.manager): Promise<Body[]> {
    return tx.query<Body[]>(`${BODY} order by fold_name(b.name), b.name`);
  }

  /** Whether somebody sits on it on a day that is not in that period. */
  async hasMembersOutside(tx: EntityManager, id: string, { from, until }: Period): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select 1 from membership where body_id = $1 and superseded_at is null
          and not during <@ daterange($2::date, $3::date) limit 1`,
      [id, from, until],
    );
    return rows.length > 0;
  }

  /** What is said today, the oldest first. */
  async rules(tx: EntityManager, bodyId: string): Promise<BodyRule[]> {
    return tx.query<BodyRule[]>(
      `select r.id, r.body_id as "bodyId", r.substitutes, ${PERIOD_OF('r.during')}, ${RECORD_OF('r')}
         from body_rule r where r.body_id = $1 and r.superseded_at is null order by lower(r.during)`,
      [bodyId],
    );
  }

  async addRule(
    tx: EntityManager,
    { from, until, ...rule }: Omit<BodyRule, 'supersededAt' | 'supersededBy' | 'reason'>,
  ): Promise<void> {
    await tx.insert(BodyRuleEntity, { ...rule, during: rangeOf({ from, until }) });
  }
}

async function inWords(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'body_name') throw new BodyNameIsTaken();
    if (constraint === 'body_external_id_key') throw new ExternalIdIsTaken();
    throw error;
  }
}
