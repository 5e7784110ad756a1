import { DomainError } from '@induct/platform';

export class TasterMustBePublished extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Members do not see this module yet';
  override readonly remedy = 'Publish a version of it first: whoever tries it gets the version that members get.';
}

export class TasterIsNotCore extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'A core skills module cannot be tried without an account';
  override readonly remedy =
    'The certificate asks for core skills modules, and nothing may be claimed by a module that anybody can try. Choose another module, or say that this one is no core skills module.';
}

export class TasterIsAskedFor extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'A scheme or a mandate asks for this module';
  override readonly remedy = 'Nothing may be claimed by a module that anybody can try. Choose another module.';
}

export class OrderIsNoTaster extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This module sets an order for its parts';
  override readonly remedy =
    'Without an account only the browser keeps the place, and it cannot keep where somebody is in a module that leads through its parts by rules. Choose another module.';
}

/** Said to whoever tries it, on the content origin. */
export class TasterIsClosed extends DomainError {
  readonly kind = 'ended';
  readonly title = 'Open this module from the Members Area';
  override readonly remedy =
    'Your place is kept in this browser. Go to “Thinking about being a councillor”, and start it there again.';

  constructor() {
    super('This address works for a day or two, and not for ever.');
  }
}
