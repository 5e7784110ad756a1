import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { HandbookEditionTextEntity } from './handbook-edition-text.entity';
import { HandbookEditionEntity } from './handbook-edition.entity';

const NEWEST_FIRST = { number: 'DESC' } as const;

/** Every write of editions, and every look at them. */
@Injectable()
export class EditionsRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, edition: HandbookEditionEntity): Promise<void> {
    await tx.insert(HandbookEditionEntity, edition);
  }

  async change(tx: EntityManager, id: string, to: Partial<Omit<HandbookEditionEntity, 'id'>>): Promise<void> {
    await tx.update(HandbookEditionEntity, id, to);
  }

  /** Of a draft: the database keeps what is out. */
  async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(HandbookEditionEntity, id);
  }

  /** The newest of every text there is: what a reader of any district is shown of them is a matter of reading. */
  async freeze(tx: EntityManager, editionId: string): Promise<void> {
    await tx.query(
      `insert into handbook_edition_text (edition_id, text_id)
       select $1, newest.id from (
         select distinct on (entry_id, district) id from handbook_text order by entry_id, district, number desc) newest`,
      [editionId],
    );
  }

  /** Nobody changes editions meanwhile. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('handbook editions'))`);
  }

  open(tx: EntityManager = this.source.manager): Promise<HandbookEditionEntity | null> {
    return tx.findOneBy(HandbookEditionEntity, { publishedAt: IsNull() });
  }

  find(number: number, tx: EntityManager = this.source.manager): Promise<HandbookEditionEntity | null> {
    return tx.findOneBy(HandbookEditionEntity, { number });
  }

  async highest(tx: EntityManager): Promise<number> {
    const [highest] = await tx.find(HandbookEditionEntity, { order: NEWEST_FIRST, take: 1 });
    return highest?.number ?? 0;
  }

  async isDue(now: Date): Promise<boolean> {
    const due = { publishedAt: IsNull(), publishAt: LessThanOrEqual(now) };
    return (await this.source.manager.findOneBy(HandbookEditionEntity, due)) !== null;
  }

  /** Those that are out, the newest first. */
  out(limit: number, tx: EntityManager = this.source.manager): Promise<HandbookEditionEntity[]> {
    const where = { publishedAt: Not(IsNull()) };
    return tx.find(HandbookEditionEntity, { where, order: NEWEST_FIRST, take: limit });
  }

  /** With the draft, the newest first. */
  async page(limit: number, offset: number): Promise<{ rows: HandbookEditionEntity[]; total: number }> {
    const look = { order: NEWEST_FIRST, take: limit, skip: offset };
    const [rows, total] = await this.source.manager.findAndCount(HandbookEditionEntity, look);
    return { rows, total };
  }

  /** How many texts it has. */
  size(editionId: string, tx: EntityManager = this.source.manager): Promise<number> {
    return tx.countBy(HandbookEditionTextEntity, { editionId });
  }
}
