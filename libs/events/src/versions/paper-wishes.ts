import { Injectable } from '@nestjs/common';
import { Clock, Council, Ids } from '@induct/platform';
import type { EntityManager } from 'typeorm';

/** Wishes for the PDF of a version in each language of the council, in the transaction of the act that makes it readable. */
@Injectable()
export class PaperWishes {
  constructor(
    private readonly council: Council,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Also when the last one could not be made. */
  async want(tx: EntityManager, versionId: string): Promise<void> {
    const languages = this.council.current.languages === 'en' ? ['en'] : ['en', 'cy'];
    await tx.query(
      `insert into programme_paper (id, version_id, language, wanted_at)
         select wish.id, $1, wish.language, $2 from unnest($3::uuid[], $4::text[]) as wish (id, language)
       on conflict (version_id, language) do update
          set revision = programme_paper.revision + 1, wanted_at = excluded.wanted_at, attempts = 0, error = null`,
      [versionId, this.clock.now(), languages.map(() => this.ids.uuid()), languages],
    );
  }
}
