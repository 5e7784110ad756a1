import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { CourseActs } from '../acts/course-acts';
import { RoundActs } from './round-acts';
import { RoundClosing } from './round-closing';
import { RoundOpening, type RoundOrder } from './round-opening';
import { RoundRepository } from './round.repository';
import { deadlineProblem, NUDGE_AGAIN_MS, ROUND_LIMITS } from '../rules/round.rules';
import { SteeringFormIsWrong } from '../rules/steering.errors';
import { SteeringPost } from '../acts/steering-post';
import { WhoMay } from '../acts/who-may';

/** Test rounds: opened, extended and closed by officers. */
@Injectable()
export class Rounds {
  constructor(
    private readonly clock: Clock,
    private readonly opening: RoundOpening,
    private readonly inRound: RoundActs,
    private readonly acts: CourseActs,
    private readonly rounds: RoundRepository,
    private readonly closing: RoundClosing,
    private readonly post: SteeringPost,
    private readonly who: WhoMay,
  ) {}

  /** @throws VersionNotFound, VersionCannotBeTested, RoundIsOpen, SteeringFormIsWrong, NotYoursToDo */
  open(by: string, order: RoundOrder): Promise<{ roundId: string }> {
    return this.opening.open(by, order);
  }

  /** Closes it before its deadline. @throws RoundNotFound, RoundIsClosed, NotYoursToDo */
  async close(roundId: string, by: string): Promise<void> {
    await this.inRound.inOpenRound(roundId, async (tx, round) => {
      await this.who.require(tx, by, 'officer', 'close a test round');
      await this.closing.close(tx, round, 'officer', by);
    });
  }

  /**
   * Reminds testers who have not decided; nobody more than once an hour.
   * @param personIds all of them without it
   * @returns how many letters
   */
  async nudge(roundId: string, by: string, personIds?: string[]): Promise<number> {
    return await this.inRound.inOpenRound(roundId, async (tx, round) => {
      await this.who.require(tx, by, 'officer', 'remind testers');
      const now = this.clock.now();
      const undecided = await this.rounds.undecided(tx, roundId, {
        nudgedBefore: new Date(now.getTime() - NUDGE_AGAIN_MS),
      });
      const nudged = undecided.filter((id) => personIds?.includes(id) ?? true);
      if (nudged.length === 0) return 0;
      await this.rounds.nudged(tx, roundId, nudged, now);
      await this.post.nudge(tx, round, nudged, now);
      await this.acts.record(tx, 'test_round.nudged', by, roundId, { testers: nudged });
      return nudged.length;
    });
  }

  /** Moves the deadline; testers who have not decided are written to. @throws RoundNotFound, RoundIsClosed, SteeringFormIsWrong, NotYoursToDo */
  async extend(roundId: string, by: string, deadline: Date): Promise<void> {
    await this.inRound.inOpenRound(roundId, async (tx, round) => {
      await this.who.require(tx, by, 'officer', 'move a deadline');
      const now = this.clock.now();
      const problem = deadlineProblem(deadline, now);
      if (problem) throw new SteeringFormIsWrong(problem);
      await this.rounds.extend(tx, roundId, deadline);
      await this.post.moved(tx, { ...round, deadline }, await this.rounds.undecided(tx, roundId), now);
      await this.acts.record(tx, 'test_round.extended', by, roundId, { from: round.deadline, to: deadline });
    });
  }

  /** @throws RoundNotFound, RoundIsClosed, SteeringFormIsWrong, NotYoursToDo */
  async addTesters(roundId: string, by: string, personIds: string[]): Promise<void> {
    await this.inRound.inOpenRound(roundId, async (tx, round) => {
      await this.who.require(tx, by, 'officer', 'choose testers');
      await this.who.allTesters(tx, personIds);
      if (personIds.includes(round.openedBy)) throw new SteeringFormIsWrong('Whoever opened a round cannot test in it');
      const testers = new Set([...(await this.rounds.testers(tx, roundId)), ...personIds]);
      if (testers.size > ROUND_LIMITS.testers)
        throw new SteeringFormIsWrong(`A round has ${ROUND_LIMITS.testers} testers at most`);
      const added = await this.rounds.addTesters(tx, roundId, personIds, this.clock.now());
      if (added.length === 0) return;
      await this.acts.record(tx, 'test_round.testers_added', by, roundId, { testers: added });
      await this.post.invite(tx, round, added);
    });
  }
}
