import { Answering } from './answering.service';
import { Asking } from './asking.service';
import { FeedbackAnswerRepository } from './feedback-answer.repository';
import { FeedbackInvitationRepository } from './feedback-invitation.repository';
import { FeedbackRoundRepository } from './feedback-round.repository';
import { QuestionRepository } from './question.repository';
import { Questions } from './questions.service';
import { WhatWasSaid } from './what-was-said.service';

/** What others use. */
export const feedbackServices = [Answering, Asking, Questions, WhatWasSaid];

export const feedbackProviders = [
  ...feedbackServices,
  FeedbackAnswerRepository,
  FeedbackInvitationRepository,
  FeedbackRoundRepository,
  QuestionRepository,
];
