import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  CONFIG,
  type Config,
  type Day,
  dayInLondon,
  daysLater,
  inLanguage,
  Transactions,
} from '@induct/platform';
import { LetterLanguages } from '../outbox/letter-languages';
import { Outbox } from '../outbox/outbox';
import type { Asked, AskedReader, AskingSource, Look } from './asked';
import { askingLetter } from './asking.letter';
import { ReminderChoiceRepository } from './reminder-choice.repository';
import { firstDay, saidUntil, WEEKDAYS } from './when-asked';

/** People whose ids are read at once; each has a transaction of their own. */
const AT_ONCE = 200;

/**
 * What is asked of somebody stands in one letter a day, whoever asks it. It is asked for under the person's lock, in the transaction
 * that writes the letter: several workers write it once, and what was done a moment ago is not in it.
 */
@Injectable()
export class AskingLetters {
  private sources: readonly AskingSource[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly choices: ReminderChoiceRepository,
    private readonly outbox: Outbox,
    private readonly languages: LetterLanguages,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  register(source: AskingSource): void {
    this.sources = [...this.sources, source].toSorted((a, b) => a.order - b.order);
  }

  /** All letters of now. @param isStopping ends it after the one in hand */
  async writeAll(isStopping: () => boolean): Promise<void> {
    for (const source of this.sources) await source.prepare?.();
    for (const source of this.sources) {
      let after = '';
      do {
        const readers = await source.waiting(this.look(after));
        for (const reader of readers) {
          if (isStopping()) return;
          await this.write(reader);
        }
        after = readers.length === AT_ONCE ? readers.at(-1)!.personId : '';
      } while (after !== '');
    }
    await this.choices.letTurnsPass(this.today());
  }

  private write(reader: AskedReader): Promise<void> {
    const today = this.today();
    const { personId } = reader;
    return this.transactions.run(async (tx) => {
      const choice = await this.choices.alone(tx, personId, today);
      if (choice.nextFrom > today) return;
      const until = saidUntil(choice, today);
      const asked: Asked[] = [];
      // What each of them asks is worded as the whole letter is: in the language of whoever is asked.
      const language = await this.languages.of(tx, { recipient: reader.email });
      for (const source of this.sources)
        if (source.isMandatory || choice.how !== 'mandatory')
          asked.push(
            ...(await inLanguage(language, () => source.ask(tx, reader, { today, until }), this.languages.own)),
          );
      if (asked.length === 0) return;
      await this.choices.wasAsked(tx, personId, today, firstDay(choice, daysLater(today, 1)));
      await this.outbox.post(tx, {
        once: ['asked', personId, today],
        recipient: reader.email,
        letter: () => askingLetter(reader.name, asked, `${this.config.SITE_ORIGIN}/account/letters`),
      });
    });
  }

  private look(after: string): Look {
    const today = this.today();
    const days = WEEKDAYS.map((weekday) => [weekday, saidUntil({ how: 'weekly', weekday }, today)]);
    return { today, untilByWeekday: Object.fromEntries(days), after, limit: AT_ONCE };
  }

  private today(): Day {
    return dayInLondon(this.clock.now());
  }
}
