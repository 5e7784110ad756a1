import { EvaluationRepository } from './evaluation.repository';
import { Evaluation } from './evaluation.service';

/** What others use. */
export const evaluationServices = [Evaluation];

export const evaluationProviders = [...evaluationServices, EvaluationRepository];
