import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { MandateRule } from './mandate-words';
import { wantedOf } from './occasions';
import { PersonFactsQueries } from './person-facts.queries';

/** What a mandate would ask if it were adopted today, by the rules that ask it then. */
export interface WouldAsk {
  people: number;
  /** For whom it would be overdue the moment it is adopted, unless they have met it already. */
  late: number;
}

@Injectable()
export class MandatePreview {
  constructor(
    private readonly source: DataSource,
    private readonly facts: PersonFactsQueries,
    private readonly clock: Clock,
  ) {}

  async of(mandate: MandateRule): Promise<WouldAsk> {
    const today = dayInLondon(this.clock.now());
    const asked = (await this.facts.everybody(this.source.manager))
      .map((facts) => wantedOf(mandate, facts, today))
      .filter((wanted) => wanted.length > 0);
    return { people: asked.length, late: asked.filter((wanted) => wanted.some(({ dueOn }) => dueOn < today)).length };
  }
}
