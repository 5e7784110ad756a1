import { Injectable } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { Registrations } from '@induct/progress';
import type { EntityManager } from 'typeorm';
import type { CompletedCourse, RequiredCourse } from './requirement';

/** What accreditation asks the other libs, in the transaction that is asking. */
@Injectable()
export class LearningRecord {
  constructor(
    private readonly people: PeopleService,
    private readonly registrations: Registrations,
  ) {}

  /** The published core modules, by title. */
  required(tx: EntityManager): Promise<RequiredCourse[]> {
    return tx.query<RequiredCourse[]>(
      `select id as "courseId", title from course where core and published_version_id is not null order by title, id`,
    );
  }

  /** The modules this person has completed. */
  completed(tx: EntityManager, personId: string): Promise<CompletedCourse[]> {
    return this.registrations.completedBy(tx, personId);
  }

  async nameOf(tx: EntityManager, personId: string): Promise<string> {
    const person = await this.people.find(personId, tx);
    if (!person) throw new Error('The person of an award does not exist');
    return person.name;
  }
}
