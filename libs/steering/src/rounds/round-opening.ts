import { Injectable } from '@nestjs/common';
import { type LockedVersion, VersionStates } from '@induct/course';
import { Clock, Ids } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CourseActs } from '../acts/course-acts';
import { LeastQuorum } from './least-quorum';
import { RoundClosing } from './round-closing';
import { RoundRepository } from './round.repository';
import { checklistOf, roundProblem } from '../rules/round.rules';
import { Settling } from '../settling/settling.service';
import { GateQueries } from '../settling/gate.queries';
import { RoundIsOpen, SteeringFormIsWrong, VersionCannotBeTested } from '../rules/steering.errors';
import { SteeringPost } from '../acts/steering-post';
import { WhoMay } from '../acts/who-may';

export interface RoundOrder {
  versionId: string;
  /** People with the role tester. */
  testers: string[];
  deadline: Date;
  quorum: number;
  /** What to look at. */
  focus: string;
  /** Lines to answer; the steering group's usual six without it. */
  checklist?: string[];
}

/** Opens test rounds. */
@Injectable()
export class RoundOpening {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly acts: CourseActs,
    private readonly versions: VersionStates,
    private readonly rounds: RoundRepository,
    private readonly gate: GateQueries,
    private readonly closing: RoundClosing,
    private readonly settling: Settling,
    private readonly post: SteeringPost,
    private readonly quorum: LeastQuorum,
    private readonly who: WhoMay,
  ) {}

  /** @throws VersionNotFound, VersionCannotBeTested, RoundIsOpen, SteeringFormIsWrong, NotYoursToDo */
  async open(by: string, order: RoundOrder): Promise<{ roundId: string }> {
    const now = this.clock.now();
    const focus = order.focus.replaceAll('\0', '').trim();
    const checklist = checklistOf(order.checklist);
    const testers = [...new Set(order.testers)];
    return await this.acts.onVersion(order.versionId, async (tx, version) => {
      await this.who.require(tx, by, 'officer', 'open a test round');
      const leastQuorum = await this.quorum.now(tx);
      const problem = roundProblem({ ...order, leastQuorum, testers, focus, checklist }, by, now);
      if (problem) throw new SteeringFormIsWrong(problem);
      await this.who.allTesters(tx, testers);
      await this.mayBeTested(tx, version);
      const { id: versionId, courseId, packageSha256 } = version;
      const { quorum, deadline } = order;
      const id = this.ids.uuid();
      const facts = { courseId, versionId, packageSha256, focus, checklist, quorum, deadline };
      const number = await this.rounds.add(tx, { id, ...facts, openedBy: by, openedAt: now });
      await this.rounds.addTesters(tx, id, testers, now);
      await this.settling.settle(tx, courseId);
      const detail = { courseId, versionId, number, quorum, deadline, testers };
      await this.acts.record(tx, 'test_round.opened', by, id, detail);
      const round = (await this.rounds.find(id, tx))!;
      await this.post.invite(tx, round, testers);
      await this.post.askToConfirm(tx, round, await this.gate.toConfirm(versionId, tx), now);
      return { roundId: id };
    });
  }

  private async mayBeTested(tx: EntityManager, version: LockedVersion): Promise<void> {
    if (version.state === 'published') {
      const [last] = await this.versions.publicationsOf(version.courseId, tx);
      // What was let through untested is tested afterwards.
      if (last?.ground !== 'override') throw new VersionCannotBeTested();
    }
    const open = await this.rounds.openOn(tx, version.id);
    if (open && !(await this.closing.closeIfDue(tx, open))) throw new RoundIsOpen();
  }
}
