import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FILE_OF, type StoredFile } from '../attached/attached-files';
import type { Claim } from './claim';
import { ClaimEntity } from './claim.entity';
import { ClaimFileEntity } from './claim-file.entity';

export type NewClaim = Pick<
  ClaimEntity,
  'id' | 'personId' | 'requirementId' | 'kind' | 'doneOn' | 'validUntil' | 'words' | 'sentAt' | 'enteredBy' | 'firstBy'
>;

const CLAIM = `
  select c.id, c.person_id as "personId", c.requirement_id as "requirementId", c.kind, c.done_on::text as "doneOn",
         c.valid_until::text as "validUntil", c.words, c.sent_at as "sentAt", c.entered_by as "enteredBy", c.first_by as "firstBy",
         c.decided_by as "decidedBy", c.decided_at as "decidedAt", c.taken_back_at as "takenBackAt", c.accepted, c.decision, p.name, r.title,
         o.name as "enteredByName",
         e.valid_until::text as "countsUntil", e.withdrawn_at as "withdrawnAt", e.withdrawn_reason as "withdrawnReason",
         ${FILE_OF}
    from claim c
    join requirement r on r.id = c.requirement_id
    join person_current p on p.id = c.person_id
    left join person_current o on o.id = c.entered_by
    left join claim_file f on f.claim_id = c.id
    left join evidence e on e.requirement_id = c.requirement_id and e.kind = c.kind and e.source = c.id`;

/** Of a person ($1), the newest first. */
export const CLAIMS_OF_PERSON = `${CLAIM} where c.person_id = $1 order by c.sent_at desc, c.id`;

/** Neither decided nor taken back: as the indexes have it. */
const WAITS = 'decided_at is null and taken_back_at is null';

@Injectable()
export class ClaimRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns false when one of the kind waits already */
  async add(tx: EntityManager, claim: NewClaim): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into claim (id, person_id, requirement_id, kind, done_on, valid_until, words, sent_at, entered_by, first_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (person_id, requirement_id, kind) where ${WAITS} do nothing returning 1`,
      [
        claim.id,
        claim.personId,
        claim.requirementId,
        claim.kind,
        claim.doneOn,
        claim.validUntil,
        claim.words,
        claim.sentAt,
        claim.enteredBy,
        claim.firstBy,
      ],
    );
    return rows.length > 0;
  }

  async addFile(tx: EntityManager, claimId: string, file: StoredFile): Promise<void> {
    await tx.insert(ClaimFileEntity, { claimId, ...file });
  }

  async find(id: string): Promise<Claim | undefined> {
    const [claim] = await this.source.query<Claim[]>(`${CLAIM} where c.id = $1`, [id]);
    return claim;
  }

  /** The row, kept from everybody else until the end of the transaction. */
  async lock(tx: EntityManager, id: string): Promise<Claim | undefined> {
    await tx.query('select from claim where id = $1 for update', [id]);
    const [claim] = await tx.query<Claim[]>(`${CLAIM} where c.id = $1`, [id]);
    return claim;
  }

  /** The newest first. */
  ofPerson(personId: string): Promise<Claim[]> {
    return this.source.query<Claim[]>(CLAIMS_OF_PERSON, [personId]);
  }

  /** Those that wait, the oldest first. */
  async waiting(limit: number, offset: number): Promise<{ rows: Claim[]; total: number }> {
    const rows = await this.source.query<(Claim & { total: number })[]>(
      `select w.*, (count(*) over ())::int as total from (${CLAIM} where ${WAITS}) w
        order by w."sentAt", w.id limit $1 offset $2`,
      [limit, offset],
    );
    return { rows: rows.map(({ total: _total, ...claim }) => claim), total: rows[0]?.total ?? 0 };
  }

  async acceptFirst(tx: EntityManager, id: string, by: string): Promise<void> {
    await tx.update(ClaimEntity, { id }, { firstBy: by });
  }

  async takeBack(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.update(ClaimEntity, { id }, { takenBackAt: at });
  }

  async decide(
    tx: EntityManager,
    id: string,
    { by, at, accepted, words }: { by: string; at: Date; accepted: boolean; words: string },
  ): Promise<void> {
    await tx.update(ClaimEntity, { id }, { decidedBy: by, decidedAt: at, accepted, decision: words });
  }
}
