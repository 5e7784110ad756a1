import { Injectable } from '@nestjs/common';
import { Announcements } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { EmailIsTaken } from '../persons/people.errors';
import { PersonShutOut } from '../persons/people.events';
import { PersonRepository } from '../persons/person.repository';
import { confirms, firstConfirms } from './confirming.rules';
import { DeskPost } from './desk-post';
import { ProposalTakesEffect } from './proposal';
import { Proposals } from './proposals.service';

interface AddressChange {
  personId: string;
  email: string;
  by: string;
  at: Date;
  /** From when on their word counts again. */
  confirmsFrom: Date;
}

/** What is done to somebody when two people agree. */
@Injectable()
export class PersonEffects {
  constructor(
    private readonly persons: PersonRepository,
    private readonly proposals: Proposals,
    private readonly post: DeskPost,
    private readonly announcements: Announcements,
  ) {
    announcements.on(ProposalTakesEffect, (tx, effect) => this.take(tx, effect));
  }

  private async take(tx: EntityManager, { proposal, by, at }: ProposalTakesEffect): Promise<void> {
    if (proposal.personId === null || proposal.kind === 'quorum' || proposal.kind === 'rule') return;
    const { personId } = proposal;
    const alone = by === proposal.proposedBy;
    const confirmsFrom = firstConfirms(at);
    if (proposal.kind === 'address')
      return this.changeAddress(tx, { personId, email: proposal.wish.email, by, at, confirmsFrom });
    if (proposal.kind === 'return') {
      await this.persons.deactivate(tx, personId, null);
      const plain = proposal.wish.roles.filter((role) => !confirms(role));
      await this.persons.grant(tx, personId, plain, { confirmsFrom });
      const person = await this.persons.find(personId, tx);
      if (person) await this.post.tellOfAccount(tx, person, true);
    }
    await this.persons.grant(tx, personId, proposal.wish.roles.filter(confirms), { confirmsFrom, alone });
    await this.announcements.announce(tx, new PersonShutOut(personId));
  }

  /** @throws EmailIsTaken */
  async changeAddress(tx: EntityManager, { personId, email, by, at, confirmsFrom }: AddressChange): Promise<void> {
    const person = await this.persons.find(personId, tx);
    if (!person) return;
    const isOther = email.toLowerCase() !== person.email.toLowerCase();
    if (isOther && (await this.persons.hasEmail(tx, email))) throw new EmailIsTaken();
    await this.persons.changeEmail(tx, personId, email, { at, confirmsFrom });
    await this.proposals.fallWithIdentity(tx, personId, by);
    await this.announcements.announce(tx, new PersonShutOut(personId));
    await this.post.tellOfAddress(tx, { name: person.name, before: person.email, after: email });
  }
}
