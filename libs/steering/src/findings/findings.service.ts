import { Injectable } from '@nestjs/common';
import { VersionNotFound, type VersionStanding } from '@induct/course';
import { Clock } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { NewFinding, Severity } from '../rules/finding';
import { type AroundFinding, FindingActs, textOf } from './finding-acts';
import { FindingRaising } from './finding-raising';
import { FindingRepository } from './finding.repository';
import { FINDING_LIMITS, speaksForAuthor } from '../rules/finding.rules';
import { FindingNotFound, NotYoursToDo, SteeringFormIsWrong } from '../rules/steering.errors';
import { SteeringPost } from '../acts/steering-post';
import { RoundRepository } from '../rounds/round.repository';
import { WhoMay } from '../acts/who-may';

/**
 * What testers find, and what becomes of it. All throw FindingNotFound, also to testers whose rounds do not show it,
 * NotYoursToDo, FindingIsElsewhere and SteeringFormIsWrong.
 */
@Injectable()
export class Findings {
  constructor(
    private readonly clock: Clock,
    private readonly raising: FindingRaising,
    private readonly acts: FindingActs,
    private readonly findings: FindingRepository,
    private readonly rounds: RoundRepository,
    private readonly post: SteeringPost,
    private readonly who: WhoMay,
  ) {}

  /** @throws RoundNotFound, RoundIsClosed, SteeringFormIsWrong, NotYoursToDo */
  raise(by: string, finding: NewFinding): Promise<{ findingId: string; number: number }> {
    return this.raising.raise(by, finding);
  }

  async comment(findingId: string, by: string, text: string): Promise<void> {
    const words = textOf(text);
    await this.acts.on(findingId, async (tx, around) => {
      if (!(await this.who.has(tx, by, 'officer'))) await this.isTester(tx, around, by);
      await this.acts.note(tx, around.finding, by, words, null, 'finding.commented');
    });
  }

  /** Makes it an officer's to deal with, or nobody's. */
  async assign(findingId: string, by: string, assigneeId: string | null): Promise<void> {
    await this.byOfficer(findingId, by, async (tx, { finding }) => {
      if (assigneeId !== null && !(await this.who.has(tx, assigneeId, 'officer')))
        throw new SteeringFormIsWrong('Choose an officer');
      if (finding.assigneeId === assigneeId) return;
      await this.findings.assign(tx, findingId, assigneeId, this.clock.now());
      await this.acts.note(tx, finding, by, '', { assignee: [finding.assigneeId, assigneeId] }, 'finding.assigned');
    });
  }

  async answer(findingId: string, by: string, text: string): Promise<void> {
    const words = textOf(text);
    await this.byOfficer(findingId, by, (tx, { finding }) =>
      this.acts.apply(tx, finding, { act: 'answer' }, by, words),
    );
  }

  /** In a newer version than it was found in. While a round on that version is open its author is written to. @throws VersionNotFound */
  async markFixed(findingId: string, by: string, versionId: string, text?: string): Promise<void> {
    await this.byOfficer(findingId, by, async (tx, { finding }) => {
      const [version] = await tx.query<Pick<VersionStanding, 'number'>[]>(
        'select number from version_standing where id = $1 and course_id = $2',
        [versionId, finding.courseId],
      );
      if (!version) throw new VersionNotFound();
      const { foundIn, id, number, authorId, text: said } = finding;
      const act = { act: 'mark_fixed' as const, versionId, versionNumber: version.number, foundIn };
      await this.acts.apply(tx, finding, act, by, text);
      const round = await this.rounds.openOn(tx, versionId);
      if (round) await this.post.askToConfirm(tx, round, [{ id, number, authorId, text: said }], this.clock.now());
    });
  }

  async willNotFix(findingId: string, by: string, reason: string): Promise<void> {
    const words = textOf(reason, true, FINDING_LIMITS.reason);
    await this.byOfficer(findingId, by, (tx, { finding }) =>
      this.acts.apply(tx, finding, { act: 'will_not_fix', reason: words }, by, words),
    );
  }

  /** By its author, or by whoever speaks for them. */
  async confirm(findingId: string, by: string, text?: string): Promise<void> {
    await this.forAuthor(findingId, by, (tx, { finding }) =>
      this.acts.apply(tx, finding, { act: 'confirm' }, by, text),
    );
  }

  /** By its author, or by whoever speaks for them. */
  async reopen(findingId: string, by: string, text: string): Promise<void> {
    const words = textOf(text);
    await this.forAuthor(findingId, by, (tx, { finding }) =>
      this.acts.apply(tx, finding, { act: 'reopen' }, by, words),
    );
  }

  /** By its author only. */
  async changeSeverity(findingId: string, by: string, severity: Severity): Promise<void> {
    await this.byAuthor(findingId, by, (tx, { finding }) =>
      this.acts.apply(tx, finding, { act: 'change_severity', severity }, by),
    );
  }

  /** By its author only. */
  async withdraw(findingId: string, by: string): Promise<void> {
    await this.byAuthor(findingId, by, (tx, { finding }) => this.acts.apply(tx, finding, { act: 'withdraw' }, by));
  }

  private byOfficer(findingId: string, by: string, act: Act): Promise<void> {
    return this.acts.on(findingId, async (tx, around) => {
      await this.who.require(tx, by, 'officer', 'deal with findings');
      await act(tx, around);
    });
  }

  private forAuthor(findingId: string, by: string, act: Act): Promise<void> {
    return this.acts.on(findingId, async (tx, around) => {
      await this.isTester(tx, around, by);
      if (!speaksForAuthor(around.finding.authorId, by, around.newestTesters))
        throw new NotYoursToDo('That is for the author of the finding, who tests in the newest round');
      await act(tx, around);
    });
  }

  private byAuthor(findingId: string, by: string, act: Act): Promise<void> {
    return this.acts.on(findingId, async (tx, around) => {
      await this.isTester(tx, around, by);
      if (around.finding.authorId !== by) throw new NotYoursToDo('That is for the author of the finding');
      await act(tx, around);
    });
  }

  /** Whose rounds do not show it, for them it is not there. */
  private async isTester(tx: EntityManager, around: AroundFinding, by: string): Promise<void> {
    const { finding, roundTesters, newestTesters } = around;
    if (![finding.authorId, ...roundTesters, ...newestTesters].includes(by)) {
      if (await this.who.has(tx, by, 'officer')) throw new NotYoursToDo('That is for the testers');
      throw new FindingNotFound();
    }
    await this.who.require(tx, by, 'tester', 'decide about findings');
  }
}

type Act = (tx: EntityManager, around: AroundFinding) => Promise<void>;
