import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { CourseActs } from '../acts/course-acts';
import type { Round } from '../rules/round';
import { RoundActs } from './round-acts';
import { RoundClosing } from './round-closing';
import { RoundRepository } from './round.repository';
import { answersTo, decisionProblem, ROUND_LIMITS, type TesterSays } from '../rules/round.rules';
import { SignOffRepository } from './sign-off.repository';
import { PreviewComesFirst, RoundNotFound, SteeringFormIsWrong } from '../rules/steering.errors';
import { WhoMay } from '../acts/who-may';

/** What the testers of an open round say of the version; they may change it until the round closes. */
@Injectable()
export class SignOffs {
  constructor(
    private readonly clock: Clock,
    private readonly inRound: RoundActs,
    private readonly acts: CourseActs,
    private readonly rounds: RoundRepository,
    private readonly signOffs: SignOffRepository,
    private readonly closing: RoundClosing,
    private readonly who: WhoMay,
  ) {}

  /** The sign-off that reaches the quorum closes the round. @throws RoundNotFound, RoundIsClosed, PreviewComesFirst, SteeringFormIsWrong, NotYoursToDo, TooNewToConfirm */
  async signOff(roundId: string, by: string, given: Pick<TesterSays, 'checklist' | 'despiteNo'>): Promise<void> {
    await this.decide(roundId, by, { decision: 'signed_off', reason: '', ...given });
  }

  /** @throws RoundNotFound, RoundIsClosed, PreviewComesFirst, SteeringFormIsWrong, NotYoursToDo */
  async refuse(roundId: string, by: string, given: Pick<TesterSays, 'reason' | 'checklist'>): Promise<void> {
    await this.decide(roundId, by, { decision: 'refused', ...given });
  }

  /** Something kept a tester from coming to the end. @throws RoundNotFound, RoundIsClosed, SteeringFormIsWrong */
  async couldNotFinish(roundId: string, by: string, why: string): Promise<void> {
    const words = why.replaceAll('\0', '').trim();
    if (words === '') throw new SteeringFormIsWrong('Say what kept you from finishing');
    if (words.length > ROUND_LIMITS.text) throw new SteeringFormIsWrong(`Use ${ROUND_LIMITS.text} characters or fewer`);
    await this.inRound.inOpenRound(roundId, async (tx, round) => {
      await this.isTester(tx, round, by);
      await this.rounds.couldNotFinish(tx, roundId, by, words, this.clock.now());
      await this.acts.record(tx, 'test_round.could_not_finish', by, roundId, { versionId: round.versionId });
    });
  }

  private async decide(roundId: string, by: string, given: TesterSays): Promise<void> {
    await this.inRound.inOpenRound(roundId, async (tx, round) => {
      await this.isTester(tx, round, by);
      const problem = decisionProblem(round.checklist, given);
      if (problem) throw new SteeringFormIsWrong(problem);
      if (given.decision === 'signed_off') await this.who.requireLongEnough(tx, by, 'tester', 'sign off');
      const looked = await this.signOffs.looked(tx, round.versionId, by);
      // Whom the player failed can say no; yes is for those who have seen something.
      if (looked.previews === 0 || (given.decision === 'signed_off' && looked.parts === 0))
        throw new PreviewComesFirst();
      const { seconds: previewSeconds, parts } = looked;
      const checklist = answersTo(round.checklist, given.checklist);
      const { decision } = given;
      const reason = given.reason.replaceAll('\0', '').trim();
      const { packageSha256 } = round;
      const at = this.clock.now();
      const said = { decision, reason, checklist, previewSeconds, packageSha256, at };
      await this.signOffs.put(tx, { roundId, personId: by, ...said });
      const bytes = packageSha256.toString('hex');
      const about = { versionId: round.versionId, packageSha256: bytes };
      const detail = { ...about, reason, checklist, previewSeconds, partsOpened: parts };
      await this.acts.record(tx, `test_round.${decision}`, by, roundId, detail);
      await this.closing.closeIfDue(tx, round, by);
    });
  }

  /** Whose round it is not, for them it is not there. */
  private async isTester(tx: EntityManager, round: Round, by: string): Promise<void> {
    if (!(await this.rounds.testers(tx, round.id)).includes(by)) throw new RoundNotFound();
    await this.who.require(tx, by, 'tester', 'test a module');
  }
}
