import type { CommitAnswer, Refusal } from '@induct/progress';
import type { LeftOut } from '@induct/scorm';
import { z } from 'zod';

/** A recorded commit, as the player is told. */
export const AcknowledgedJson = z.object({
  ok: z.literal(true),
  seq: z.int(),
  status: z.object({
    completion: z.enum(['not_attempted', 'incomplete', 'completed']),
    success: z.enum(['unknown', 'failed', 'passed']),
    score: z.number().optional(),
    progress: z.number().optional(),
    recordedAt: z.iso.datetime(),
    completedAt: z.iso.datetime().optional(),
  }),
  duplicate: z.literal(true).optional(),
  superseded: z.literal(true).optional(),
  /** What was more than is kept: everything else is recorded. */
  leftOut: z.array(z.enum(['interactions', 'objectives', 'comments', 'text', 'unknown'])).optional(),
});

export interface HttpAnswer {
  status: number;
  json: object;
}

const REFUSALS: Record<Refusal, HttpAnswer> = {
  'unknown-token': { status: 401, json: { ok: false, error: 'token' } },
  'ended-token': { status: 410, json: { ok: false, error: 'token' } },
  'unknown-launch': { status: 404, json: { ok: false, error: 'launch' } },
  'unknown-sco': { status: 422, json: { ok: false, error: 'sco' } },
  'need-suspend-data': { status: 422, json: { ok: false, error: 'need-suspend-data' } },
  different: { status: 409, json: { ok: false, error: 'different' } },
};

export const NOT_A_COMMIT: HttpAnswer = { status: 400, json: { ok: false, error: 'body' } };
export const TRY_AGAIN: HttpAnswer = { status: 503, json: { ok: false, error: 'retry' } };

export function httpAnswer(answer: CommitAnswer, leftOut: readonly LeftOut[] = []): HttpAnswer {
  if (!answer.ok) return REFUSALS[answer.error];
  return { status: 200, json: leftOut.length === 0 ? answer : { ...answer, leftOut } };
}
