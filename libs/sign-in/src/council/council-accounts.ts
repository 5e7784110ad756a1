import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { PeopleService } from '@induct/people';
import { AuditTrail, Clock, CONFIG, type Config, Council, Ids, readerCouncil, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { secretHash } from '../hash';
import type { Told } from '../roles/told';
import type { CouncilAccountEntity } from './council-account.entity';
import { CouncilAccountNotFound } from './council.errors';
import { linkedLetter, unlinkedLetter } from './council.letters';
import { CouncilRepository } from './council.repository';
import type { IdentityEntity } from './identity.entity';

export type OwnCouncilAccount = Pick<IdentityEntity, 'id' | 'account' | 'linkedAt' | 'lastUsedAt'>;

/** Which council accounts are whose here: linked by one letter to the address that we hold, unlinked by their owner. */
@Injectable()
export class CouncilAccounts {
  constructor(
    private readonly council: CouncilRepository,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
    private readonly own: Council,
  ) {}

  /** The letter with this link will link the account to whoever uses it. */
  async askedWith(tx: EntityManager, linkId: string, account: CouncilAccountEntity): Promise<void> {
    const { issuer, subject, account: called, told } = account;
    await this.council.addToLink(tx, { linkId, issuer, subject, account: called, told });
  }

  /** What the account is called that a letter links; undefined when it links none. */
  async calledIn(linkId: string): Promise<string | undefined> {
    return (await this.council.ofLink(linkId))?.account;
  }

  /**
   * The letter is used: the account is its reader's from now on, who is told. One that is somebody's already stays theirs.
   * @returns what the council said of the account; undefined when nothing was linked
   */
  async link(tx: EntityManager, linkId: string, personId: string): Promise<Told | undefined> {
    const asked = await this.council.ofLink(linkId, tx);
    if (!asked) return undefined;
    const { issuer, subject, account, told } = asked;
    const [id, linkedAt] = [this.ids.uuid(), this.clock.now()];
    const isNew = await this.council.link(tx, { issuer, subject, account, personId, id, linkedAt, lastUsedAt: null });
    if (!isNew) return undefined;
    await this.tell(tx, personId, id, account, 'linked');
    await this.record(tx, 'sign_in.council-linked', personId, id);
    return told;
  }

  ofPerson(personId: string): Promise<OwnCouncilAccount[]> {
    return this.council.ofPerson(personId);
  }

  /**
   * It lets nobody in any more, and what it began elsewhere ends.
   * @param cookie of the browser that asks, whose sign-in stays
   * @throws CouncilAccountNotFound
   */
  async unlink(personId: string, id: string, cookie: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const identity = await this.council.findOwn(tx, personId, id);
      if (!identity) throw new CouncilAccountNotFound();
      await this.council.endSignIns(tx, id, secretHash(cookie));
      await this.council.unlink(tx, id);
      await this.tell(tx, personId, id, identity.account, 'unlinked');
      await this.record(tx, 'sign_in.council-unlinked', personId, id);
    });
  }

  private async tell(tx: EntityManager, personId: string, id: string, account: string, what: 'linked' | 'unlinked') {
    const person = await this.people.find(personId, tx);
    if (!person) return;
    const words = what === 'linked' ? linkedLetter : unlinkedLetter;
    const url = `${this.config.SITE_ORIGIN}/account#council-account`;
    await this.outbox.post(tx, {
      once: [`council-${what}`, id],
      recipient: person.email,
      letter: () => words({ name: person.name, url, council: readerCouncil(this.own.current), account }),
    });
  }

  /** Without what the council calls it: what is on record stays. */
  private async record(tx: EntityManager, action: string, personId: string, identity: string): Promise<void> {
    await this.audit.record(tx, {
      actorId: personId,
      action,
      subjectType: 'person',
      subjectId: personId,
      detail: { identity },
    });
  }
}
