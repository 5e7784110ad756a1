import { DomainError } from '@induct/platform';

export class NothingRecorded extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'We could not read that';

  constructor() {
    super('Nothing was recorded. Reload the page and try again.');
  }
}
