import { DomainError } from '@induct/platform';

export class DoubtNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is nothing to look at';
  override readonly remedy = 'Go back to the member’s page.';

  constructor() {
    super('Nothing speaks against this completion.');
  }
}

export class LookedAtAlready extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody has looked at this already';
  override readonly remedy = 'The member’s page says who, and what they said.';

  constructor() {
    super('What was said then stays.');
  }
}

export class OwnCompletion extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'This is your own completion';
  override readonly remedy = 'Ask another officer to look at it.';

  constructor() {
    super('Nobody says of their own work that it counts.');
  }
}
