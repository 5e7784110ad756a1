import { Inject, Injectable } from '@nestjs/common';
import { areLetterHours, Outbox } from '@induct/letters';
import { PeopleService, type Role } from '@induct/people';
import { Clock, CONFIG, type Config, RepeatedWork, Transactions } from '@induct/platform';
import { approvalLetter } from './approval.letter';
import { ApprovalRepository, type WaitingProposal } from './approval.repository';

const EVERY_MS = 60_000;

/** As TemplateApproving and CouncilMarks ask it. */
const MAY_APPROVE: Record<WaitingProposal['what'], readonly Role[]> = {
  template: ['administrator'],
  mark: ['officer', 'administrator'],
};

/** Writes to whoever may approve a template or arms: in letter hours, once a proposal. */
@Injectable()
export class ApprovalLetters extends RepeatedWork {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly rows: ApprovalRepository,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super('letters about what waits for approval', EVERY_MS);
  }

  async work(): Promise<void> {
    if (!areLetterHours(this.clock.now())) return;
    for (const proposal of await this.rows.untold()) await this.write(proposal);
  }

  /** Where nobody may approve it yet it waits: whoever comes is told then. */
  private write(proposal: WaitingProposal): Promise<void> {
    const { what, id, number, own, proposedBy } = proposal;
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const approvers = await this.rows.approvers(tx, MAY_APPROVE[what], own, now);
      if (approvers.length === 0 || !(await this.rows.told(tx, proposal, now))) return;
      const proposer = (await this.people.find(proposedBy, tx))?.name ?? 'Somebody at the desk';
      const page = what === 'template' ? `templates/${number}` : `council-mark/${id}`;
      const about = { ...proposal, proposedBy: proposer, url: `${this.config.SITE_ORIGIN}/admin/${page}` };
      for (const { id: personId, name, email } of approvers) {
        const once = ['approval', id, String(proposal.proposedAt.getTime()), personId] as const;
        await this.outbox.post(tx, {
          once: [...once],
          recipient: email,
          isOfTheDesk: true,
          letter: () => approvalLetter({ ...about, name }),
        });
      }
    });
  }
}
