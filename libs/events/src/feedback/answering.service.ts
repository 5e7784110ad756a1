import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { FeedbackIsClosed, NotAsked } from './feedback.errors';
import { FeedbackAnswerRepository } from './feedback-answer.repository';
import { type AskedOf, FeedbackInvitationRepository } from './feedback-invitation.repository';
import { FeedbackRoundRepository } from './feedback-round.repository';
import type { FeedbackRoundEntity } from './feedback-round.entity';
import { type Answers, fitting } from './what-is-asked';

/** What somebody is asked about a session. */
export interface OwnFeedback extends Pick<
  FeedbackRoundEntity,
  'sessionId' | 'stage' | 'asked' | 'closesOn' | 'changed'
> {
  /** Of the event. */
  title: string;
  state: 'open' | 'answered' | 'closed';
}

/** Those who were at a session say how it was: once, and nobody can tell who said what. */
@Injectable()
export class Answering {
  constructor(
    private readonly rounds: FeedbackRoundRepository,
    private readonly invitations: FeedbackInvitationRepository,
    private readonly answers: FeedbackAnswerRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Everything that somebody was asked, and what came of it; the latest first. */
  ofPerson(personId: string): Promise<AskedOf[]> {
    return this.invitations.ofPerson(personId);
  }

  /** @throws NotAsked */
  async find(sessionId: string, personId: string, tx?: EntityManager): Promise<OwnFeedback> {
    const invitation = await this.invitations.invitation(sessionId, personId, tx);
    if (!invitation) throw new NotAsked();
    const { asked, closesOn, changed, results } = (await this.rounds.round(sessionId, invitation.stage, tx))!;
    const isOver = results !== null || closesOn < dayInLondon(this.clock.now());
    return {
      sessionId,
      stage: invitation.stage,
      asked,
      closesOn,
      changed,
      title: invitation.title,
      state: invitation.answeredOn ? 'answered' : isOver ? 'closed' : 'open',
    };
  }

  /**
   * The mark that somebody has answered and the answer are written together, and nothing joins them. To send it twice counts once.
   * @throws NotAsked, FeedbackIsClosed, AnswerDoesNotFit
   */
  answer(sessionId: string, personId: string, sent: Answers, inside?: EntityManager): Promise<void> {
    const act = async (tx: EntityManager) => {
      await this.rounds.alone(tx, sessionId);
      const { state, stage, asked, closesOn } = await this.find(sessionId, personId, tx);
      if (state === 'closed') throw new FeedbackIsClosed(closesOn);
      if (state === 'answered') return;
      const answers = fitting(asked, sent);
      const audience = (await this.answers.isMember(tx, personId)) ? 'member' : 'officer';
      await this.invitations.answered(tx, sessionId, stage, personId, dayInLondon(this.clock.now()));
      await this.answers.addAnswer(tx, { sessionId, stage, audience, answers });
    };
    return inside ? act(inside) : this.transactions.run(act);
  }
}
