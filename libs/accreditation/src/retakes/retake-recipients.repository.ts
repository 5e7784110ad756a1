import { Injectable } from '@nestjs/common';
import type { AskedReader, Look } from '@induct/letters';
import type { RetakeDue } from '@induct/progress';
import { DataSource, type EntityManager } from 'typeorm';
import { RetakeReminderEntity } from './retake-reminder.entity';

/** A letter about a publication that asks to take a module again. */
export type RetakeWritten = Pick<RetakeReminderEntity, 'publicationId' | 'letter'>;

/** What somebody has still to do for a publication, and was not told. */
export type UntoldRetake = RetakeWritten & {
  /** The earliest last day, when the module was renewed more than once: as the member's page says. */
  dueOn: RetakeDue['firstDueOn'];
};

/** Who has not been told yet that a module is to be taken again, and has not done it. */
@Injectable()
export class RetakeRecipients {
  constructor(private readonly source: DataSource) {}

  /**
   * Those who may be asked today, by id. What was told is looked for first: once all are told there is nobody left to ask the dearer
   * question about.
   */
  waiting({ publicationId, letter }: RetakeWritten, { today, after, limit }: Look): Promise<AskedReader[]> {
    return this.source.query<AskedReader[]>(
      `with untold as materialized (
         select r.person_id, r.due_on, r.first_due_on from retake_due r
          where r.publication_id = $1
            and not exists (select from retake_reminder m
                  where m.publication_id = $1 and m.letter = $2 and m.person_id = r.person_id)
       )
       select p.id as "personId", p.name, p.email
         from untold u
         join person_current p on p.id = u.person_id
         left join reminder_choice_standing c on c.person_id = p.id
        where exists (select from role_held where person_id = p.id and role in ('member', 'tester'))
          and ($2 = 'asked' or u.due_on = u.first_due_on) and coalesce(c.next_from <= $3, true) and p.id::text > $4
        order by p.id::text
        limit $5`,
      [publicationId, letter, today, after, limit],
    );
  }

  /** Of several retakes of one module the earliest last day counts, and only it is reminded of. */
  untold(tx: EntityManager, personId: string, letters: readonly RetakeWritten[]): Promise<UntoldRetake[]> {
    return tx.query<UntoldRetake[]>(
      `select r.publication_id as "publicationId", given.letter, r.first_due_on::text as "dueOn"
         from unnest($2::uuid[], $3::text[]) with ordinality as given (publication_id, letter, place)
         join retake_due r on r.publication_id = given.publication_id and r.person_id = $1
        where (given.letter = 'asked' or r.due_on = r.first_due_on)
          and not exists (select from retake_reminder m
                where m.publication_id = given.publication_id and m.letter = given.letter and m.person_id = $1)
        order by given.place`,
      [personId, letters.map(({ publicationId }) => publicationId), letters.map(({ letter }) => letter)],
    );
  }

  async tell(
    tx: EntityManager,
    personId: string,
    told: readonly RetakeWritten[],
    toldOn: RetakeReminderEntity['toldOn'],
  ): Promise<void> {
    const rows = told.map(({ publicationId, letter }) => ({ publicationId, letter, personId, toldOn }));
    await tx.insert(RetakeReminderEntity, rows);
  }
}
