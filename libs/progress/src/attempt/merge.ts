import { joinInteractions } from './interactions';
import { joinTimes } from './learning-time';
import { joinObjectives } from './objectives';
import { newer } from './order';
import { higher, higherCompletion, higherSuccess } from './result';
import { joinScores, type ScorePolicy } from './score';
import type { ScoResultState, ScoRuntime, ScoState } from './sco-state';

/**
 * The state that knows what either knows. Commutative, associative and idempotent, so commits may arrive in any order,
 * twice, or with gaps, and a result never goes down. (With the policies `latest` and `first` the score alone may: that
 * is what they mean.)
 */
export function join(a: ScoState, b: ScoState, policy: ScorePolicy): ScoState {
  return { result: joinResults(a.result, b.result, policy), runtime: joinRuntimes(a.runtime, b.runtime) };
}

/** Of a part's results alone: what the rest of its state says does not matter to them. */
export function joinResults(a: ScoResultState, b: ScoResultState, policy: ScorePolicy): ScoResultState {
  return {
    completion: higherCompletion(a.completion, b.completion),
    success: higherSuccess(a.success, b.success),
    score: joinScores(policy, a.score, b.score),
    progress: higher(a.progress, b.progress),
    launches: joinTimes(a.launches, b.launches),
    claim: newer(a.claim, b.claim),
  };
}

function joinRuntimes(a: ScoRuntime, b: ScoRuntime): ScoRuntime {
  return {
    newest: newer(a.newest, b.newest),
    objectives: joinObjectives(a.objectives, b.objectives),
    interactions: joinInteractions(a.interactions, b.interactions),
  };
}
