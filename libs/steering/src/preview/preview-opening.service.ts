import { Inject, Injectable } from '@nestjs/common';
import { contentOriginOf } from '@induct/course';
import { Clock, CONFIG, type Config, Ids, Transactions } from '@induct/platform';
import { scos } from '@induct/scorm';
import type { EntityManager } from 'typeorm';
import { PREVIEW_LIFE_MS, previewTokenHash } from './live-preview';
import { placeOfFinding } from './place-of-finding';
import { NothingToPreview } from './preview.errors';
import { PreviewQueries, type ToOpen } from './preview.queries';
import { PreviewRepository } from './preview.repository';

export interface PreviewToOpen {
  versionId: string;
  /** Null: an officer looks at a version outside a round. */
  roundId: string | null;
  /** The person. */
  by: string;
  goTo?: { findingId: string } | { sco: string };
  /** From the beginning, not from where the person's last preview of the version was left. */
  fresh?: boolean;
}

export interface OpenedPreview {
  previewId: string;
  /** A capability for this preview: it is in the address and stored nowhere. */
  token: string;
  /** The player's page on the content origin. */
  url: string;
}

/** Who may look at which version, and where they begin. */
@Injectable()
export class PreviewOpening {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: PreviewQueries,
    private readonly previews: PreviewRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Opens the player on a version. Testers do so in their rounds, officers everywhere; nothing of it is learning.
   * @throws NothingToPreview
   */
  open({ versionId, roundId, by, goTo, fresh = false }: PreviewToOpen): Promise<OpenedPreview> {
    const openedAt = this.clock.now();
    const token = this.ids.secret(32);
    const previewId = this.ids.uuid();
    return this.transactions.run(async (tx) => {
      const found = await this.queries.toOpen(tx, { versionId, roundId, personId: by });
      if (!found || !(found.isOfficer || found.isTester)) throw new NothingToPreview();
      const preview = {
        id: previewId,
        versionId,
        courseId: found.courseId,
        roundId,
        personId: by,
        tokenHash: previewTokenHash(token),
        journalKey: this.ids.bytes(32),
        openedAt,
        liveUntil: new Date(openedAt.getTime() + PREVIEW_LIFE_MS),
      };
      await this.previews.add(tx, preview);
      if (!fresh) await this.previews.continueLast(tx, preview);
      if (goTo) await this.goTo(tx, previewId, found, goTo);
      const origin = contentOriginOf(this.config.CONTENT_ORIGIN, versionId);
      return { previewId, token, url: `${origin}/preview/${token}` };
    });
  }

  private async goTo(
    tx: EntityManager,
    previewId: string,
    { courseId, tree }: ToOpen,
    to: { findingId: string } | { sco: string },
  ): Promise<void> {
    if ('sco' in to) {
      if (!scos(tree).some(({ id }) => id === to.sco)) throw new NothingToPreview();
      return this.previews.goTo(tx, previewId, to.sco, '');
    }
    const finding = await this.queries.place(tx, to.findingId, courseId);
    if (!finding) throw new NothingToPreview();
    const { sco, left, notice } = placeOfFinding(tree, finding);
    await this.previews.goTo(tx, previewId, sco, notice);
    if (left) await this.previews.leave(tx, previewId, left);
  }
}
