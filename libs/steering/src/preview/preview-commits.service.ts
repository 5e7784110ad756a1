import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@induct/platform';
import { readCmi, type ScoResult, scos } from '@induct/scorm';
import { PREVIEW_LIFE_MS } from './live-preview';
import { PreviewHasEnded, PreviewNotFound } from './preview.errors';
import { PreviewQueries } from './preview.queries';
import { PreviewRepository } from './preview.repository';
import { PreviewTokens } from './preview-tokens';

/** What the player sends: the same body as a learner's commit. */
export interface PreviewCommit {
  launch?: string;
  seq: number;
  sco: string;
  final: boolean;
  cmi: Record<string, unknown>;
  /** SHA-256 in hex, instead of suspend_data that was acknowledged before. */
  suspendDataHash?: string;
}

type Refusal = 'unknown-token' | 'ended-token' | 'unknown-launch' | 'unknown-sco' | 'need-suspend-data';

/** As a learner's player is answered. */
export type PreviewCommitAnswer =
  | { ok: true; seq: number; status: ScoResult & { recordedAt: string }; duplicate?: true }
  | { ok: false; error: Refusal };

/** Keeps where each SCO of a preview was left, so that a reloaded page goes on there. It writes to nothing else. */
@Injectable()
export class PreviewCommits {
  constructor(
    private readonly tokens: PreviewTokens,
    private readonly queries: PreviewQueries,
    private readonly previews: PreviewRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param body passed the check of a learner's commit */
  async commit(token: string, body: PreviewCommit): Promise<PreviewCommitAnswer> {
    const preview = await this.tokens.live(token).catch(deadToken);
    if (typeof preview === 'string') return { ok: false, error: preview };
    if (body.launch !== undefined && body.launch !== preview.id) return { ok: false, error: 'unknown-launch' };
    const tree = await this.queries.tree(preview.versionId);
    const activity = scos(tree).find(({ id }) => id === body.sco);
    if (!activity) return { ok: false, error: 'unknown-sco' };
    const cmi = await this.whole(preview.id, body);
    if (!cmi) return { ok: false, error: 'need-suspend-data' };
    const now = this.clock.now();
    const times = { now, liveUntil: new Date(now.getTime() + PREVIEW_LIFE_MS) };
    const { seq, sco, final } = body;
    const left = { seq, sco, final, cmi: JSON.stringify(cmi) };
    const isNew = await this.transactions.run((tx) => this.previews.commit(tx, preview.id, left, times));
    const { completion, success, score, progress } = readCmi(tree.standard, cmi, activity, final);
    const status = { completion, success, score, progress, recordedAt: now.toISOString() };
    return { ok: true, seq, status, ...(!isNew && { duplicate: true }) };
  }

  /** With the suspend data that was sent as a hash; undefined when that never arrived. */
  private async whole(previewId: string, { sco, cmi, suspendDataHash }: PreviewCommit) {
    if (cmi.suspend_data !== undefined || suspendDataHash === undefined) return cmi;
    const before = await this.queries.sco(previewId, sco);
    const { suspend_data: data = '' } = before ? (JSON.parse(before.cmi) as { suspend_data?: string }) : {};
    const hash = createHash('sha256').update(data).digest('hex');
    return hash === suspendDataHash ? { ...cmi, suspend_data: data } : undefined;
  }
}

function deadToken(error: unknown): Refusal {
  if (error instanceof PreviewHasEnded) return 'ended-token';
  if (error instanceof PreviewNotFound) return 'unknown-token';
  throw error;
}
