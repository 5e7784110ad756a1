import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, Transactions } from '@induct/platform';
import { ReminderChoiceRepository } from './reminder-choice.repository';
import { firstAfterChoosing, firstDay, type HowAsked, letterDay } from './when-asked';

/** How somebody is asked, and from which day on the next letter can come. */
export interface ShownChoice extends HowAsked {
  nextOn: Day;
}

/** How often people are asked by letter: they choose it themselves. */
@Injectable()
export class ReminderChoices {
  constructor(
    private readonly rows: ReminderChoiceRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<ShownChoice> {
    const today = dayInLondon(this.clock.now());
    const { how, weekday, nextFrom } = await this.rows.of(personId);
    return { how, weekday, nextOn: letterDay(firstDay({ how, weekday }, nextFrom > today ? nextFrom : today)) };
  }

  /** From the next letter on. @param weekday of `weekly` */
  async choose(personId: string, choice: HowAsked): Promise<void> {
    const now = this.clock.now();
    const today = dayInLondon(now);
    await this.transactions.run(async (tx) => {
      const { askedOn } = await this.rows.alone(tx, personId, today);
      const nextFrom = firstAfterChoosing(choice, today, askedOn);
      await this.rows.choose(tx, personId, { ...choice, nextFrom, chosenAt: now });
    });
  }
}
