import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { FILE_OF, type StoredFile } from '../attached/attached-files';
import type { SchemeEntity } from '../scheme/scheme.entity';
import { ProposedRepository, waits } from '../second-officer/proposed.repository';
import type { ByHand } from './by-hand';
import { ByHandEntity } from './by-hand.entity';
import { ByHandFileEntity } from './by-hand-file.entity';

export type NewByHand = Pick<
  ByHandEntity,
  'id' | 'personId' | 'schemeId' | 'achievedOn' | 'shown' | 'reason' | 'proposedBy' | 'proposedAt'
>;

/** A scheme that certificates are issued of, and its first day. */
export type SchemeByHand = Pick<SchemeEntity, 'id' | 'name'> & { since: Day };

const BY_HAND = `
  select h.id, h.person_id as "personId", h.scheme_id as "schemeId", h.achieved_on::text as "achievedOn", h.shown, h.reason,
         h.proposed_by as "proposedBy", h.proposed_at as "proposedAt", h.confirmed_by as "confirmedBy",
         h.confirmed_at as "confirmedAt", h.withdrawn_by as "withdrawnBy", h.withdrawn_at as "withdrawnAt",
         h.certificate_id as "certificateId", p.name, s.name as scheme, o.name as "proposedByName",
         q.name as "confirmedByName", c.number, ${FILE_OF}
    from by_hand h
    join scheme s on s.id = h.scheme_id
    join person_current p on p.id = h.person_id
    left join person_current o on o.id = h.proposed_by
    left join person_current q on q.id = h.confirmed_by
    left join certificate c on c.id = h.certificate_id
    left join by_hand_file f on f.by_hand_id = h.id`;
const WAITS = waits('h');

@Injectable()
export class ByHandRepository extends ProposedRepository<ByHandEntity> {
  constructor(private readonly source: DataSource) {
    super(ByHandEntity);
  }

  async addFile(tx: EntityManager, byHandId: string, file: StoredFile): Promise<void> {
    await tx.insert(ByHandFileEntity, { byHandId, ...file });
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
  async waiting(limit: number, offset: number): Promise<{ rows: ByHand[]; total: number }> {
    const rows = await this.source.query<(ByHand & { total: number })[]>(
      `select w.*, (count(*) over ())::int as total from (${BY_HAND} where ${WAITS}) w
        order by w."proposedAt", w.id limit $1 offset $2`,
      [limit, offset],
    );
    return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** What can be issued: schemes that have come into effect, by name. */
  schemes(today: Day): Promise<SchemeByHand[]> {
    return this.source.query<SchemeByHand[]>(
      `select s.id, s.name, min(v.effective_from)::text as since
         from scheme s join scheme_version v on v.scheme_id = s.id and v.state = 'adopted' and v.effective_from <= $1
        group by s.id order by s.name, s.id`,
      [today],
    );
  }
}
