import { Injectable } from '@nestjs/common';
import { Clock, FileStore, Ids } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CourseActs } from '../acts/course-acts';
import type { NewFinding } from '../rules/finding';
import { textOf } from './finding-acts';
import { FindingRepository } from './finding.repository';
import { RoundActs } from '../rounds/round-acts';
import { RoundRepository } from '../rounds/round.repository';
import { screenshotProblem } from '../rules/screenshot.rules';
import { Settling } from '../settling/settling.service';
import { RoundNotFound, SteeringFormIsWrong } from '../rules/steering.errors';
import { WhoMay } from '../acts/who-may';

/** Takes in what testers find, pinned to where they were. */
@Injectable()
export class FindingRaising {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: FileStore,
    private readonly inRound: RoundActs,
    private readonly acts: CourseActs,
    private readonly rounds: RoundRepository,
    private readonly findings: FindingRepository,
    private readonly settling: Settling,
    private readonly who: WhoMay,
  ) {}

  /** @throws RoundNotFound, RoundIsClosed, SteeringFormIsWrong, NotYoursToDo */
  async raise(by: string, given: NewFinding): Promise<{ findingId: string; number: number }> {
    const text = textOf(given.text);
    const problem = given.screenshot && screenshotProblem(given.screenshot);
    if (problem) throw new SteeringFormIsWrong(problem);
    const { roundId, severity } = given;
    return await this.inRound.inOpenRound(roundId, async (tx, round) => {
      if (!(await this.rounds.testers(tx, roundId)).includes(by)) throw new RoundNotFound();
      await this.who.require(tx, by, 'tester', 'record findings');
      await this.checkPreview(tx, by, given);
      const id = this.ids.uuid();
      const { courseId, versionId } = round;
      const number = await this.findings.add(tx, {
        id,
        courseId,
        roundId,
        versionId,
        authorId: by,
        severity,
        text,
        sco: given.sco ?? null,
        scoTitle: given.scoTitle ?? '',
        location: given.location ?? '',
        progress: given.progress ?? null,
        resume: given.resume ?? null,
        previewId: given.previewId ?? null,
        logFrom: given.logFrom ?? null,
        logTo: given.logTo ?? null,
        screenshotSha256: given.screenshot ? await this.files.put(given.screenshot.bytes) : null,
        screenshotType: given.screenshot?.type ?? null,
        createdAt: this.clock.now(),
      });
      await this.acts.record(tx, 'finding.raised', by, id, { courseId, versionId, roundId, number, severity });
      await this.settling.settle(tx, courseId);
      return { findingId: id, number };
    });
  }

  private async checkPreview(tx: EntityManager, by: string, { roundId, previewId }: NewFinding): Promise<void> {
    if (previewId === undefined) return;
    if (await this.findings.isPreviewOf(tx, previewId, roundId, by)) return;
    throw new SteeringFormIsWrong('That preview is not one of yours in this round');
  }
}
