import { DomainError } from '@induct/platform';
import type { WelshName } from './welsh-names.repository';

export class NoSuchName extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such scheme or requirement';
  override readonly remedy = 'Go back to the Welsh names and choose another.';
}

/** Somebody else has named it since. */
export class NamedMeanwhile extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody else has changed this name meanwhile: save again to put yours in its place';

  constructor(readonly of: Pick<WelshName, 'kind' | 'id' | 'welsh'>) {
    super();
  }
}
