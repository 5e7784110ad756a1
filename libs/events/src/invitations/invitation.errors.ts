import { DomainError } from '@induct/platform';

/** A link that is unknown, was revoked, or whose guest is forgotten: nobody is told which. */
export class InvitationNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly title = 'This link does not work';
  override readonly remedy = 'Perhaps only a part of it was copied, or it works no more. Ask whoever sent it to you.';
}

export class NoPlacesForPartners extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'That session has no places for partner councils';
  override readonly remedy = 'Give it some where its places are changed, and invite them then.';
}

export class NotToBeBooked extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'That session cannot be booked: it is not confirmed, or it has begun';
}

export class TooManyRequests extends DomainError {
  readonly kind = 'too-many';
  readonly title = 'Too many people have asked for a place by this link in a short time';
  override readonly remedy = 'Please try again tomorrow, or ask whoever sent you the link.';
}
