import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CourseActs } from '../acts/course-acts';
import type { FindingChange } from '../rules/finding';
import { FindingRepository, type FindingToAct } from './finding.repository';
import { afterAct, FINDING_LIMITS, type FindingAct, isSettled } from '../rules/finding.rules';
import { ReportWishes } from '../report/report-wishes';
import { RoundRepository } from '../rounds/round.repository';
import { Settling } from '../settling/settling.service';
import { FindingIsElsewhere, FindingNotFound, SteeringFormIsWrong } from '../rules/steering.errors';

/** Who is around a finding. */
export interface AroundFinding {
  finding: FindingToAct;
  /** Testers of the round it was raised in. */
  roundTesters: string[];
  /** Of the course's newest round. */
  newestTesters: string[];
}

/** Every act on a finding: the course is locked, its versions follow, and the thread says what was done. */
@Injectable()
export class FindingActs {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly acts: CourseActs,
    private readonly findings: FindingRepository,
    private readonly rounds: RoundRepository,
    private readonly settling: Settling,
    private readonly reports: ReportWishes,
  ) {}

  /** @throws FindingNotFound */
  async on<T>(findingId: string, act: (tx: EntityManager, around: AroundFinding) => Promise<T>): Promise<T> {
    const courseId = await this.findings.courseOf(findingId);
    if (courseId === undefined) throw new FindingNotFound();
    return await this.acts.onCourse(courseId, async (tx) => {
      const finding = (await this.findings.find(tx, findingId))!;
      const roundTesters = await this.rounds.testers(tx, finding.roundId);
      const newest = await this.rounds.newest(tx, courseId);
      return await act(tx, { finding, roundTesters, newestTesters: newest?.testers ?? [] });
    });
  }

  /** @throws FindingIsElsewhere when the finding is not in the state for it */
  async apply(tx: EntityManager, finding: FindingToAct, act: FindingAct, by: string, text = ''): Promise<void> {
    const at = this.clock.now();
    const after = afterAct(finding, act, by, at);
    if (typeof after === 'string') throw new FindingIsElsewhere(after);
    await this.findings.put(tx, finding.id, after, at);
    const change: FindingChange = {
      ...(after.state !== finding.state && { state: [finding.state, after.state] }),
      ...(after.severity !== finding.severity && { severity: [finding.severity, after.severity] }),
      ...(isSettled(after) !== isSettled(finding) && { settled: [isSettled(finding), isSettled(after)] }),
    };
    await this.note(tx, finding, by, textOf(text, false), change, `finding.${act.act}`);
    await this.settling.settle(tx, finding.courseId);
  }

  /** Adds to the thread. @param change undefined for a mere comment */
  async note(
    tx: EntityManager,
    finding: FindingToAct,
    by: string,
    text: string,
    change: FindingChange | null,
    action: string,
  ): Promise<void> {
    const at = this.clock.now();
    const comment = { id: this.ids.uuid(), findingId: finding.id, authorId: by, text, change, at };
    await this.findings.comment(tx, comment);
    await this.acts.record(tx, action, by, finding.id, {
      courseId: finding.courseId,
      number: finding.number,
      ...change,
    });
    if (change) await this.reports.findingChanged(tx, finding.id);
  }
}

/** @throws SteeringFormIsWrong */
export function textOf(given: string, needed = true, least = 1): string {
  const text = given.replaceAll('\0', '').trim();
  if (needed && text.length < least)
    throw new SteeringFormIsWrong(least > 1 ? `Say why, in ${least} characters or more` : 'Enter what you want to say');
  if (text.length > FINDING_LIMITS.text)
    throw new SteeringFormIsWrong(`Use ${FINDING_LIMITS.text} characters or fewer`);
  return text;
}
