import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Letter, Outbox } from '@induct/letters';
import { Clock, CONFIG, type Config, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { OwnFeedback } from '../feedback/answering.service';
import { FeedbackIsClosed, NotAsked } from '../feedback/feedback.errors';
import { askedFeedback } from '../feedback/feedback.letters';
import { FeedbackAnswerRepository } from '../feedback/feedback-answer.repository';
import { FeedbackRoundRepository } from '../feedback/feedback-round.repository';
import { type Answers, fitting } from '../feedback/what-is-asked';
import { type GuestAsked, GuestsThereRepository } from './guests-there.repository';
import { hashOf } from './invitations.service';

const AT_ONCE = 100;
const TOKEN_BYTES = 32;
const STAGE = 'after';

/**
 * Guests who were at a session are asked how it was: once, by a link of their own, while its members are. As of members, nothing
 * joins an answer to whoever gave it.
 */
@Injectable()
export class GuestFeedback {
  constructor(
    private readonly rows: GuestsThereRepository,
    private readonly rounds: FeedbackRoundRepository,
    private readonly answers: FeedbackAnswerRepository,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SITE_ORIGIN'>,
  ) {}

  /** @returns how many were asked, at most so many at once */
  askSome(): Promise<number> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const due = await this.rows.toAsk(tx, dayInLondon(now), AT_ONCE);
      for (const { sessionId, guestId, name, email, ...about } of due) {
        const token = randomBytes(TOKEN_BYTES).toString('base64url');
        if (!(await this.rows.ask(tx, { sessionId, guestId, tokenHash: hashOf(token), askedAt: now }))) continue;
        const url = `${this.config.SITE_ORIGIN}/guest-feedback/${token}`;
        await this.outbox.post(tx, {
          once: ['guest-feedback', sessionId, guestId],
          recipient: email,
          letter: () => {
            const { subject, parts } = askedFeedback({ ...about, stage: STAGE, again: false, url });
            return Letter.of({ subject, name, parts });
          },
        });
      }
      return due.length;
    });
  }

  /** Changes nothing: mail scanners come here too. @throws NotAsked */
  async find(token: string): Promise<OwnFeedback> {
    return await this.shown(await this.rows.asked(hashOf(token)));
  }

  /** To send it twice counts once. @throws NotAsked, FeedbackIsClosed, AnswerDoesNotFit */
  answer(token: string, sent: Answers): Promise<void> {
    return this.transactions.run(async (tx) => {
      const before = await this.rows.asked(hashOf(token), tx);
      if (!before) throw new NotAsked();
      const { sessionId } = before;
      await this.rounds.alone(tx, sessionId);
      const row = await this.rows.asked(hashOf(token), tx);
      const { state, asked, closesOn } = await this.shown(row, tx);
      if (state === 'closed') throw new FeedbackIsClosed(closesOn);
      if (state === 'answered') return;
      const answers = fitting(asked, sent);
      await this.rows.answered(tx, row!, dayInLondon(this.clock.now()));
      await this.answers.addAnswer(tx, { sessionId, stage: STAGE, audience: 'partner', answers });
    });
  }

  /** Who was asked goes when nobody is asked any more. */
  forget(): Promise<void> {
    return this.transactions.run((tx) => this.rows.forget(tx, dayInLondon(this.clock.now())));
  }

  private async shown(row: GuestAsked | undefined, tx?: EntityManager): Promise<OwnFeedback> {
    const round = row && (await this.rounds.round(row.sessionId, STAGE, tx));
    if (!row || !round) throw new NotAsked();
    const { asked, closesOn, changed, results } = round;
    const isOver = results !== null || closesOn < dayInLondon(this.clock.now());
    const state = row.answeredOn ? 'answered' : isOver ? 'closed' : 'open';
    return { sessionId: row.sessionId, stage: STAGE, asked, closesOn, changed, title: row.title, state };
  }
}
