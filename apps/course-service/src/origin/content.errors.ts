import { DomainError } from '@induct/platform';

export class ContentNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such file in this module';

  constructor() {
    super('The module asked for a file that its package does not hold.');
  }
}

export class ServiceWorkersRefused extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Modules cannot install service workers';

  constructor() {
    super('A service worker would outlive the module and could answer in the name of others.');
  }
}
