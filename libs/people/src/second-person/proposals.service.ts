import { Injectable } from '@nestjs/common';
import { Announcements, AuditTrail, Clock, Ids, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { PersonRepository } from '../persons/person.repository';
import { AGREEING_ROLES, aloneFrom, QUIET_AFTER_LEAVING } from './confirming.rules';
import { DeskPost } from './desk-post';
import { type Proposal, type ProposalRow, ProposalTakesEffect } from './proposal';
import type { ProposalKind, Wishes } from './proposal-kinds';
import { ProposalRepository } from './proposal.repository';
import { proposalInWords } from './proposal.words';
import {
  AgreesToNothing,
  ProposalIsDecided,
  ProposalNotFound,
  ProposalWaits,
  SecondPersonNeeded,
  TooNewToConfirm,
} from './second-person.errors';

/** What becomes of a wish: it waits for a second person, or it is done because there is nobody else. */
export type Wished = { id: string; is: 'waiting' | 'done alone' };

/** Changes that take two people: one proposes, somebody else at the desk agrees. */
@Injectable()
export class Proposals {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly persons: PersonRepository,
    private readonly post: DeskPost,
    private readonly announcements: Announcements,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Before anything else is locked by acts that may end in a proposal, so that none waits for another in a circle. */
  lock(tx: EntityManager): Promise<void> {
    return this.proposals.lock(tx);
  }

  /** Whether they may wish for it at all is asked by whoever calls. @throws ProposalWaits */
  async make<K extends ProposalKind>(
    tx: EntityManager,
    wished: { kind: K; personId: string | null; wish: Wishes[K]; by: string },
  ): Promise<Wished> {
    await this.lock(tx);
    const { kind, personId, wish, by } = wished;
    const made = {
      id: this.ids.uuid(),
      kind,
      personId,
      wish,
      proposedBy: by,
      proposedAt: this.clock.now(),
    } as Proposal;
    if (!(await this.proposals.add(tx, made))) throw new ProposalWaits();
    await this.record(tx, made, 'proposed', by);
    if (await this.isAlone(tx, by)) {
      await this.takeEffect(tx, made, 'alone', by);
      return { id: made.id, is: 'done alone' };
    }
    const row = (await this.proposals.find(made.id, tx))!;
    await this.post.askToAgree(tx, {
      id: made.id,
      what: proposalInWords(row),
      byId: by,
      byName: row.proposedByName,
    });
    return { id: made.id, is: 'waiting' };
  }

  /** @throws ProposalNotFound, ProposalIsDecided, SecondPersonNeeded, AgreesToNothing, TooNewToConfirm */
  async agree(id: string, by: string): Promise<void> {
    await this.decide(id, async (tx, proposal) => {
      if (proposal.proposedBy === by) throw new SecondPersonNeeded();
      await this.mayAgree(tx, by);
      await this.takeEffect(tx, proposal, 'agreed', by);
    });
  }

  /** Whoever proposed it takes it back, anybody else who agrees to things says no. @throws as `agree` */
  async refuse(id: string, by: string): Promise<void> {
    await this.decide(id, async (tx, proposal) => {
      if (!(await this.persons.find(by, tx))?.roles.some((role) => AGREEING_ROLES.includes(role))) {
        throw new AgreesToNothing();
      }
      const outcome = proposal.proposedBy === by ? 'withdrawn' : 'refused';
      await this.proposals.decide(tx, id, outcome, by, this.clock.now());
      await this.record(tx, proposal, outcome, by);
    });
  }

  /**
   * The second person who was not there then: from now on the roles count as given by two.
   * @throws SecondPersonNeeded for whoever gave or has them, AgreesToNothing, TooNewToConfirm
   */
  async agreeAfterwards(personId: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.proposals.lock(tx);
      await this.mayAgree(tx, by);
      if (personId === by || (await this.proposals.wasAlone(tx, by, personId))) throw new SecondPersonNeeded();
      const roles = await this.persons.agreedAfterwards(tx, personId);
      if (roles.length === 0) return;
      await this.audit.record(tx, {
        actorId: by,
        action: 'person.roles-agreed-afterwards',
        subjectType: 'person',
        subjectId: personId,
        detail: { roles },
      });
    });
  }

  /** When somebody leaves the desk, what they proposed comes to nothing; when they leave the council, what is about them too. */
  async fallWith(
    tx: EntityManager,
    personId: string,
    by: string,
    of: 'theirs' | 'theirs and about them',
  ): Promise<void> {
    await this.proposals.lock(tx);
    const about = of === 'theirs' ? null : personId;
    for (const proposal of await this.proposals.fall(tx, personId, about, this.clock.now())) {
      await this.record(tx, proposal, 'fallen', by);
    }
  }

  /**
   * Under another name or address it is somebody else who would get the roles: whoever looked at the change before saw
   * another person. It has to be proposed again.
   */
  async fallWithIdentity(tx: EntityManager, personId: string, by: string): Promise<void> {
    for (const proposal of await this.proposals.fallAbout(tx, personId, this.clock.now())) {
      await this.record(tx, proposal, 'fallen', by);
    }
  }

  /** @throws ProposalNotFound */
  async find(id: string): Promise<ProposalRow> {
    const row = await this.proposals.find(id);
    if (!row) throw new ProposalNotFound();
    return row;
  }

  waiting(): Promise<ProposalRow[]> {
    return this.proposals.waiting();
  }

  countWaiting(): Promise<number> {
    return this.proposals.countWaiting();
  }

  /** Of the last thirty days. */
  lately(): Promise<ProposalRow[]> {
    return this.proposals.decidedSince(new Date(this.clock.now().getTime() - QUIET_AFTER_LEAVING));
  }

  aboutPerson(personId: string, tx?: EntityManager): Promise<ProposalRow[]> {
    return this.proposals.aboutPerson(personId, tx);
  }

  aboutTheCouncil(kind: 'quorum'): Promise<ProposalRow[]> {
    return this.proposals.aboutTheCouncil(kind);
  }

  /** From when on somebody acts without a second person; undefined while there is one. */
  async aloneFrom(by: string, tx?: EntityManager): Promise<Date | undefined> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - QUIET_AFTER_LEAVING);
    return aloneFrom(by, await this.proposals.secondPeople(since, tx), now);
  }

  private async isAlone(tx: EntityManager, by: string): Promise<boolean> {
    const from = await this.aloneFrom(by, tx);
    return from !== undefined && from <= this.clock.now();
  }

  private async mayAgree(tx: EntityManager, by: string): Promise<void> {
    const grants = (await this.persons.grants(by, tx)).filter(({ role }) => AGREEING_ROLES.includes(role));
    if (grants.length === 0) throw new AgreesToNothing();
    const first = grants.map(({ confirmsFrom }) => confirmsFrom).toSorted((a, b) => a.getTime() - b.getTime())[0]!;
    if (first > this.clock.now()) throw new TooNewToConfirm(first);
  }

  private async decide(id: string, act: (tx: EntityManager, proposal: ProposalRow) => Promise<void>): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.proposals.lock(tx);
      const proposal = await this.proposals.find(id, tx);
      if (!proposal) throw new ProposalNotFound();
      if (proposal.outcome !== null) throw new ProposalIsDecided();
      await act(tx, proposal);
    });
  }

  private async takeEffect(tx: EntityManager, proposal: Proposal, outcome: 'agreed' | 'alone', by: string) {
    const at = this.clock.now();
    await this.proposals.decide(tx, proposal.id, outcome, by, at);
    const { personId, proposedBy } = proposal;
    await this.announcements.announce(tx, new ProposalTakesEffect(proposal, by, at));
    await this.record(tx, proposal, outcome, by);
    const row = (await this.proposals.find(proposal.id, tx))!;
    const how =
      outcome === 'agreed'
        ? `Proposed by ${row.proposedByName}, agreed by ${row.decidedByName}.`
        : `By ${row.proposedByName} alone: there was no second person to agree.`;
    const also = personId && proposedBy !== personId ? [{ name: row.personName, email: row.personEmail }] : [];
    await this.post.tellTheDesk(tx, { what: proposalInWords(row), how }, also);
  }

  private async record(
    tx: EntityManager,
    { id, kind, personId, wish, proposedBy }: Proposal,
    what: string,
    actorId: string | null,
  ): Promise<void> {
    await this.audit.record(tx, {
      actorId,
      action: `${personId ? 'person' : 'council'}.${kind}-${what}`,
      subjectType: personId ? 'person' : 'council',
      subjectId: personId ?? kind,
      detail: { ...wish, proposal: id, proposedBy },
    });
  }
}
