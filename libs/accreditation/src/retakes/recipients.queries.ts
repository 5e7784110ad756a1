import { Injectable } from '@nestjs/common';
import { type Once, onceKey } from '@induct/letters';
import type { PersonCurrent } from '@induct/people';
import type { RetakeDue, RetakeLetter } from '@induct/progress';
import type { EntityManager } from 'typeorm';

/** Somebody who has no letter of that kind yet, and has not done it. */
export type Recipient = Pick<RetakeDue, 'personId'> &
  Pick<PersonCurrent, 'name' | 'email'> & {
    /** The earliest last day, when the module was renewed more than once: as the member's page says. */
    dueOn: RetakeDue['firstDueOn'];
  };

/** Two letters with the same key are one: that is what keeps several workers from writing twice. */
export const aboutRetake = (letter: RetakeLetter, publicationId: string, personId: string): Once => [
  'retake',
  publicationId,
  letter,
  personId,
];

/** Who has a letter, and who is to have one: where people, their renewals and the outbox meet. */
@Injectable()
export class RecipientQueries {
  /**
   * The letters are looked for first: once all are written there is nobody left to ask the dearer question about. Of
   * several retakes of one module the earliest last day counts, and only it is reminded of.
   */
  withoutLetter(tx: EntityManager, publicationId: string, letter: RetakeLetter, limit: number): Promise<Recipient[]> {
    return tx.query<Recipient[]>(
      `with unwritten as materialized (
         select r.person_id, r.due_on, r.first_due_on from retake_due r
          where r.publication_id = $1
            and not exists (select from letter_standing m where m.dedupe_key = $2 || r.person_id)
       )
       select p.id as "personId", p.name, p.email, u.first_due_on::text as "dueOn"
         from unwritten u
         join person_current p on p.id = u.person_id
        where exists (select from role_held where person_id = p.id and role in ('member', 'tester'))
          and ($3 = 'asked' or u.due_on = u.first_due_on)
        order by p.id
        limit $4`,
      [publicationId, onceKey(aboutRetake(letter, publicationId, '')), letter, limit],
    );
  }
}
