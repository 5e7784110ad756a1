import { Injectable } from '@nestjs/common';
import { type ShownTaster, Tasters } from '@induct/course';
import { CandidatesAreas, type Freeze } from '@induct/handbook';
import { momentInLondon } from '@induct/platform';

/** What the public may try: before a poll as it was when notice was given (docs/decisions/1311, 1328). */
@Injectable()
export class ShownTasters {
  constructor(
    private readonly tasters: Tasters,
    private readonly areas: CandidatesAreas,
  ) {}

  async all(freeze: Freeze | null): Promise<ShownTaster[]> {
    return await this.tasters.shown(since(freeze));
  }

  async bySlug(slug: string): Promise<ShownTaster | undefined> {
    return await this.tasters.bySlug(slug, since(await this.areas.freeze()));
  }
}

const since = (freeze: Freeze | null): Date | null => freeze && momentInLondon(freeze.from, '00:00');
