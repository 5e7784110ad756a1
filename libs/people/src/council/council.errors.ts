import { britishDate, DomainError, daysLater } from '@induct/platform';
import type { Period } from './period';

/** `from 8 May 2017 to 9 May 2021`: the last day is the one before `until`. */
export const periodInWords = ({ from, until }: Period): string =>
  until === null ? `since ${britishDate(from)}` : `from ${britishDate(from)} to ${britishDate(daysLater(until, -1))}`;

export class BodyNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Committee or group not found';
}

export class MembershipNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Membership not found';
}

export class ElectionNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Election not found';
}

export class NoSuchDivision extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'No term of office names this division';
  override readonly remedy = 'Somebody may have put it right meanwhile: look at the list of divisions.';
}

export class TermNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'Term of office not found';
}

export class EndsBeforeItBegins extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'The last day must not be before the first day';
}

export class ReasonIsMissing extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Say why it is put right';
}

/** Two people put the same thing right, or somebody went on with an old page. */
export class WasPutRightBefore extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody has changed this in the meantime';
  override readonly remedy = 'Go back, reload the page and look at what is recorded now.';
}

export class AlreadyOnThisBody extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'End that membership first, or put it right.';

  constructor(there: Period) {
    super();
    this.title = `They are on it already, ${periodInWords(there)}`;
  }
}

export class InAnotherGroup extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Nobody is in two political groups at a time. End the other membership first.';

  constructor(group: string, there: Period) {
    super();
    this.title = `They are in another group: ${group}, ${periodInWords(there)}`;
  }
}

export class OutsideTheBody extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'Check the days, or put right how long there has been such a body.';

  constructor(name: string, there: Period) {
    super();
    this.title = `${name} is there only ${periodInWords(there)}`;
  }
}

export class NoSuchCapacityHere extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Nobody can be that on this body';
  override readonly remedy =
    'Members of the council come from elections; political groups have members, a chair and a vice-chair.';
}

export class ElectionIsRecorded extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'This election is recorded already';
}

export class ElectionHasTerms extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'People were elected in it';
  override readonly remedy = 'Put their terms right first.';
}

export class DivisionIsMissing extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'A by-election needs its division, and only a by-election has one';
}

export class AlreadyInOffice extends DomainError {
  readonly kind = 'conflict';
  readonly title: string;
  override readonly remedy = 'End that term first, or put it right.';

  constructor(division: string, there: Period) {
    super();
    this.title = `They are in office for ${division}, ${periodInWords(there)}`;
  }
}

export class BeforeThePoll extends DomainError {
  readonly kind = 'bad-input';
  readonly title = 'Nobody takes office before the day of the poll';
}

export class BodyNameIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'There is one of this name at that time';
}

export class ExternalIdIsTaken extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Another body has this reference';
}

export class BodyHasMembers extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody sits on it on a day outside those';
  override readonly remedy = 'End or put right the memberships first.';
}

/** A political group comes from memberships for whoever has one on record. */
export class GroupComesFromMemberships extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Their group comes from what is recorded of the council';
  override readonly remedy = 'Change it under Council, on the page of the group.';
}
