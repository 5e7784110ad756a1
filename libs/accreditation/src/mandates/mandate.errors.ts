import { britishDate, DomainError } from '@induct/platform';
import type { MandateEntity } from './mandate.entity';

export class MandateNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'There is no such mandate';
  override readonly remedy = 'Go back to the list of mandates.';
}

export class MandateIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This was decided before';
  override readonly remedy = 'Look at the mandate to see what became of it.';
}

/** Nobody adopts what they propose. */
export class OwnMandate extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Somebody else has to adopt this';
  override readonly remedy = 'You proposed it. Ask another officer to look at it, or withdraw it.';
}

/** Nobody lets themselves off. */
export class AsksYouOnly extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'This asks you, and nobody else';
  override readonly remedy = 'Ask another officer to look at it.';
}

/** It does not ask yet, or no longer. */
export class MandateIsNotInForce extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This mandate is not in force';
  override readonly remedy = 'Only a mandate that was adopted and has not ended can be ended.';
}

/** Champions ask their own group, and nobody else. */
export class NotYourGroup extends DomainError {
  readonly kind = 'not-allowed';
  readonly title = 'Champions propose for their own group only';
  override readonly remedy = 'Ask an officer to propose it.';
}

/** One is enough: people would be written to twice of the same. */
export class EventIsAskedAlready extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This is asked of them already, or a mandate for it waits for a second person';
  override readonly remedy = 'Look at the list of mandates.';
}

/** Once is enough: it says which was first. */
export class SameIsProposed extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy: string;

  constructor(first: Pick<MandateEntity, 'title' | 'outcome' | 'proposedAt'> & { proposedByName: string | null }) {
    super();
    const who = `${first.proposedByName ?? 'somebody who has left'} proposed it on ${britishDate(first.proposedAt)}`;
    const waits = first.outcome === null;
    const stands = waits ? 'and waits for a second person' : 'by the same day, and is in force';
    this.title = `“${first.title}” asks the same people for the same, ${stands}: ${who}`;
    this.remedy = waits
      ? 'Wait for the answer. If something else is meant, withdraw that one first, or have it refused.'
      : 'Choose something else, or another day.';
  }
}

/** A certificate says what was met by its name. */
export class EventCannotBePrinted extends DomainError {
  readonly kind = 'incomplete';
  readonly title: string;
  override readonly remedy = 'Change the name of the event, then ask for it.';

  constructor(letters: readonly string[]) {
    super();
    this.title = `Certificates cannot print ${letters.join(' ')} in the event’s name`;
  }
}

/** What somebody chose does not go together. */
export class MandateMakesNoSense extends DomainError {
  readonly kind = 'bad-input';

  constructor(
    /** The field of the form where it shows. */
    readonly field: 'who' | 'anchor' | 'what' | 'capacities' | 'fixed' | 'last',
    readonly title: string,
  ) {
    super();
  }
}
