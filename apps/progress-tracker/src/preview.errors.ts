import { DomainError } from '@induct/platform';

export class NothingRecorded extends DomainError {
  readonly status = 400;
  readonly title = 'We could not read that';

  constructor() {
    super('Nothing was recorded. Reload the page and try again.');
  }
}
