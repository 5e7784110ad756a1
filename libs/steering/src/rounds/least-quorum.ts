import { Injectable } from '@nestjs/common';
import { NotAllowed, PeopleService, Proposals, ProposalTakesEffect, type Wished } from '@induct/people';
import { Announcements, Transactions } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { LEAST_QUORUM, leastQuorumProblem } from '../rules/round.rules';
import { SteeringFormIsWrong } from '../rules/steering.errors';

const KEY = 'steering.quorum';

/** How many sign-offs a round asks for at least: the council's own number, never below two, changed by two people. */
@Injectable()
export class LeastQuorum {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly proposals: Proposals,
    private readonly transactions: Transactions,
    announcements: Announcements,
  ) {
    announcements.on(ProposalTakesEffect, async (tx, { proposal, at }) => {
      if (proposal.kind === 'quorum') await this.set(tx, proposal.wish.least, at);
    });
  }

  async now(tx: EntityManager = this.source.manager): Promise<number> {
    const [row] = await tx.query<{ value: { least: number } }[]>('select value from setting where key = $1', [KEY]);
    return Math.max(LEAST_QUORUM, row?.value.least ?? LEAST_QUORUM);
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

  private async set(tx: EntityManager, least: number, at: Date): Promise<void> {
    await tx.query(
      `insert into setting (key, value, changed_at) values ($1, $2, $3)
       on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
      [KEY, JSON.stringify({ least }), at],
    );
  }
}
