import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type HalfWay, halfWayOf } from './half-way';
import { ChoiceIsDue, CourseNotPublished } from './launching.errors';
import { type HalfWayChoice, mayChoose, openingOf } from './launching.rules';
import { RenewalRepository } from './renewal.repository';
import { OpeningQueries } from './opening.queries';

/** Which attempt an opening belongs to: one that is there, or a new one with this number on this version. */
export type DecidedOpening = { attempt: { id: string; versionId: string } } | { number: number; versionId: string };

/** Who opens what, and how. */
export interface Opening {
  personId: string;
  courseId: string;
  /** What somebody half-way on an older version wants; kept when there is a choice, else of no effect. */
  choice?: HalfWayChoice;
  /** A new attempt, whatever there is: what was earned stays. */
  fromTheBeginning?: boolean;
  /** What was completed counts no more for what asks for it: it is not looked at again, but taken again. */
  again?: boolean;
}

/** Decides what is opened when a person opens a course, and keeps what they chose. */
@Injectable()
export class Openings {
  constructor(
    private readonly clock: Clock,
    private readonly openings: OpeningQueries,
    private readonly renewals: RenewalRepository,
  ) {}

  /**
   * The registration is locked.
   * @throws CourseNotPublished when there is nothing to open, ChoiceIsDue when the person has to choose first
   */
  async decide(
    tx: EntityManager,
    { personId, courseId, choice, fromTheBeginning, again }: Opening,
  ): Promise<DecidedOpening> {
    const standing = await this.openings.find(personId, courseId, tx);
    if (!standing) throw new CourseNotPublished();
    if (choice && mayChoose(standing)) {
      const publicationId = standing.publicationId!;
      await this.renewals.choose(tx, { publicationId, personId, choice, chosenAt: this.clock.now() });
      standing.chosen = choice;
    }
    const isOver = again === true && standing.last !== undefined && standing.last.completedAt !== null;
    const opening = openingOf(standing, isOver || fromTheBeginning);
    if (opening === 'choice is due') throw new ChoiceIsDue();
    if (opening === 'not available') throw new CourseNotPublished();
    if ('attempt' in opening) return opening;
    return { number: standing.lastNumber + 1, versionId: opening.newAttemptOn };
  }

  /** What somebody can choose who is half-way on an older version; undefined when there is nothing to choose. */
  async halfWay(personId: string, courseId: string): Promise<HalfWay | undefined> {
    const standing = await this.openings.find(personId, courseId);
    return standing && mayChoose(standing) ? halfWayOf(standing) : undefined;
  }
}
