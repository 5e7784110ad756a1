import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Clock } from '@induct/platform';
import { DataSource } from 'typeorm';
import { type LivePreview, previewTokenHash } from './live-preview';
import { PreviewHasEnded, PreviewNotFound } from './preview.errors';

/** What a token opens: one preview, and nothing else. */
@Injectable()
export class PreviewTokens {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws PreviewNotFound, PreviewHasEnded */
  async live(token: string): Promise<LivePreview> {
    const [preview] = await this.source.query<LivePreview[]>(
      `select id, version_id as "versionId", course_id as "courseId", round_id as "roundId", person_id as "personId",
         opened_at as "openedAt", live_until as "liveUntil"
       from preview where token_hash = $1`,
      [previewTokenHash(token)],
    );
    if (!preview) throw new PreviewNotFound();
    if (preview.liveUntil < this.clock.now()) throw new PreviewHasEnded();
    return preview;
  }
}
