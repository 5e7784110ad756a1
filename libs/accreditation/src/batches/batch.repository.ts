import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { SchemeEntity } from '../scheme/scheme.entity';
import type { Batch, BatchCame, BatchRow, BatchScheme } from './batch';
import { BatchEntity } from './batch.entity';
import { BatchRowEntity, type BatchResult } from './batch-row.entity';
import type { BatchOutcome, DryRow } from './dry-run';

const BATCH = `
  select b.id, b.scheme_id as "schemeId", b.political_group as "politicalGroup", b.body_id as "bodyId", b.capacity,
         b.until_day::text as "untilDay", b.only_without as "onlyWithout", b.digest, b.made_by as "madeBy",
         b.made_at as "madeAt", b.begun_by as "begunBy", b.begun_at as "begunAt", b.finished_at as "finishedAt",
         s.name as scheme, d.name as body, o.name as "madeByName", q.name as "begunByName",
         n.to_issue as "toIssue", n.has_one as "hasOne", n.others, n.not_met as "notMet", n.issued, n.not_issued as "notIssued"
    from batch b
    join scheme s on s.id = b.scheme_id
    left join body_standing d on d.id = b.body_id
    left join person_current o on o.id = b.made_by
    left join person_current q on q.id = b.begun_by
    cross join lateral (
      select count(*) filter (where outcome = 'issue')::int as to_issue,
             count(*) filter (where outcome = 'has_one')::int as has_one,
             count(*) filter (where outcome in ('revoked', 'own'))::int as others,
             count(*) filter (where outcome = 'not_met')::int as not_met,
             count(*) filter (where result = 'issued')::int as issued,
             count(*) filter (where result <> 'issued')::int as not_issued
        from batch_row where batch_id = b.id) n`;

/** Which rows are wanted; all when nothing is said. */
export interface WantedRows {
  outcome?: BatchOutcome | undefined;
  came?: BatchCame | undefined;
}

@Injectable()
export class BatchRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, batch: BatchEntity, rows: readonly DryRow[]): Promise<void> {
    await tx.insert(BatchEntity, batch);
    await tx.query(
      `insert into batch_row (batch_id, person_id, nth, name, outcome, detail)
       select $1, r.person_id, r.nth, r.name, r.outcome, r.detail
         from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
              with ordinality as r (person_id, name, outcome, detail, nth)`,
      [
        batch.id,
        rows.map(({ personId }) => personId),
        rows.map(({ name }) => name),
        rows.map(({ outcome }) => outcome),
        rows.map((row) => row.detail),
      ],
    );
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<Batch | undefined> {
    const [row] = await tx.query<Batch[]>(`${BATCH} where b.id = $1`, [id]);
    return row;
  }

  /** The row, kept from everybody else until the end of the transaction. */
  async lock(tx: EntityManager, id: string): Promise<Batch | undefined> {
    await tx.query('select from batch where id = $1 for update', [id]);
    return this.find(id, tx);
  }

  /** The newest first. */
  newest(limit: number): Promise<Batch[]> {
    return this.source.query<Batch[]>(`${BATCH} order by b.made_at desc, b.id limit $1`, [limit]);
  }

  /** By name as they were then. */
  async rows(
    id: string,
    { outcome, came, limit, offset }: WantedRows & { limit: number; offset: number },
    tx: EntityManager = this.source.manager,
  ): Promise<{ rows: BatchRow[]; total: number }> {
    const rows = await tx.query<(BatchRow & { total: number })[]>(
      `select r.person_id as "personId", r.nth, r.outcome, r.detail, r.done_at as "doneAt", r.result, r.why,
              r.name, c.number, (count(*) over ())::int as total
         from batch_row r
         left join certificate c on c.id = r.certificate_id
        where r.batch_id = $1 and ($2::text is null or r.outcome = $2)
          and case $3::text when 'issued' then r.result = 'issued' when 'not_issued' then r.result <> 'issued'
                   when 'waiting' then r.outcome = 'issue' and r.done_at is null else true end
        order by r.nth limit $4 offset $5`,
      [id, outcome ?? null, came ?? null, limit, offset],
    );
    return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  async begin(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(BatchEntity, { id }, { begunBy: by, begunAt: at });
  }

  /** Those that were begun and are not finished, the oldest first. */
  async underWay(): Promise<Pick<BatchEntity, 'id' | 'schemeId' | 'begunBy'>[]> {
    return this.source.query<Pick<BatchEntity, 'id' | 'schemeId' | 'begunBy'>[]>(
      `select id, scheme_id as "schemeId", begun_by as "begunBy" from batch
        where begun_at is not null and finished_at is null order by begun_at, id`,
    );
  }

  /** Whose row is next, kept from every other worker until the end of the transaction. In the order of ids. */
  async next(tx: EntityManager, batchId: string): Promise<string | undefined> {
    const [row] = await tx.query<Pick<BatchRowEntity, 'personId'>[]>(
      `select person_id as "personId" from batch_row where batch_id = $1 and outcome = 'issue' and done_at is null
        order by person_id limit 1 for update skip locked`,
      [batchId],
    );
    return row?.personId;
  }

  async done(
    tx: EntityManager,
    { batchId, personId }: { batchId: string; personId: string },
    came: { result: BatchResult; certificateId?: string; why?: string },
    at: Date,
  ): Promise<void> {
    const { result, certificateId = null, why = null } = came;
    await tx.update(BatchRowEntity, { batchId, personId }, { result, certificateId, why, doneAt: at });
  }

  /** When nothing is left of it. Another worker may have its last row in hand, and finishes it. */
  async finish(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.query(
      `update batch set finished_at = $2 where id = $1 and finished_at is null and begun_at is not null
          and not exists (select from batch_row where batch_id = $1 and outcome = 'issue' and done_at is null)`,
      [id, at],
    );
  }

  /** All schemes, by name. */
  schemes(today: Day): Promise<BatchScheme[]> {
    return this.source.query<BatchScheme[]>(
      `select s.id, s.name, s.issued_by as "issuedBy",
              exists (select from scheme_version v where v.scheme_id = s.id and v.state = 'adopted' and v.effective_from <= $1)
                as "isInEffect"
         from scheme s order by s.name, s.id`,
      [today],
    );
  }

  /** @returns false when there is no such scheme, or it is so already */
  async setIssuedBy(tx: EntityManager, schemeId: string, issuedBy: SchemeEntity['issuedBy']): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      'update scheme set issued_by = $2 where id = $1 and issued_by <> $2 returning 1',
      [schemeId, issuedBy],
    );
    return rows.length > 0;
  }
}
