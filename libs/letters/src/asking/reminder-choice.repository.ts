import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReminderChoiceEntity } from './reminder-choice.entity';
import { type HowAsked, UNCHOSEN } from './when-asked';

/** How somebody is asked, and when. */
export type KeptChoice = Omit<ReminderChoiceEntity, 'personId'>;

const CHOICE = `how, weekday, asked_on::text as "askedOn", next_from::text as "nextFrom", chosen_at as "chosenAt"`;

@Injectable()
export class ReminderChoiceRepository {
  constructor(private readonly source: DataSource) {}

  /** Of whoever was never asked and has not chosen: as it comes. */
  async of(personId: string): Promise<HowAsked & Pick<KeptChoice, 'nextFrom' | 'askedOn'>> {
    const [row] = await this.source.query<KeptChoice[]>(`select ${CHOICE} from reminder_choice where person_id = $1`, [
      personId,
    ]);
    return row ?? { ...UNCHOSEN, askedOn: null, nextFrom: '' };
  }

  /** Until the end of the transaction nobody else asks something of them, and they choose nothing. @param today as it begins */
  async alone(tx: EntityManager, personId: string, today: Day): Promise<KeptChoice> {
    await tx.query(
      `insert into reminder_choice (person_id, how, next_from) values ($1, $2, $3) on conflict (person_id) do nothing`,
      [personId, UNCHOSEN.how, today],
    );
    const [row] = await tx.query<KeptChoice[]>(
      `select ${CHOICE} from reminder_choice where person_id = $1 for update`,
      [personId],
    );
    return row!;
  }

  async choose(
    tx: EntityManager,
    personId: string,
    { how, weekday, nextFrom, chosenAt }: HowAsked & Pick<KeptChoice, 'nextFrom' | 'chosenAt'>,
  ): Promise<void> {
    await tx.query(
      'update reminder_choice set how = $2, weekday = $3, next_from = $4, chosen_at = $5 where person_id = $1',
      [personId, how, weekday, nextFrom, chosenAt],
    );
  }

  async wasAsked(tx: EntityManager, personId: string, on: Day, nextFrom: Day): Promise<void> {
    await tx.query('update reminder_choice set asked_on = $2, next_from = $3 where person_id = $1', [
      personId,
      on,
      nextFrom,
    ]);
  }

  /** Whoever is asked once a week and had nothing to be told on their day: it is their turn again in a week. */
  async letTurnsPass(today: Day): Promise<void> {
    await this.source.query(
      `update reminder_choice set next_from = $1::date + 1 + (weekday - extract(isodow from $1::date)::int + 6) % 7
        where how = 'weekly' and next_from <= $1`,
      [today],
    );
  }
}
