import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { Clock, CONFIG, type Config, dayInLondon, RepeatedWork, Transactions } from '@induct/platform';
import { type AskedRetake, earliestOf, letterOf, morningOf, type RetakeLetter, Retakes } from '@induct/progress';
import { retakeLetter } from './retake.letters';
import { aboutRetake, RecipientQueries } from './recipients.queries';

const EVERY_MS = 60_000;
/** Letters in one transaction. */
const AT_ONCE = 100;

/** Writes to members who have to take a module again: what is due is read from the tables, so nothing is forgotten. */
@Injectable()
export class RetakeLetters extends RepeatedWork {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly retakes: Retakes,
    private readonly recipients: RecipientQueries,
  ) {
    super('letters about retakes', EVERY_MS);
  }

  /** Puts the letters that are due into the outbox, each once. */
  async work(): Promise<void> {
    const today = dayInLondon(morningOf(this.clock.now()));
    for (const retake of await this.retakes.asked(earliestOf(today))) {
      const letter = letterOf({ askedOn: dayInLondon(retake.askedAt), dueOn: retake.dueOn }, today);
      if (letter) while (!this.isStopping && (await this.write(retake, letter)) === AT_ONCE);
    }
  }

  /** @returns how many had none; another worker may have written to them at the same time */
  private write(retake: AskedRetake, letter: RetakeLetter): Promise<number> {
    return this.transactions.run(async (tx) => {
      const { publicationId, module, changeNote } = retake;
      const url = `${this.config.SITE_ORIGIN}/modules/${retake.slug}`;
      const people = await this.recipients.withoutLetter(tx, publicationId, letter, AT_ONCE);
      for (const { personId, name, email, dueOn } of people) {
        await this.outbox.post(tx, {
          once: aboutRetake(letter, publicationId, personId),
          recipient: email,
          letter: retakeLetter(letter, { name, module, dueOn, changeNote, url }),
        });
      }
      return people.length;
    });
  }
}
