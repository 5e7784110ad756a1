import { Injectable } from '@nestjs/common';
import { Clock, Council, Ids, type Language } from '@induct/platform';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { HandbookDistricts } from '../sections/districts.queries';
import { HandbookPaperEntity } from './handbook-paper.entity';

/** Wishes for the printed copies of an edition: one for everybody, and one for each district, in each language of the council. */
@Injectable()
export class PaperWishes {
  constructor(
    private readonly districts: HandbookDistricts,
    private readonly council: Council,
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** In the transaction that publishes the edition. */
  async want(tx: EntityManager, editionId: string): Promise<void> {
    const languages: Language[] = this.council.current.languages === 'en' ? ['en'] : ['en', 'cy'];
    const copies = [null, ...(await this.districts.all(tx))].flatMap((district) =>
      languages.map((language) => ({ district, language })),
    );
    const wish = { editionId, wantedAt: this.clock.now(), attempts: 0, leasedBy: null, leasedUntil: null };
    const unprinted = { error: null, sha256: null, bytes: null, madeAt: null };
    await tx.insert(
      HandbookPaperEntity,
      copies.map((copy) => ({ ...wish, ...unprinted, ...copy, id: this.ids.uuid() })),
    );
  }

  /** Tries those again that could not be printed. */
  async wantAgain(editionId: string): Promise<void> {
    const failed = { editionId, madeAt: IsNull(), error: Not(IsNull()) };
    await this.source.manager.update(HandbookPaperEntity, failed, {
      wantedAt: this.clock.now(),
      attempts: 0,
      error: null,
    });
  }

  /** The copies of an edition, that for everybody first, then by district; English before Welsh. */
  of(editionId: string): Promise<HandbookPaperEntity[]> {
    const order = { district: { direction: 'ASC', nulls: 'FIRST' }, language: 'DESC' } as const;
    return this.source.manager.find(HandbookPaperEntity, { where: { editionId }, order });
  }

  /**
   * The copies for a district, by language; for who has none, or one that was not there yet, those for everybody. An edition that
   * came out while the council worked in English alone has no other, and gets none: it is what it was.
   */
  async copiesFor(editionId: string, district: string | null): Promise<HandbookPaperEntity[]> {
    const copies = await this.of(editionId);
    const own = copies.filter((copy) => copy.district === district);
    return own.length > 0 ? own : copies.filter((copy) => copy.district === null);
  }
}
