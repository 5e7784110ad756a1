import { Injectable } from '@nestjs/common';
import { Transactions } from '@induct/platform';
import { placeOfFinding } from './place-of-finding';
import { NothingToPreview } from './preview.errors';
import { PreviewQueries } from './preview.queries';
import { PreviewRepository } from './preview.repository';
import { PreviewTokens } from './preview-tokens';

/** Where the next page of an open preview is. The run-time log and the time stay. */
@Injectable()
export class PreviewMoves {
  constructor(
    private readonly tokens: PreviewTokens,
    private readonly queries: PreviewQueries,
    private readonly previews: PreviewRepository,
    private readonly transactions: Transactions,
  ) {}

  /** At the beginning: where the SCOs were left is forgotten. @throws PreviewNotFound, PreviewHasEnded */
  async toTheBeginning(token: string): Promise<void> {
    const { id } = await this.tokens.live(token);
    await this.transactions.run(async (tx) => {
      await this.previews.forgetScos(tx, id);
      await this.previews.goTo(tx, id, null, '');
    });
  }

  /** Where a finding of the course was made. @throws PreviewNotFound, PreviewHasEnded, NothingToPreview */
  async toFinding(token: string, findingId: string): Promise<void> {
    const { id, courseId, versionId } = await this.tokens.live(token);
    const tree = await this.queries.tree(versionId);
    await this.transactions.run(async (tx) => {
      const finding = await this.queries.place(tx, findingId, courseId);
      if (!finding) throw new NothingToPreview();
      const { sco, left, notice } = placeOfFinding(tree, finding);
      await this.previews.goTo(tx, id, sco, notice);
      if (left) await this.previews.leave(tx, id, left);
    });
  }
}
