import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@induct/platform';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { HandbookDistricts } from '../sections/districts.queries';
import { HandbookPaperEntity } from './handbook-paper.entity';

/** Wishes for the printed copies of an edition: one for everybody, and one for each district. */
@Injectable()
export class PaperWishes {
  constructor(
    private readonly districts: HandbookDistricts,
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** In the transaction that publishes the edition. */
  async want(tx: EntityManager, editionId: string): Promise<void> {
    const districts = [null, ...(await this.districts.all(tx))];
    const wish = { editionId, wantedAt: this.clock.now(), attempts: 0, leasedBy: null, leasedUntil: null };
    const unprinted = { error: null, sha256: null, bytes: null, madeAt: null };
    await tx.insert(
      HandbookPaperEntity,
      districts.map((district) => ({ ...wish, ...unprinted, id: this.ids.uuid(), district })),
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

  /** The copies of an edition, that for everybody first, then by district. */
  of(editionId: string): Promise<HandbookPaperEntity[]> {
    const order = { district: { direction: 'ASC', nulls: 'FIRST' } } as const;
    return this.source.manager.find(HandbookPaperEntity, { where: { editionId }, order });
  }

  /** The copy for a district; for who has none, or one that was not there yet, the copy for everybody. */
  async copyFor(editionId: string, district: string | null): Promise<HandbookPaperEntity | undefined> {
    const copies = await this.of(editionId);
    return copies.find((copy) => copy.district === district) ?? copies.find((copy) => copy.district === null);
  }
}
