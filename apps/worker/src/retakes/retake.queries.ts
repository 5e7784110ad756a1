import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { RetakeLetter } from './retake.rules';

/** A publication that asks to take its module again. */
export interface AskedRetake {
  publicationId: string;
  module: string;
  slug: string;
  changeNote: string;
  askedAt: Date;
  dueOn: Day;
}

/** Somebody who has no letter of that kind yet, and has not done it. */
export interface Recipient {
  personId: string;
  name: string;
  email: string;
  /** The earliest last day, when the module was renewed more than once: as the member's page says. */
  dueOn: Day;
}

/** Two letters with the same key are one: that is what keeps several workers from writing twice. */
export const retakeKey = (letter: RetakeLetter, publicationId: string, personId: string) =>
  `retake:${publicationId}:${letter}:${personId}`;

/** Reads of other libs' tables. */
@Injectable()
export class RetakeQueries {
  constructor(private readonly source: DataSource) {}

  /** Of modules that members see. @param since nobody is told of what was due before that */
  asked(since: Day): Promise<AskedRetake[]> {
    return this.source.query(
      `select p.id as "publicationId", c.title as module, c.slug, p.change_note as "changeNote",
              p.published_at as "askedAt", p.retake_by::text as "dueOn"
         from publication p join course c on c.id = p.course_id
        where p.policy = 'retake' and p.retake_by >= $1 and c.published_version_id is not null
        order by p.published_at, p.id`,
      [since],
    );
  }

  /**
   * The letters are looked for first: once all are written there is nobody left to ask the dearer question about. Of
   * several retakes of one module the earliest last day counts, and only it is reminded of.
   */
  async withoutLetter(
    tx: EntityManager,
    publicationId: string,
    letter: RetakeLetter,
    limit: number,
  ): Promise<Recipient[]> {
    return tx.query<Recipient[]>(
      `with unwritten as materialized (
         select r.person_id from renewal r
          where r.publication_id = $1
            and not exists (select from mail m where m.dedupe_key = $2 || r.person_id)
       )
       select p.id as "personId", p.name, p.email, due.on::text as "dueOn"
         from unwritten u
         join due_renewal r on r.publication_id = $1 and r.person_id = u.person_id
         join person p on p.id = u.person_id
        cross join lateral (
          select min(due_on) as on from due_renewal where person_id = r.person_id and course_id = r.course_id
        ) due
        where exists (select from person_role where person_id = p.id)
          and ($3 = 'asked' or r.due_on = due.on)
        order by p.id
        limit $4`,
      [publicationId, retakeKey(letter, publicationId, ''), letter, limit],
    );
  }
}
