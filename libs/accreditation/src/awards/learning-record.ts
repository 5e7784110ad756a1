import { Injectable } from '@nestjs/common';
import { Courses } from '@induct/course';
import { PeopleService } from '@induct/people';
import { Registrations } from '@induct/progress';
import type { EntityManager } from 'typeorm';
import type { CompletedCourse, RequiredCourse } from './requirement';

/** What accreditation asks the other libs, in the transaction that is asking. */
@Injectable()
export class LearningRecord {
  constructor(
    private readonly courses: Courses,
    private readonly people: PeopleService,
    private readonly registrations: Registrations,
  ) {}

  /** The published core modules, by title. */
  required(tx: EntityManager): Promise<RequiredCourse[]> {
    return this.courses.publishedCore(tx);
  }

  /** Everybody who has completed all published core modules. */
  async whoMeetsAll(): Promise<string[]> {
    const required = await this.courses.publishedCore();
    if (required.length === 0) return [];
    return this.registrations.whoCompletedAll(required.map(({ courseId }) => courseId));
  }

  /** The modules this person has completed; not those that an officer has still to look at. */
  completed(tx: EntityManager, personId: string): Promise<CompletedCourse[]> {
    return this.registrations.completedBy(tx, personId);
  }

  async nameOf(tx: EntityManager, personId: string): Promise<string> {
    const person = await this.people.find(personId, tx);
    if (!person) throw new Error('The person of an award does not exist');
    return person.name;
  }
}
