import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@induct/letters';
import { Clock, CONFIG, type Config, type Day, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { feedbackLetter } from './feedback.letters';
import { FeedbackRepository, type ToAsk } from './feedback.repository';
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
/** Letters in one transaction. */
const AT_ONCE = 100;

/** Asks whoever was at a session how it was, once, and what has become of it after three months; and reminds once. */
@Injectable()
export class Asking {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly rows: FeedbackRepository,
    private readonly questions: QuestionRepository,
    private readonly programme: ProgrammeRepository,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Every session that is due today: whoever was written down as present later is asked, too, while answers are taken. */
  async askDue(): Promise<void> {
    const today = dayInLondon(this.clock.now());
    for (const stage of ['after', 'later'] as const)
      for (const { id, lastDay } of await this.rows.due(stage, lastDaysAskedOn(today, stage), today))
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

  /** @returns how many were reminded, at most so many at once */
  async remindSome(): Promise<number> {
    const now = this.clock.now();
    const askedBefore = new Date(now.getTime() - REMINDED_AFTER_DAYS * DAY_MS);
    return await this.transactions.run(async (tx) => {
      const late = await this.rows.remind(tx, { askedBefore, today: dayInLondon(now), now }, AT_ONCE);
      for (const { sessionId, ...one } of late) await this.write(tx, sessionId, one, { ...one, again: true });
      return late.length;
    });
  }

  private async askIn(tx: EntityManager, sessionId: string, stage: FeedbackStage, byLetter: boolean): Promise<number> {
    await this.programme.alone(tx, [sessionId]);
    const session = await this.programme.find(sessionId, tx);
    if (session?.state !== 'delivered' || !session.event) return 0;
    const people = await this.rows.toAsk(tx, sessionId, stage);
    if (people.length === 0) return 0;
    const [now, known] = [this.clock.now(), await this.rows.round(sessionId, stage, tx)];
    const today = dayInLondon(now);
    const round = known ?? (await this.open(tx, session, stage, today));
    if (!round || round.closesOn < today) return 0;
    const ids = people.map(({ id }) => id);
    await this.rows.invite(tx, { sessionId, stage, askedAt: now }, ids);
    const about = { title: session.event.title, stage, asked: round.asked, closesOn: round.closesOn, again: false };
    if (byLetter) for (const one of people) await this.write(tx, sessionId, one, about);
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
      const outcomes = (await this.rows.round(sessionId, 'after', tx))?.outcomes ?? [];
      if (outcomes.length === 0) return undefined;
      const round = { sessionId, stage, revision: null, outcomes, asked: askedLater(outcomes), ...days };
      await this.rows.open(tx, round);
      return round;
    }
    const [questions, outcomes] = [await this.questions.now(tx), await this.programme.outcomes(event!.id, tx)];
    const asked = askedAfter(
      questions.map(({ kind, words, options }) => ({ kind, words, options })),
      outcomes,
    );
    const round = { sessionId, stage, revision: questions[0]!.revision, outcomes, asked, ...days };
    await this.rows.open(tx, round);
    return round;
  }

  private async write(
    tx: EntityManager,
    sessionId: string,
    { id, name, email }: ToAsk,
    about: Pick<Parameters<typeof feedbackLetter>[0], 'title' | 'stage' | 'asked' | 'closesOn' | 'again'>,
  ): Promise<void> {
    const url = `${this.config.SITE_ORIGIN}/feedback/${sessionId}`;
    await this.outbox.post(tx, {
      once: [about.again ? 'feedback-reminder' : 'feedback', sessionId, about.stage, id],
      recipient: email,
      letter: feedbackLetter({ name, url, ...about }),
    });
  }
}
