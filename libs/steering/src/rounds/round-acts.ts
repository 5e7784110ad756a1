import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CourseActs } from '../acts/course-acts';
import type { Round } from '../rules/round';
import { RoundClosing } from './round-closing';
import { RoundRepository } from './round.repository';
import { RoundIsClosed, RoundNotFound } from '../rules/steering.errors';

const CLOSED = Symbol('closed');

/** Every act on a round: the course is locked first, and a round whose deadline has passed is closed then. */
@Injectable()
export class RoundActs {
  constructor(
    private readonly acts: CourseActs,
    private readonly rounds: RoundRepository,
    private readonly closing: RoundClosing,
  ) {}

  /** @throws RoundNotFound, RoundIsClosed */
  async inOpenRound<T>(roundId: string, act: (tx: EntityManager, round: Round) => Promise<T>): Promise<T> {
    const known = await this.rounds.find(roundId);
    if (!known) throw new RoundNotFound();
    // A closed round stays closed: no need to wait for the others.
    if (known.state === 'closed') throw new RoundIsClosed();
    const done = await this.acts.onCourse(known.courseId, async (tx) => {
      const round = (await this.rounds.find(roundId, tx))!;
      // That it closed is kept, whatever becomes of the act.
      return (await this.closing.closeIfDue(tx, round)) ? CLOSED : await act(tx, round);
    });
    if (done === CLOSED) throw new RoundIsClosed();
    return done;
  }
}
