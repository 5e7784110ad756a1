import { Injectable } from '@nestjs/common';
import { prepared } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { CERTIFICATE, type Certificate, type NewCertificate } from './certificate';
import { CertificateEntity } from './certificate.entity';
import { CertificateIsNotInForce, CertificateNotFound } from './certificate.errors';
import { isRevocable } from './validity';

@Injectable()
export class CertificateRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns false when the number is taken */
  async add(tx: EntityManager, certificate: NewCertificate): Promise<boolean> {
    const rows = await prepared<Pick<CertificateEntity, 'id'>>(
      tx,
      'accreditation: certificate',
      `insert into certificate
         (id, award_id, person_id, number, secret, holder_name, facts, template, issued_at,
          template_version_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (number) do nothing
       returning id`,
      [
        certificate.id,
        certificate.awardId,
        certificate.personId,
        certificate.number,
        certificate.secret,
        certificate.holderName,
        JSON.stringify(certificate.facts),
        certificate.template,
        certificate.issuedAt,
        certificate.templateVersionId,
      ],
    );
    return rows.length > 0;
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
