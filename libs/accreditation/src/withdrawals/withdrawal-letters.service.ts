import { Inject, Injectable } from '@nestjs/common';
import { areLetterHours, Outbox } from '@induct/letters';
import { PeopleService } from '@induct/people';
import { Clock, CONFIG, type Config, dayInLondon, RepeatedWork, Transactions } from '@induct/platform';
import { Due } from '../mandates/due.queries';
import { EvidenceRepository } from '../requirements/evidence.repository';
import { standing } from '../rules/standing';
import { withdrawalLetter } from './withdrawal.letter';
import { WithdrawalRepository } from './withdrawal.repository';

const EVERY_MS = 60_000;

/** Writes to whoever showed something that was withdrawn: in letter hours, once, as things are then. */
@Injectable()
export class WithdrawalLetters extends RepeatedWork {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly rows: WithdrawalRepository,
    private readonly people: PeopleService,
    private readonly evidence: EvidenceRepository,
    private readonly due: Due,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super('letters about withdrawn evidence', EVERY_MS);
  }

  async work(): Promise<void> {
    if (!areLetterHours(this.clock.now())) return;
    for (const evidenceId of await this.rows.withoutLetter()) await this.write(evidenceId);
  }

  /** Another worker may have written it meanwhile. Whoever is here no more gets none. */
  private write(evidenceId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      if (!(await this.rows.letterWritten(tx, evidenceId, this.clock.now()))) return;
      const shown = (await this.rows.find(evidenceId, tx))!;
      const { personId, requirementId, title, kind, metOn, withdrawnReason } = shown;
      const person = await this.people.find(personId, tx);
      if (!person || person.deactivatedAt) return;
      const today = dayInLondon(this.clock.now());
      const held = await this.evidence.heldBy(tx, personId, today);
      const due = (await this.due.of(personId, tx)).filter(({ needs }) => needs.includes(requirementId));
      const about = {
        name: person.name,
        title,
        kind,
        metOn,
        reason: withdrawnReason ?? '',
        isMet: due.length === 0 && standing({ need: requirementId }, held, today).met,
        due,
        url: `${this.config.SITE_ORIGIN}/standing`,
      };
      const letter = () => withdrawalLetter(about);
      await this.outbox.post(tx, { once: ['withdrawn', evidenceId], recipient: person.email, letter });
    });
  }
}
