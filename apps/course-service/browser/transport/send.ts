/** What became of a commit. */
export type Reply =
  /** `leftOut`: some of it was more than is kept, and everything else is recorded. */
  | { kind: 'saved'; recordedAt: string; superseded: boolean; leftOut?: true }
  | { kind: 'unreachable' }
  | { kind: 'need-suspend-data' }
  | { kind: 'ended' }
  | { kind: 'different' }
  /** It can never be taken; `run`: nor can anything else of its run. */
  | { kind: 'refused'; what: 'snapshot' | 'run' };

interface Answer {
  ok?: boolean;
  error?: string;
  superseded?: boolean;
  leftOut?: string[];
  status?: { recordedAt?: string };
}

/**
 * Reads an answer; whatever is not clearly something else is tried again. Refusals have to be in the tracker's own words:
 * what stands between us and it may say 400 or 404 for reasons that pass. Only "too large" is the same from everybody.
 */
export function replyFrom(status: number, answer: Answer, now: () => Date): Reply {
  if (status === 200 && answer.ok) {
    return {
      kind: 'saved',
      recordedAt: answer.status?.recordedAt ?? now().toISOString(),
      superseded: answer.superseded === true,
      ...(answer.leftOut?.some((what) => what !== 'unknown') && { leftOut: true }),
    };
  }
  if (status === 422 && answer.error === 'need-suspend-data') return { kind: 'need-suspend-data' };
  if (status === 409) return { kind: 'different' };
  if (status === 413 || (status === 400 && answer.error === 'body')) return { kind: 'refused', what: 'snapshot' };
  if ((status === 422 && answer.error === 'sco') || (status === 404 && answer.error === 'launch')) {
    return { kind: 'refused', what: 'run' };
  }
  if ((status === 401 || status === 410) && answer.ok === false) return { kind: 'ended' };
  return { kind: 'unreachable' };
}

const PATIENCE_MS = 20_000;

export type Post = (payload: string, keepalive: boolean) => Promise<Reply>;

export const postTo =
  (url: string): Post =>
  async (payload, keepalive) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: payload,
        keepalive,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const answer = (await response.json().catch(() => ({}))) as Answer;
      return replyFrom(response.status, answer, () => new Date());
    } catch {
      return { kind: 'unreachable' };
    }
  };
