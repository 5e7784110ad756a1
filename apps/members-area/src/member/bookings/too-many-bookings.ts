import { Injectable } from '@nestjs/common';
import { Allowance, Clock, DomainError } from '@induct/platform';

const PER_MINUTE = 20;

export class TooManyBookings extends DomainError {
  readonly kind = 'too-many';
  readonly title = 'Too many bookings in a short time';
  override readonly remedy = 'Please wait a minute, then book again.';
}

/** How often one person may book, cancel and move. */
@Injectable()
export class BookingAllowance {
  private readonly allowance = new Allowance(PER_MINUTE);

  constructor(private readonly clock: Clock) {}

  /** @throws TooManyBookings */
  take(personId: string): void {
    if (this.allowance.take(personId, this.clock.now().getTime()) > 0) throw new TooManyBookings();
  }
}
