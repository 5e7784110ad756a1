import { Injectable } from '@nestjs/common';
import { PeopleService, type Person, type Role, ROLE_NAMES } from '@induct/people';
import type { EntityManager } from 'typeorm';
import { NotYoursToDo, SteeringFormIsWrong } from '../rules/steering.errors';

/** Asks again who somebody is, whatever the page they come from has checked. */
@Injectable()
export class WhoMay {
  constructor(private readonly people: PeopleService) {}

  /** @param what `open a test round` @throws NotYoursToDo */
  async require(tx: EntityManager, personId: string, role: Role, what: string): Promise<Person> {
    const person = await this.people.find(personId, tx);
    if (!person?.roles.includes(role)) throw new NotYoursToDo(`To ${what} you need the role ${ROLE_NAMES[role]}`);
    return person;
  }

  /** Like `require`; and for a day after they got the role, or another address, their word does not count. @throws NotYoursToDo, TooNewToConfirm */
  async requireLongEnough(tx: EntityManager, personId: string, role: Role, what: string): Promise<void> {
    await this.require(tx, personId, role, what);
    await this.people.mayConfirm(tx, personId, role);
  }

  async has(tx: EntityManager, personId: string, role: Role): Promise<boolean> {
    return (await this.people.find(personId, tx))?.roles.includes(role) ?? false;
  }

  /** @throws SteeringFormIsWrong when one of them is not a tester */
  async allTesters(tx: EntityManager, personIds: readonly string[]): Promise<void> {
    const rows = await tx.query<unknown[]>(`select from role_held where role = 'tester' and person_id = any($1)`, [
      personIds,
    ]);
    if (rows.length < new Set(personIds).size) throw new SteeringFormIsWrong('Choose people with the role Tester only');
  }
}
