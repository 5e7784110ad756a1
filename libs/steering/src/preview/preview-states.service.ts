import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config } from '@induct/platform';
import { PreviewQueries } from './preview.queries';
import { type PreviewState, previewState } from './preview-state';
import { PreviewTokens } from './preview-tokens';

/** What a preview's page starts from. */
@Injectable()
export class PreviewStates {
  constructor(
    private readonly tokens: PreviewTokens,
    private readonly queries: PreviewQueries,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws PreviewNotFound, PreviewHasEnded */
  async state(token: string): Promise<PreviewState> {
    const { id } = await this.tokens.live(token);
    return previewState(await this.queries.state(id), this.config.SITE_ORIGIN, this.clock.now());
  }
}
