import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CourseActs } from '../acts/course-acts';
import { ReportWishes } from '../report/report-wishes';
import type { ClosedWhy, Round } from '../rules/round';
import { RoundRepository } from './round.repository';
import { closesBecause, signedOff } from '../rules/round.rules';
import { SignOffRepository } from './sign-off.repository';
import { Settling } from '../settling/settling.service';
import { SteeringPost } from '../acts/steering-post';

/** Closes rounds: at the quorum, at the deadline, or when an officer does. The course is locked. */
@Injectable()
export class RoundClosing {
  constructor(
    private readonly clock: Clock,
    private readonly acts: CourseActs,
    private readonly rounds: RoundRepository,
    private readonly signOffs: SignOffRepository,
    private readonly settling: Settling,
    private readonly post: SteeringPost,
    private readonly reports: ReportWishes,
  ) {}

  /** @returns whether the round is closed now */
  async closeIfDue(tx: EntityManager, round: Round, by: string | null = null): Promise<boolean> {
    if (round.state === 'closed') return true;
    const why = closesBecause(round, await this.signedOff(tx, round), this.clock.now());
    if (why) await this.close(tx, round, why, by);
    return why !== undefined;
  }

  /** @param by null when nobody closed it but the deadline */
  async close(tx: EntityManager, round: Round, why: ClosedWhy, by: string | null): Promise<void> {
    const count = await this.signedOff(tx, round);
    await this.rounds.close(tx, round.id, why, this.clock.now());
    await this.reports.roundChanged(tx, round.id);
    await this.settling.settle(tx, round.courseId);
    const { id, courseId, versionId, quorum } = round;
    const detail = { courseId, versionId, why, signedOff: count, quorum };
    await this.acts.record(tx, 'test_round.closed', by, id, detail);
    await this.post.closed(tx, round, await this.rounds.testers(tx, round.id), why, count);
  }

  private async signedOff(tx: EntityManager, round: Round): Promise<number> {
    return signedOff(await this.signOffs.ofRound(tx, round.id), round.packageSha256);
  }
}
