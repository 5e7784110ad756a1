import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Recorded } from './as-recorded';
import { BodyNameIsTaken, ExternalIdIsTaken } from './council.errors';
import type { BodyKind, Substitutes } from './council.words';
import { PERIOD_OF, type Period } from './period';
import { RECORD_OF } from './superseding';

export interface Body extends Period {
  id: string;
  kind: BodyKind;
  name: string;
  nameCy: string | null;
  externalId: string | null;
}

export interface BodyRule extends Period, Recorded {
  id: string;
  bodyId: string;
  substitutes: Substitutes;
  recordedBy: string | null;
  replaces: string | null;
  supersededBy: string | null;
  reason: string | null;
}

const BODY = `select b.id, b.kind, b.name, b.name_cy as "nameCy", b.external_id as "externalId", ${PERIOD_OF('b.during')} from body b`;

@Injectable()
export class BodyRepository {
  constructor(private readonly source: DataSource) {}

  /** @throws BodyNameIsTaken, ExternalIdIsTaken */
  async add(tx: EntityManager, body: Body, at: Date, by: string | null): Promise<void> {
    await inWords(
      tx.query(
        `insert into body (id, kind, name, name_cy, external_id, during, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, daterange($6::date, $7::date), $8, $9)`,
        [body.id, body.kind, body.name, body.nameCy, body.externalId, body.from, body.until, at, by],
      ),
    );
  }

  /** @throws BodyNameIsTaken, ExternalIdIsTaken */
  async change(tx: EntityManager, body: Body): Promise<void> {
    await inWords(
      tx.query(
        'update body set name = $2, name_cy = $3, external_id = $4, during = daterange($5::date, $6::date) where id = $1',
        [body.id, body.name, body.nameCy, body.externalId, body.from, body.until],
      ),
    );
  }

  async find(tx: EntityManager, id: string, lock: 'share' | 'no key update'): Promise<Body | undefined> {
    const [row] = await tx.query<Body[]>(`${BODY} where b.id = $1 for ${lock}`, [id]);
    return row;
  }

  async all(tx: EntityManager = this.source.manager): Promise<Body[]> {
    return tx.query(`${BODY} order by fold_name(b.name), b.name`);
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
    return tx.query(
      `select r.id, r.body_id as "bodyId", r.substitutes, ${PERIOD_OF('r.during')}, ${RECORD_OF('r')}
         from body_rule r where r.body_id = $1 and r.superseded_at is null order by lower(r.during)`,
      [bodyId],
    );
  }

  async addRule(
    tx: EntityManager,
    rule: Pick<BodyRule, 'id' | 'bodyId' | 'substitutes' | 'recordedAt' | 'recordedBy' | 'replaces'> & Period,
  ): Promise<void> {
    await tx.query(
      `insert into body_rule (id, body_id, during, substitutes, recorded_at, recorded_by, replaces)
       values ($1, $2, daterange($3::date, $4::date), $5, $6, $7, $8)`,
      [rule.id, rule.bodyId, rule.from, rule.until, rule.substitutes, rule.recordedAt, rule.recordedBy, rule.replaces],
    );
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
