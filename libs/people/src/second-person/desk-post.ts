import { Inject, Injectable } from '@nestjs/common';
import { type Addressed, type Letter, LetterLanguages, type Once, Outbox } from '@induct/letters';
import { CONFIG, type Config, Council, Ids, readerCouncil } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type Person, PersonRepository } from '../persons/person.repository';
import { DESK_ROLES, type Role } from '../persons/roles';
import { AGREEING_ROLES } from './confirming.rules';
import { accountLetter, addressLetter, doneLetter, waitsLetter } from './desk.letters';

const OF_THE_DESK = { isOfTheDesk: true } as const;

type Recipient = Pick<Person, 'name' | 'email'>;

/** Letters about what takes two people, in the transaction of the act. */
@Injectable()
export class DeskPost {
  constructor(
    private readonly outbox: Outbox,
    private readonly persons: PersonRepository,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
    private readonly languages: LetterLanguages,
  ) {}

  /** To everybody who could agree. */
  async askToAgree(tx: EntityManager, about: { id: string; what: string; byId: string; byName: string }) {
    const url = `${this.config.SITE_ORIGIN}/admin/people/waiting/${about.id}`;
    const agreeing = (await this.desk(tx, AGREEING_ROLES)).filter(({ id }) => id !== about.byId);
    const write = (name: string) => waitsLetter(name, { what: about.what, by: about.byName, url });
    await this.post(tx, ['desk-waits', about.id], agreeing, write, OF_THE_DESK);
  }

  /** To everybody at the desk, whoever did it too; who may not open the page is led to none. @param also who has to know besides */
  async tellTheDesk(tx: EntityManager, about: { what: string; how: string }, also: readonly Recipient[] = []) {
    const { SITE_ORIGIN } = this.config;
    const open = new Set((await this.desk(tx, AGREEING_ROLES)).map(({ email }) => email.toLowerCase()));
    const all = [...(await this.desk(tx, DESK_ROLES)), ...also];
    const write = (name: string, email: string) => {
      const link = open.has(email.toLowerCase())
        ? { url: `${SITE_ORIGIN}/admin/people/waiting`, text: 'See who has done what' }
        : { url: SITE_ORIGIN, text: 'The Members Area' };
      return doneLetter(name, { ...about, link });
    };
    await this.post(tx, ['desk-done', this.ids.uuid()], all, write, OF_THE_DESK);
  }

  /** The old address is told as well: whoever reads it may know nothing of the change. */
  async tellOfAddress(tx: EntityManager, person: { name: string; before: string; after: string }): Promise<void> {
    const url = `${this.config.SITE_ORIGIN}/sign-in`;
    const both = [person.before, person.after].map((email) => ({ name: person.name, email }));
    // Nobody has the old address any more: it is written to as the new one is.
    const language = await this.languages.of(tx, { recipient: person.after });
    const write = (name: string) =>
      addressLetter(name, { ...person, url, council: readerCouncil(this.council.current) });
    await this.post(tx, ['desk-address', this.ids.uuid()], both, write, { askedIn: language });
  }

  async tellOfAccount(tx: EntityManager, person: Recipient, active: boolean): Promise<void> {
    await this.post(tx, ['desk-account', this.ids.uuid()], [person], (name) =>
      accountLetter(name, { active, url: this.config.SITE_ORIGIN, council: readerCouncil(this.council.current) }),
    );
  }

  private desk(tx: EntityManager, roles: readonly Role[]) {
    return this.persons.withRoles(tx, roles);
  }

  /** @param once the act: what is done twice is told twice, and each address is told of it once */
  private async post(
    tx: EntityManager,
    once: Once,
    people: readonly Recipient[],
    write: (name: string, email: string) => Letter,
    written: Omit<Addressed, 'recipient'> = {},
  ): Promise<void> {
    const byAddress = new Map(people.map((person) => [person.email.toLowerCase(), person]));
    for (const [at, { name, email }] of [...byAddress.values()].entries()) {
      const letter = () => write(name, email);
      await this.outbox.post(tx, { ...written, once: [...once, String(at)], recipient: email, letter });
    }
  }
}
