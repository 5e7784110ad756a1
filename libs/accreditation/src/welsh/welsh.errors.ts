import { DomainError } from '@induct/platform';

export class NoSuchName extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such scheme or requirement';
  override readonly remedy = 'Go back to the Welsh names and choose another.';
}
