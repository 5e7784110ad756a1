import { Injectable } from '@nestjs/common';
import type { AskedReader, Look } from '@induct/letters';
import { Clock, type Day, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { FeedbackInvitationRepository, type Telling, type ToTell } from './feedback-invitation.repository';
import { FeedbackRoundRepository } from './feedback-round.repository';
import type { FeedbackRoundEntity } from './feedback-round.entity';
import { QuestionRepository } from './question.repository';
import {
  closesOn,
  type FeedbackStage,
  forgottenFrom,
  isAskedOn,
  lastDaysAskedOn,
  REMINDED_AFTER_DAYS,
} from './timetable';
import { askedAfter, askedLater } from './what-is-asked';
import { type PlannedSession, ProgrammeRepository } from '../programme/programme.repository';

const DAY_MS = 24 * 3_600_000;

/** Asks whoever was at a session how it was, once, and what has become of it after three months. */
@Injectable()
export class Asking {
  constructor(
    private readonly rounds: FeedbackRoundRepository,
    private readonly invitations: FeedbackInvitationRepository,
    private readonly questions: QuestionRepository,
    private readonly programme: ProgrammeRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Every session that is due today: whoever was written down as present later is asked, too, while answers are taken. */
  async askDue(): Promise<void> {
    const today = dayInLondon(this.clock.now());
    for (const stage of ['after', 'later'] as const)
      for (const { id, lastDay } of await this.invitations.due(stage, lastDaysAskedOn(today, stage), today))
        if (isAskedOn(today, stage, lastDay)) await this.ask(id, stage);
  }

  /**
   * Whoever was at a delivered session and has not been asked.
   * @param byLetter false: they only find it on their page
   * @returns how many
   */
  ask(
    sessionId: string,
    stage: FeedbackStage,
    { byLetter = true, inside }: { byLetter?: boolean; inside?: EntityManager } = {},
  ): Promise<number> {
    const act = (tx: EntityManager) => this.askIn(tx, sessionId, stage, byLetter);
    return inside ? act(inside) : this.transactions.run(act);
  }

  /** Whom a letter has still to tell that they were asked, or to remind: who may be written to today, by id. */
  untold(look: Pick<Look, 'after' | 'limit'>): Promise<AskedReader[]> {
    return this.invitations.waiting(this.telling(), look);
  }

  /** What a letter is to tell somebody: marked as told, or as reminded, in its transaction. */
  tell(tx: EntityManager, personId: string): Promise<ToTell[]> {
    return this.invitations.tell(tx, personId, this.telling(), this.clock.now());
  }

  private telling(): Telling {
    const now = this.clock.now();
    return { today: dayInLondon(now), toldBefore: new Date(now.getTime() - REMINDED_AFTER_DAYS * DAY_MS) };
  }

  private async askIn(tx: EntityManager, sessionId: string, stage: FeedbackStage, byLetter: boolean): Promise<number> {
    await this.programme.alone(tx, [sessionId]);
    const session = await this.programme.find(sessionId, tx);
    if (session?.state !== 'delivered' || !session.event) return 0;
    const people = await this.invitations.toAsk(tx, sessionId, stage);
    if (people.length === 0) return 0;
    const [now, known] = [this.clock.now(), await this.rounds.round(sessionId, stage, tx)];
    const today = dayInLondon(now);
    const round = known ?? (await this.open(tx, session, stage, today));
    if (!round || round.closesOn < today) return 0;
    const ids = people.map(({ id }) => id);
    // Their letter of the day tells them.
    await this.invitations.invite(tx, { sessionId, stage, askedAt: now, toldAt: byLetter ? null : now }, ids);
    return people.length;
  }

  private async open(
    tx: EntityManager,
    { id: sessionId, event, parts }: PlannedSession,
    stage: FeedbackStage,
    today: Day,
  ): Promise<Pick<FeedbackRoundEntity, 'asked' | 'closesOn'> | undefined> {
    const lastDay = parts
      .map(({ on }) => on)
      .toSorted()
      .at(-1)!;
    const days = { openedOn: today, closesOn: closesOn(today), forgottenFrom: forgottenFrom(lastDay) };
    if (stage === 'later') {
      // Of what was planned when it took place, however the event is described now.
      const outcomes = (await this.rounds.round(sessionId, 'after', tx))?.outcomes ?? [];
      if (outcomes.length === 0) return undefined;
      const round = { sessionId, stage, revision: null, outcomes, asked: askedLater(outcomes), ...days };
      await this.rounds.open(tx, round);
      return round;
    }
    const [questions, outcomes] = [await this.questions.now(tx), await this.programme.outcomes(event!.id, tx)];
    const asked = askedAfter(
      questions.map(({ kind, words, options }) => ({ kind, words, options })),
      outcomes,
    );
    const round = { sessionId, stage, revision: questions[0]!.revision, outcomes, asked, ...days };
    await this.rounds.open(tx, round);
    return round;
  }
}
