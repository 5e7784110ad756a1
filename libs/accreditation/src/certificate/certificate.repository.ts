import { Injectable } from '@nestjs/common';
import { prepared } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { CERTIFICATE, type Certificate, type NewCertificate } from './certificate';
import { CertificateEntity } from './certificate.entity';
import { CertificateIsNotInForce, CertificateNotFound } from './certificate.errors';
import { isRevocable } from './validity';

/** Inserts what `certificateColumns` says. @param first the number of the first of its parameters */
export const INSERT_CERTIFICATES = (first: number, where = ''): string => {
  const types = ['uuid', 'uuid', 'uuid', 'text', 'text', 'text', 'jsonb', 'text', 'timestamptz', 'uuid'];
  return `
    insert into certificate
      (id, award_id, person_id, number, secret, holder_name, facts, template, issued_at, template_version_id)
    select c.* from unnest(${types.map((type, nth) => `$${first + nth}::${type}[]`).join(', ')})
      as c (id, award_id, person_id, number, secret, holder_name, facts, template, issued_at, template_version_id) ${where}`;
};

/** A parameter a column, with the values of all. */
export const certificateColumns = (certificates: readonly NewCertificate[]): unknown[] => [
  certificates.map(({ id }) => id),
  certificates.map(({ awardId }) => awardId),
  certificates.map(({ personId }) => personId),
  certificates.map(({ number }) => number),
  certificates.map(({ secret }) => secret),
  certificates.map(({ holderName }) => holderName),
  certificates.map(({ facts }) => JSON.stringify(facts)),
  certificates.map(({ template }) => template),
  certificates.map(({ issuedAt }) => issuedAt),
  certificates.map(({ templateVersionId }) => templateVersionId),
];

@Injectable()
export class CertificateRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns the ids of those whose number was free */
  async addAll(tx: EntityManager, certificates: readonly NewCertificate[]): Promise<Set<string>> {
    const rows = await prepared<Pick<CertificateEntity, 'id'>>(
      tx,
      'accreditation: certificates',
      `${INSERT_CERTIFICATES(1)} on conflict (number) do nothing returning id`,
      certificateColumns(certificates),
    );
    return new Set(rows.map(({ id }) => id));
  }

  find(id: string, tx: EntityManager = this.source.manager): Promise<Certificate | undefined> {
    return this.one(tx, 'c.id = $1', id);
  }

  byNumber(number: string): Promise<Certificate | undefined> {
    return this.one(this.source.manager, 'c.number = $1', number);
  }

  /** @param sha256 hex */
  byPdf(sha256: string): Promise<Certificate | undefined> {
    return this.one(this.source.manager, `c.pdf_sha256 = decode($1, 'hex') and c.rendered_at is not null`, sha256);
  }

  /** The newest first. */
  byPerson(personId: string): Promise<Certificate[]> {
    return this.source.query<Certificate[]>(
      `select ${CERTIFICATE} from certificate c where c.person_id = $1 order by c.issued_at desc, c.id`,
      [personId],
    );
  }

  /** The row, kept from everybody else until the end of the transaction. */
  async lock(tx: EntityManager, id: string): Promise<Certificate | undefined> {
    await tx.query('select 1 from certificate where id = $1 for update', [id]);
    return this.find(id, tx);
  }

  /**
   * Several, before the first of them is on record: whoever is at one of them waits for the record, and we would wait for them.
   * @param those which they are; asked again once they are ours: another may have taken the place of one while we waited
   * @returns which they are now
   */
  async lockAll<One extends Pick<Certificate, 'id'>>(tx: EntityManager, those: () => Promise<One[]>): Promise<One[]> {
    const locked = new Set<string>();
    for (;;) {
      const all = await those();
      const left = all.map(({ id }) => id).filter((id) => !locked.has(id));
      if (left.length === 0) return all;
      for (const id of left.toSorted()) {
        await tx.query('select 1 from certificate where id = $1 for update', [id]);
        locked.add(id);
      }
    }
  }

  /** The same, to change it. @throws CertificateNotFound, CertificateIsNotInForce */
  async lockInForce(tx: EntityManager, id: string): Promise<Certificate> {
    const certificate = await this.lock(tx, id);
    if (!certificate) throw new CertificateNotFound();
    if (certificate.state !== 'issued') throw new CertificateIsNotInForce();
    return certificate;
  }

  /** The same for what may be suspended too. @throws CertificateNotFound, CertificateIsNotInForce */
  async lockRevocable(tx: EntityManager, id: string): Promise<Certificate> {
    const certificate = await this.lock(tx, id);
    if (!certificate) throw new CertificateNotFound();
    if (!isRevocable(certificate.state)) throw new CertificateIsNotInForce();
    return certificate;
  }

  async suspend(tx: EntityManager, id: string): Promise<void> {
    await tx.update(CertificateEntity, id, { state: 'suspended' });
  }

  /** After a suspension. */
  async letCount(tx: EntityManager, id: string): Promise<void> {
    await tx.update(CertificateEntity, id, { state: 'issued' });
  }

  async revoke(tx: EntityManager, id: string, revoked: { at: Date; by: string; reason: string }): Promise<void> {
    const { at: revokedAt, by: revokedBy, reason: revocationReason } = revoked;
    await tx.update(CertificateEntity, id, { state: 'revoked', revokedAt, revokedBy, revocationReason });
  }

  /** Takes it out of force, so that another may be issued for the same award in this transaction. */
  async withdraw(tx: EntityManager, id: string): Promise<void> {
    await tx.update(CertificateEntity, id, { state: 'replaced' });
  }

  async pointTo(tx: EntityManager, id: string, successorId: string): Promise<void> {
    await tx.update(CertificateEntity, id, { replacedBy: successorId });
  }

  private async one(tx: EntityManager, condition: string, value: string): Promise<Certificate | undefined> {
    const [row] = await tx.query<Certificate[]>(`select ${CERTIFICATE} from certificate c where ${condition}`, [value]);
    return row;
  }
}
