import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { GroupComesFromMemberships } from '../council/council.errors';
import { GroupCopy } from '../council/group-copy';
import { mayLookAfter } from '../persons/looking-after.rules';
import { EmailIsTaken, NotYoursToLookAfter, PersonNotFound } from '../persons/people.errors';
import { cleanName } from '../persons/person-name';
import { mustBePrintable } from '../persons/printable-name';
import { type Person, type PersonDetails, PersonRepository } from '../persons/person.repository';
import { confirms } from '../second-person/confirming.rules';
import { PersonEffects } from '../second-person/person-effects';
import { Proposals } from '../second-person/proposals.service';

export interface Correction extends PersonDetails {
  email: string;
}
/** What became of a correction: whether the new address waits for a second person. */
export type Corrected = { addressWaits: boolean };

/** Names, addresses and groups are put right. What was printed before keeps the words it was printed with. */
@Injectable()
export class Corrections {
  constructor(
    private readonly persons: PersonRepository,
    private readonly proposals: Proposals,
    private readonly effects: PersonEffects,
    private readonly groups: GroupCopy,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Another address is another way in. For somebody who signs off or confirms it takes a second person.
   * @throws PersonNotFound, NotYoursToLookAfter, NameCannotBePrinted, EmailIsTaken, ProposalWaits, GroupComesFromMemberships
   */
  async correct(actorId: string, personId: string, given: Correction): Promise<Corrected> {
    return await this.transactions.run(async (tx) => {
      await this.proposals.lock(tx);
      const { person, held } = await this.lookedAfter(tx, actorId, personId);
      const after = { ...given, name: cleanName(given.name) };
      if (after.name !== person.name) mustBePrintable(after.name);
      const changes = changesOf(person, after);
      if (changes['group'] && (await this.groups.isKept(tx, personId))) throw new GroupComesFromMemberships();
      await this.put(tx, actorId, personId, after, changes);
      const email = given.email.trim();
      if (email === person.email) return { addressWaits: false };
      const isOther = email.toLowerCase() !== person.email.toLowerCase();
      if (isOther && (await this.persons.hasEmail(tx, email))) throw new EmailIsTaken();
      if (held.some(confirms)) {
        const { is } = await this.proposals.make(tx, { kind: 'address', personId, wish: { email }, by: actorId });
        return { addressWaits: is === 'waiting' };
      }
      const now = this.clock.now();
      await this.effects.changeAddress(tx, { personId, email, by: actorId, at: now, confirmsFrom: now });
      await this.record(tx, actorId, personId, { email: [person.email, email] });
      return { addressWaits: false };
    });
  }

  /**
   * A name that somebody asked for themselves, in the transaction of the officer who confirms it. So it may be anybody's,
   * whoever looks after them.
   * @throws PersonNotFound, NameCannotBePrinted
   */
  async renameAsAsked(
    tx: EntityManager,
    { personId, name, by }: { personId: string; name: string; by: string },
  ): Promise<void> {
    await this.proposals.lock(tx);
    const person = await this.persons.find(personId, tx);
    if (!person) throw new PersonNotFound();
    const after = { ...person, name: cleanName(name) };
    if (after.name !== person.name) mustBePrintable(after.name);
    await this.put(tx, by, personId, after, changesOf(person, after));
  }

  private async put(
    tx: EntityManager,
    actorId: string,
    personId: string,
    after: PersonDetails,
    changes: Changes,
  ): Promise<void> {
    if (Object.keys(changes).length === 0) return;
    await this.persons.correct(tx, personId, after);
    if (changes['name']) await this.proposals.fallWithIdentity(tx, personId, actorId);
    await this.record(tx, actorId, personId, changes);
  }

  private async lookedAfter(tx: EntityManager, actorId: string, personId: string) {
    const [actor, person] = [await this.persons.find(actorId, tx), await this.persons.find(personId, tx)];
    if (!person) throw new PersonNotFound();
    const held = [...person.roles, ...(await this.persons.resting(personId, tx))];
    if (!mayLookAfter(actor?.roles ?? [], held)) throw new NotYoursToLookAfter();
    return { person, held };
  }

  private async record(tx: EntityManager, actorId: string, personId: string, changes: object): Promise<void> {
    await this.audit.record(tx, {
      actorId,
      action: 'person.corrected',
      subjectType: 'person',
      subjectId: personId,
      detail: { ...changes },
    });
  }
}

/** `{ name: [before, after] }` */
type Changes = Record<string, [string | null, string | null]>;

function changesOf(before: Person, after: PersonDetails): Changes {
  const keys = ['name', 'group', 'district', 'division'] as const;
  return Object.fromEntries(
    keys.filter((key) => before[key] !== after[key]).map((key) => [key, [before[key], after[key]]]),
  );
}
