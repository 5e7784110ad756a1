import { DomainError } from '@induct/platform';

export class SchemeNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such scheme';
  override readonly remedy = 'Go back to the list of schemes.';
}
