import { DomainError } from '@induct/platform';
import type { DispatchState } from './dispatch.rules';

export class DispatchNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Dispatch not found';
}

/** Only versions that members get, or have had, may go to others. */
export class NotToBeDispatched extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This version was never published';
}

export class OrderNotDispatched extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This module sets an order for its parts';
  override readonly remedy =
    'Another learning system keeps only one place, so a module that leads through its parts by rules cannot go there.';
}

export class DispatchIsRevoked extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This dispatch is revoked';
}

export class TooManyZips extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Its zips were downloaded very often';
  override readonly remedy = 'Each of them works by itself. Make a new dispatch instead of downloading more.';
}

/** What whoever learns at a partner reads when the module cannot be opened. */
const CLOSED: Record<Exclude<DispatchState, 'open'>, { title: string; message: string }> = {
  revoked: {
    title: 'This module is no longer available here',
    message: 'The council that provides it has ended it for your organisation.',
  },
  withdrawn: {
    title: 'This module is no longer available',
    message: 'The council that provides it has withdrawn it.',
  },
  over: {
    title: 'The time for this module is over',
    message: 'The council that provides it had agreed a last day with your organisation, and it has passed.',
  },
  full: {
    title: 'This module has been opened as often as was agreed',
    message: 'The council that provides it had agreed a number with your organisation, and it is used up.',
  },
};

export class DispatchIsClosed extends DomainError {
  readonly kind = 'ended';
  readonly title: string;
  override readonly remedy =
    'What you have done so far is kept by your learning system. Tell whoever looks after it there what you read here.';

  constructor(state: Exclude<DispatchState, 'open'>) {
    super(CLOSED[state].message);
    this.title = CLOSED[state].title;
  }
}

export class ZipUnknown extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'This module is not known here';
  override readonly remedy =
    'Tell whoever looks after your learning system: it may have an older or a changed package.';
}
