import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { CertificateEntity } from '../certificate/certificate.entity';
import { WAITS } from '../certificate/revocation.repository';
import { MADE_OF_EVIDENCE } from '../awards/lost-awards.repository';
import { EvidenceEntity } from '../requirements/evidence.entity';
import type { RequirementEntity } from '../requirements/requirement.entity';
import { WithdrawalLetterEntity } from './withdrawal-letter.entity';

/** That somebody met a requirement, as it is on record. */
export interface EvidenceOnRecord extends EvidenceEntity {
  /** The requirement's. */
  title: RequirementEntity['title'];
  acceptedByName: PersonCurrent['name'] | null;
  withdrawnByName: PersonCurrent['name'] | null;
}

/** A certificate in force that rests on evidence; `waits`: it is proposed already to revoke it. */
export type RestingCertificate = Pick<CertificateEntity, 'id' | 'number'> & { waits: boolean };

const ON_RECORD = `
  select e.id, e.person_id as "personId", e.requirement_id as "requirementId", e.kind, e.source, e.met_on::text as "metOn",
         e.valid_until::text as "validUntil", e.accepted_by as "acceptedBy", e.recorded_at as "recordedAt",
         e.withdrawn_at as "withdrawnAt", e.withdrawn_by as "withdrawnBy", e.withdrawn_reason as "withdrawnReason",
         r.title, a.name as "acceptedByName", w.name as "withdrawnByName"
    from evidence e
    join requirement r on r.id = e.requirement_id
    left join person_current a on a.id = e.accepted_by
    left join person_current w on w.id = e.withdrawn_by`;

@Injectable()
export class WithdrawalRepository {
  constructor(private readonly source: DataSource) {}

  /** By requirement, the newest first. */
  ofPerson(personId: string): Promise<EvidenceOnRecord[]> {
    return this.source.query<EvidenceOnRecord[]>(
      `${ON_RECORD} where e.person_id = $1 order by r.title, r.id, e.met_on desc, e.recorded_at desc, e.id`,
      [personId],
    );
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<EvidenceOnRecord | undefined> {
    const [row] = await tx.query<EvidenceOnRecord[]>(`${ON_RECORD} where e.id = $1`, [id]);
    return row;
  }

  /** @returns false when it is withdrawn already */
  async withdraw(tx: EntityManager, id: string, by: string, reason: string, at: Date): Promise<boolean> {
    const [, changed] = await tx.query<[unknown[], number]>(
      `update evidence set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4 where id = $1 and withdrawn_at is null`,
      [id, at, by, reason],
    );
    return changed === 1;
  }

  /** What rests on those rows of a source and counts. */
  async bySource(
    tx: EntityManager,
    kind: EvidenceEntity['kind'],
    sources: readonly string[],
  ): Promise<EvidenceOnRecord[]> {
    return tx.query<EvidenceOnRecord[]>(
      `${ON_RECORD} where e.kind = $1 and e.source = any($2::uuid[]) and e.withdrawn_at is null order by e.id`,
      [kind, sources],
    );
  }

  /** They are told of it when letters are written. */
  async tellLater(tx: EntityManager, id: string): Promise<void> {
    await tx.insert(WithdrawalLetterEntity, { evidenceId: id, writtenAt: null });
  }

  /** Of whose withdrawal nobody has told yet. */
  async withoutLetter(): Promise<string[]> {
    const rows = await this.source.query<Pick<WithdrawalLetterEntity, 'evidenceId'>[]>(
      'select evidence_id as "evidenceId" from withdrawal_letter where written_at is null order by evidence_id limit 200',
    );
    return rows.map(({ evidenceId }) => evidenceId);
  }

  /** @returns false when it was written already */
  async letterWritten(tx: EntityManager, id: string, at: Date): Promise<boolean> {
    const { affected } = await tx.update(
      WithdrawalLetterEntity,
      { evidenceId: id, writtenAt: IsNull() },
      { writtenAt: at },
    );
    return affected === 1;
  }

  /** Certificates in force of awards that were made of it. An award keeps what it rests on by course or requirement, and by day. */
  async restingOn(id: string, tx: EntityManager = this.source.manager): Promise<RestingCertificate[]> {
    return tx.query<RestingCertificate[]>(
      `select c.id, c.number, exists (select from revocation v where v.certificate_id = c.id and ${WAITS}) as waits
         from evidence e
         join certificate c on c.person_id = e.person_id and c.state in ('issued', 'suspended')
         join award a on a.id = c.award_id
        where e.id = $1 and ${MADE_OF_EVIDENCE}
        order by c.number`,
      [id],
    );
  }
}
