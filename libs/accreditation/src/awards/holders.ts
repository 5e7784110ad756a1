import { Injectable } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import type { EntityManager } from 'typeorm';

/** What certificates ask about the people they are for. */
@Injectable()
export class Holders {
  constructor(private readonly people: PeopleService) {}

  /** As the transaction that asks sees it. */
  async nameOf(tx: EntityManager, personId: string): Promise<string> {
    const person = await this.people.find(personId, tx);
    if (!person) throw new Error('The person of an award does not exist');
    return person.name;
  }
}
