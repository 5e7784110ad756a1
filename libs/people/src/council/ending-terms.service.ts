import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { CouncilActs } from './council-acts';
import { Memberships } from './memberships.service';
import { type CorrectedTerm, Terms } from './terms.service';

/** A term that ends, and the seats that end with it. */
export interface EndedTerm extends CorrectedTerm {
  until: Day;
  /** Memberships of the same person. */
  seats: readonly string[];
}

/** Somebody's term ends, and what they sit on with it. */
@Injectable()
export class EndingTerms {
  constructor(
    private readonly terms: Terms,
    private readonly memberships: Memberships,
    private readonly acts: CouncilActs,
  ) {}

  /** All of it, or nothing. @returns the id of what is said of the term now @throws what `Terms.correct` and `Memberships.end` throw */
  end({ seats, ...term }: EndedTerm): Promise<string> {
    return this.acts.in(undefined, async (tx) => {
      const id = await this.terms.correct(term, tx);
      const { until, by, reason } = term;
      for (const membershipId of seats) await this.memberships.end({ membershipId, until, by, reason }, tx);
      return id;
    });
  }
}
