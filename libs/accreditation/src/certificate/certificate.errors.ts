import { DomainError } from '@induct/platform';
import type { Certificate } from './certificate';
import { pdfState } from './pdf-state';

export class CertificateNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Certificate not found';
  override readonly remedy = 'Check the number, or go back to the list of certificates.';
}

export class CertificateIsNotInForce extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This certificate is not in force';
  override readonly remedy =
    'It was suspended, revoked or replaced before. Look it up in the register to see when and by whom.';
}

export class CertificateIsInQuestion extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'An officer wants this certificate revoked or suspended';
  override readonly remedy = 'Decide that first: no other certificate takes its place until then.';
}

export class CertificateIsSuspended extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This certificate is suspended';
  override readonly remedy =
    'It does not count for now, and cannot be downloaded. Democratic Services can tell you why.';
}

export class CertificateIsBeingPrepared extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This certificate is still being prepared';
  override readonly remedy = 'It takes a few seconds. Go back, wait a moment and try again.';
}

export class CertificateCannotBeMade extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'The PDF of this certificate could not be made';
  override readonly remedy =
    'The award and its number stand. Democratic Services can see why, and the letter comes as soon as the PDF is there.';
}

/** Why the document of a certificate is not there. */
export const notThere = (certificate: Pick<Certificate, 'renderedAt' | 'renderError' | 'renderAttempts'>) =>
  pdfState(certificate) === 'being made' ? new CertificateIsBeingPrepared() : new CertificateCannotBeMade();

export class RevocationIsProposed extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'It is proposed already to revoke this certificate';
  override readonly remedy = 'Look at the certificate to see by whom and why, and confirm it or leave it in force.';
}

export class RevocationNotFound extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This proposal does not wait any more';
  override readonly remedy = 'It was withdrawn or decided since you opened the page. Look at the certificate again.';
}

export class OwnProposal extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'A second officer has to confirm it';
  override readonly remedy = 'You proposed to revoke this certificate yourself. Ask another officer to look at it.';
}

export class OwnCertificate extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'This is your own certificate';
  override readonly remedy = 'Ask another officer to look at it.';
}
