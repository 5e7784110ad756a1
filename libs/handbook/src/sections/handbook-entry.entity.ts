import { Column, Entity, PrimaryColumn } from 'typeorm';

const ENTRY_KINDS = ['chapter', 'section', 'question'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A place in the handbook: sections stand in chapters, topical questions in sections. What it says: its texts. */
@Entity({ name: 'handbook_entry' })
export class HandbookEntryEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Of its address; made of its first title, and never changed: printed copies lead there. */
  @Column('text')
  slug: string;

  @Column('text')
  kind: EntryKind;

  /** Null: a chapter. */
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('text', { nullable: true })
  parentKind: EntryKind | null;

  @Column('timestamptz')
  addedAt: Date;

  @Column('uuid')
  addedBy: string;
}
