import { DomainError } from '@induct/platform';

export class CertificateNotFound extends DomainError {
  readonly status = 404;
  readonly title = 'Certificate not found';
  override readonly remedy = 'Check the number, or go back to the list of certificates.';
}

export class CertificateIsNotInForce extends DomainError {
  readonly status = 409;
  readonly title = 'This certificate is not in force';
  override readonly remedy = 'It was revoked or replaced before. Look it up in the register to see when and by whom.';
}

export class CertificateIsBeingPrepared extends DomainError {
  readonly status = 409;
  readonly title = 'This certificate is still being prepared';
  override readonly remedy = 'It takes a few seconds. Go back, wait a moment and try again.';
}
