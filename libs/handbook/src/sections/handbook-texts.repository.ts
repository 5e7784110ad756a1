import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type EntryKind, HandbookEntryEntity } from './handbook-entry.entity';
import { HandbookTextEntity } from './handbook-text.entity';
import type { PlacedText } from './handbook-tree';

const PLACED = `t.id, t.entry_id as "entryId", t.district, t.number, t.title, t.title_cy as "titleCy", t.body,
  t.body_cy as "bodyCy", t.position, t.until::text as until, t.is_at_once as "isAtOnce", t.is_withdrawn as "isWithdrawn",
  t.recorded_at as "recordedAt", t.recorded_by as "recordedBy", e.slug, e.kind, 
  coalesce(t.parent_id, e.parent_id) as "parentId"`;
const TEXTS = 'handbook_text t join handbook_entry e on e.id = t.entry_id';
/** Since when a text `t` is said: since it was written, or since the first edition that has it. */
const SINCE = `case when t.is_at_once then t.recorded_at else (
  select min(o.published_at) from handbook_edition_text i join handbook_edition o on o.id = i.edition_id where i.text_id = t.id) end`;
/** A text `t` is at once, or stands in an edition that is out. */
const IS_LIVE = `(t.is_at_once or exists (
  select from handbook_edition_text i join handbook_edition o on o.id = i.edition_id
   where i.text_id = t.id and o.published_at is not null))`;
/** What everybody reads, and what a district ($1; null: none) reads beside it. */
const TO_READER = '(t.district is null or t.district = $1)';

/** Every write of the handbook's texts, and every look at them. */
@Injectable()
export class HandbookTextRepository {
  constructor(private readonly source: DataSource) {}

  async addEntry(tx: EntityManager, entry: HandbookEntryEntity): Promise<void> {
    await tx.insert(HandbookEntryEntity, entry);
  }

  async add(tx: EntityManager, text: HandbookTextEntity): Promise<void> {
    await tx.insert(HandbookTextEntity, text);
  }

  entry(slug: string): Promise<HandbookEntryEntity | null> {
    return this.source.manager.findOneBy(HandbookEntryEntity, { slug });
  }

  /** Nobody writes a text of it meanwhile. */
  lock(tx: EntityManager, slug: string): Promise<HandbookEntryEntity | null> {
    return tx.findOne(HandbookEntryEntity, { where: { slug }, lock: { mode: 'pessimistic_write' } });
  }

  /** What it says to everybody, when it is one of that kind that is not taken out. */
  async place(tx: EntityManager, slug: string, kind: EntryKind | null): Promise<PlacedText | undefined> {
    const [newest] = await tx.query<PlacedText[]>(
      `select ${PLACED}, ${SINCE} as since from ${TEXTS}
        where e.slug = $1 and e.kind = $2 and t.district is null order by t.number desc limit 1`,
      [slug, kind],
    );
    return newest?.isWithdrawn ? undefined : newest;
  }

  /** Addresses that begin alike. */
  async slugs(tx: EntityManager): Promise<string[]> {
    return (await tx.find(HandbookEntryEntity, { select: { slug: true } })).map(({ slug }) => slug);
  }

  /** What everybody reads now, and every district beside it. */
  liveEverywhere(tx: EntityManager): Promise<PlacedText[]> {
    return tx.query<PlacedText[]>(
      `select distinct on (t.entry_id, t.district) ${PLACED}, ${SINCE} as since from ${TEXTS}
        where ${IS_LIVE} order by t.entry_id, t.district, t.number desc`,
    );
  }

  /** What a reader of the district reads now. */
  live(district: string | null, tx = this.source.manager): Promise<PlacedText[]> {
    return tx.query<PlacedText[]>(
      `select distinct on (t.entry_id, t.district) ${PLACED}, ${SINCE} as since from ${TEXTS}
        where ${TO_READER} and ${IS_LIVE} order by t.entry_id, t.district, t.number desc`,
      [district],
    );
  }

  /** What they would read if the next edition came out now. */
  newest(district: string | null, tx = this.source.manager): Promise<PlacedText[]> {
    return tx.query<PlacedText[]>(
      `select distinct on (t.entry_id, t.district) ${PLACED}, ${SINCE} as since from ${TEXTS}
        where ${TO_READER} order by t.entry_id, t.district, t.number desc`,
      [district],
    );
  }

  /** The newest text of every entry to everybody and to each district. */
  everyNewest(): Promise<PlacedText[]> {
    return this.source.query<PlacedText[]>(
      `select distinct on (t.entry_id, t.district) ${PLACED}, ${SINCE} as since from ${TEXTS}
        order by t.entry_id, t.district, t.number desc`,
    );
  }

  /** What an edition said to them. */
  ofEdition(editionId: string, district: string | null, tx = this.source.manager): Promise<PlacedText[]> {
    return tx.query<PlacedText[]>(
      `select ${PLACED}, ${SINCE} as since from handbook_edition_text n join handbook_text t on t.id = n.text_id
         join handbook_entry e on e.id = t.entry_id where n.edition_id = $2 and ${TO_READER}`,
      [district, editionId],
    );
  }

  /** The texts of an entry to everybody, or to a district, the newest first. */
  versions(
    entryId: string,
    { district, limit, offset = 0 }: { district: string | null; limit: number; offset?: number },
    tx = this.source.manager,
  ): Promise<PlacedText[]> {
    return tx.query<PlacedText[]>(
      `select ${PLACED}, ${SINCE} as since from ${TEXTS}
        where t.entry_id = $1 and t.district is not distinct from $2 order by t.number desc limit $3 offset $4`,
      [entryId, district, limit, offset],
    );
  }

  /** The newest text of an entry to each district that it ever spoke to, by name. */
  ofDistricts(entryId: string): Promise<PlacedText[]> {
    return this.source.query<PlacedText[]>(
      `select distinct on (t.district) ${PLACED}, ${SINCE} as since from ${TEXTS}
        where t.entry_id = $1 and t.district is not null order by t.district, t.number desc`,
      [entryId],
    );
  }
}
