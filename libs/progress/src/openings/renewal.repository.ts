import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HalfWayChoiceEntity } from './half-way-choice.entity';

/** Every write of what publications ask of people, and of what these answered. */
@Injectable()
export class RenewalRepository {
  /** A renewal for everybody who had completed the course, when the publication asks for one. */
  async ask(tx: EntityManager, publicationId: string): Promise<void> {
    await tx.query(
      `insert into renewal (publication_id, person_id, course_id, due_on)
       select p.id, g.person_id, g.course_id, p.retake_by
       from publication_made p join registration g on g.course_id = p.course_id and g.completed_at is not null
       where p.id = $1 and p.policy = 'retake'`,
      [publicationId],
    );
  }

  /** Only a note that the person has to read. @returns false when it is none, or was read before */
  async read(tx: EntityManager, note: { publicationId: string; personId: string; at: Date }): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into note_read (publication_id, person_id, read_at)
       select publication_id, person_id, $3 from due_note where publication_id = $1 and person_id = $2
       on conflict do nothing returning 1`,
      [note.publicationId, note.personId, note.at],
    );
    return rows.length > 0;
  }

  /** What somebody says now takes the place of what they said before. */
  async choose(tx: EntityManager, chosen: HalfWayChoiceEntity): Promise<void> {
    await tx.upsert(HalfWayChoiceEntity, chosen, ['publicationId', 'personId']);
  }
}
