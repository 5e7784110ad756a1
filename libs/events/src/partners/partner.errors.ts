import { DomainError } from '@induct/platform';

export class PartnerNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such partner';
}

export class PartnerIsThere extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is a partner of that name already';
}
