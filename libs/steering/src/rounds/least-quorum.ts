import { Injectable } from '@nestjs/common';
import { NotAllowed, PeopleService, Proposals, ProposalTakesEffect, type Wished } from '@induct/people';
import { Announcements, Settings, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { LEAST_QUORUM, leastQuorumProblem } from '../rules/round.rules';
import { SteeringFormIsWrong } from '../rules/steering.errors';

const KEY = 'steering.quorum';

/** How many sign-offs a round asks for at least: the council's own number, never below two, changed by two people. */
@Injectable()
export class LeastQuorum {
  constructor(
    private readonly settings: Settings,
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly transactions: Transactions,
    announcements: Announcements,
  ) {
    announcements.on(ProposalTakesEffect, async (tx, { proposal, at }) => {
      if (proposal.kind === 'quorum') await this.settings.set(tx, KEY, { least: proposal.wish.least }, at);
    });
  }

  async now(tx?: EntityManager): Promise<number> {
    const set = (await this.settings.find(KEY, tx)) as { least: number } | undefined;
    return Math.max(LEAST_QUORUM, set?.least ?? LEAST_QUORUM);
  }

  /** @throws SteeringFormIsWrong, NotAllowed, ProposalWaits */
  async propose(by: string, least: number): Promise<Wished> {
    return await this.transactions.run(async (tx) => {
      await this.proposals.lock(tx);
      const roles = (await this.people.find(by, tx))?.roles ?? [];
      if (!roles.includes('officer') && !roles.includes('administrator')) throw new NotAllowed();
      const problem = leastQuorumProblem(least, await this.now(tx));
      if (problem) throw new SteeringFormIsWrong(problem);
      return await this.proposals.make(tx, { kind: 'quorum', personId: null, wish: { least }, by });
    });
  }
}
