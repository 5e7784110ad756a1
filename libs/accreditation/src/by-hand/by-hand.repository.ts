import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { SchemeEntity } from '../awards/scheme.entity';
import type { ByHand } from './by-hand';
import { ByHandEntity } from './by-hand.entity';

export type NewByHand = Pick<
  ByHandEntity,
  'id' | 'personId' | 'schemeId' | 'achievedOn' | 'shown' | 'reason' | 'proposedBy' | 'proposedAt'
>;

const BY_HAND = `
  select h.id, h.person_id as "personId", h.scheme_id as "schemeId", h.achieved_on::text as "achievedOn", h.shown, h.reason,
         h.proposed_by as "proposedBy", h.proposed_at as "proposedAt", h.confirmed_by as "confirmedBy",
         h.confirmed_at as "confirmedAt", h.withdrawn_by as "withdrawnBy", h.withdrawn_at as "withdrawnAt",
         h.certificate_id as "certificateId", p.name, s.name as scheme, o.name as "proposedByName",
         q.name as "confirmedByName", c.number
    from by_hand h
    join scheme s on s.id = h.scheme_id
    join person_current p on p.id = h.person_id
    left join person_current o on o.id = h.proposed_by
    left join person_current q on q.id = h.confirmed_by
    left join certificate c on c.id = h.certificate_id`;
const WAITS = 'h.confirmed_at is null and h.withdrawn_at is null';

@Injectable()
export class ByHandRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns false when one of the person and the scheme waits already */
  async propose(tx: EntityManager, row: NewByHand): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into by_hand (id, person_id, scheme_id, achieved_on, shown, reason, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (person_id, scheme_id) where confirmed_at is null and withdrawn_at is null do nothing returning 1`,
      [row.id, row.personId, row.schemeId, row.achievedOn, row.shown, row.reason, row.proposedBy, row.proposedAt],
    );
    return rows.length > 0;
  }

  async find(id: string): Promise<ByHand | undefined> {
    const [row] = await this.source.query<ByHand[]>(`${BY_HAND} where h.id = $1`, [id]);
    return row;
  }

  /** The row, kept from everybody else until the end of the transaction. */
  async lock(tx: EntityManager, id: string): Promise<ByHand | undefined> {
    await tx.query('select from by_hand where id = $1 for update', [id]);
    const [row] = await tx.query<ByHand[]>(`${BY_HAND} where h.id = $1`, [id]);
    return row;
  }

  /** What a certificate was issued by. */
  async ofCertificate(certificateId: string): Promise<ByHand | undefined> {
    const [row] = await this.source.query<ByHand[]>(`${BY_HAND} where h.certificate_id = $1`, [certificateId]);
    return row;
  }

  /** Those that wait, the oldest first. */
  async waiting(limit: number, offset: number): Promise<{ proposals: ByHand[]; total: number }> {
    const rows = await this.source.query<(ByHand & { total: number })[]>(
      `select w.*, (count(*) over ())::int as total from (${BY_HAND} where ${WAITS}) w
        order by w."proposedAt", w.id limit $1 offset $2`,
      [limit, offset],
    );
    return { proposals: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  async confirm(
    tx: EntityManager,
    id: string,
    { by, at, certificateId }: { by: string; at: Date; certificateId: string },
  ): Promise<void> {
    await tx.update(ByHandEntity, { id }, { confirmedBy: by, confirmedAt: at, certificateId });
  }

  async withdraw(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(ByHandEntity, { id }, { withdrawnBy: by, withdrawnAt: at });
  }

  /** Those of somebody that wait. */
  async fall(
    tx: EntityManager,
    proposedBy: string,
    by: string,
    at: Date,
  ): Promise<Pick<ByHandEntity, 'id' | 'personId'>[]> {
    const [rows] = await tx.query<[Pick<ByHandEntity, 'id' | 'personId'>[], number]>(
      `update by_hand h set withdrawn_by = $2, withdrawn_at = $3 where h.proposed_by = $1 and ${WAITS}
       returning h.id, h.person_id as "personId"`,
      [proposedBy, by, at],
    );
    return rows;
  }

  /** What can be issued: schemes that have come into effect, by name. */
  schemes(today: Day): Promise<Pick<SchemeEntity, 'id' | 'name'>[]> {
    return this.source.query<Pick<SchemeEntity, 'id' | 'name'>[]>(
      `select s.id, s.name from scheme s
        where exists (select from scheme_version v where v.scheme_id = s.id and v.state = 'adopted' and v.effective_from <= $1)
        order by s.name, s.id`,
      [today],
    );
  }
}
